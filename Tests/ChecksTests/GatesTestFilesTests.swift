// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Testing

@testable import Checks

struct GatesTestFilesTests {
    @Test(arguments: [
        "tests/test_a.py", "a/b_test.go", "src/cart.test.ts", "src/cart.spec.tsx", "cypress/e2e/cart.cy.js",
        "test/app.js", "src/test/java/org/a/CartTest.java", "src/test/kotlin/Setup.kt", "Cart.Tests/CartTests.cs",
        "Tests/GateTests/DayTests.swift", "spec/models/cart_spec.rb", "test/models/cart_test.rb",
        "tests/Unit/CartTest.php", "tests/cart.rs", "src/a_unittest.cc", "tests/unit/type/list.tcl", "t/t0001-init.sh",
        "test/cart_test.exs", "test/cart_test.dart", "app/tests.py", "packages/a/__tests__/a.jsx",
        "src/integrationTest/a.java",
    ])
    func knowsTests(_ path: String) {
        #expect(TestFiles.isTest(Path(path)))
    }

    @Test(arguments: [
        "src/latest.js", "contest/a.c", "src/attest.go", "tests/conftest.py", "tests/helpers.py", "pkg/testing.go",
        "tests/fixtures/a_test.go", "pkg/testdata/a_test.go", "src/test/resources/A.java",
        "ui/__snapshots__/a.test.js.snap", "docs/protest.md", "src/Testing/Assert.php", "a", "", "/",
    ])
    func leavesOthersAlone(_ path: String) {
        #expect(!TestFiles.isTest(Path(path)))
    }

    @Test(arguments: [
        ("tests/test_add_item.py", "additem"), ("a/add-item.test.js", "additem"), ("AddItemTests.swift", "additem"),
        ("spec/add_item_spec.rb", "additem"), ("add_item_test.go", "additem"), ("src/add_item.py", "additem"),
        ("TestAddItem.java", "additem"),
        ("AddItemSpec.scala", "additem"),
    ])
    func knowsWhatTheyAreAbout(_ path: String, _ subject: String) {
        #expect(TestFiles.subject(of: Path(path)) == Array(subject.utf8))
    }

    @Test(arguments: ["ui/__snapshots__/a.snap", "tests/__snapshots__/a.ambr", "cmd/out.golden", "A.verified.txt"])
    func knowsSnapshots(_ path: String) {
        #expect(TestFiles.isSnapshot(Path(path)))
    }

    /// Language, text, tests, assertions.
    @Test(
        arguments: [
            (
                "a.py",
                "def test_a():\n    assert x\n    # assert y\n    self.assertEqual(a, b)\nasync def test_b(): pass\ndef best()",
                2, 2
            ),
            (
                "a.js",
                "it('a', () => {\n  expect(a).toBe(1)\n  // expect(b)\n})\ntest.each([1])('b')\nsubmit('c')",
                2, 1
            ),
            (
                "a.go", "func TestA(t *testing.T) {\n\trequire.NoError(t, err)\n\tt.Errorf(\"x\")\n}\nfunc helper() {}",
                1, 2
            ),
            ("A.java", "@Test\nvoid a() { assertThat(b).isTrue(); }\n@TestInstance\nclass A {}", 1, 1),
            ("A.cs", "[Fact]\npublic void A() => Assert.Equal(1, 2);\n[InlineData(1)]", 1, 1),
            ("a.rs", "#[test]\nfn a() {\n    assert_eq!(1, 2);\n}\n#[cfg(test)]", 1, 1),
            ("a.swift", "@Test func a() {\n    #expect(a == b)\n}\nfunc testB() { XCTAssertTrue(x) }", 2, 2),
            ("a_spec.rb", "it \"adds\" do\n  expect(a).to eq 1\nend\nwith_it 'x'", 1, 1),
            ("ATest.php", "public function testA(): void {\n    $this->assertTrue($a);\n}", 1, 1),
            ("a.cc", "TEST_F(A, B) {\n  EXPECT_EQ(a, b);\n  TEST_FOO(x);\n}", 1, 1),
            ("a.tcl", "test {SET} {\n    assert_equal [r get x] y\n}\n# test {OLD} {", 1, 1),
        ] as [(String, String, Int, Int)])
    func counts(_ path: String, _ text: String, _ tests: Int, _ assertions: Int) throws {
        let counts = TestCounts(Array(text.utf8), try #require(TestWords.of(Path(path))))
        #expect(counts.tests == tests)
        #expect(counts.assertions == assertions)
    }
}
