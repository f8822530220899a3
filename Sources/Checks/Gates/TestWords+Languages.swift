// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// From the documentation of each framework: pytest and unittest; Jest, Vitest, Mocha, Jasmine, QUnit, Playwright and
/// Deno; JUnit, TestNG, Spock, Kotest and ScalaTest; NUnit, xUnit and MSTest; Go's testing, Testify and Ginkgo; Rust's
/// libtest and its like.
extension TestWords {
    static let python = TestWords(
        comments: ["#"],
        tests: ["^def test*", "^async def test*"],
        assertions: ["assert*", "^assert(", "raises(", "fail(", "warns("],
        skips: [
            "pytest.mark.skip", "mark.skip", "pytest.mark.xfail", "mark.xfail", "unittest.skip", "pytest.skip(",
            "skipTest(", "SkipTest", "expectedFailure", "^@skip", "^@xfail", "pytest.xfail(",
        ],
        conditions: [
            "skipif", "skipIf", "skipUnless", "skip_if*", "skip_unless*", "skip.if*", "skip.unless*", "except",
        ])

    static let javaScript = TestWords(
        comments: ["//", "*", "/*"],
        tests: [
            "^it(", "^it.each", "^it.only", "^it.skip", "^it.concurrent", "^it.fails", "^it.failing", "^test(",
            "^test.each", "^test.only", "^test.skip", "^test.fixme", "^test.fails", "^test.failing", "^test.concurrent",
            "^specify(", "^xit(", "^fit(", "^xtest(", "^Deno.test*", "^QUnit.test*", "^QUnit.asyncTest(",
            "^QUnit.skip(", "^QUnit.only(", "^asyncTest(", "^tap.test(", "^t.test(", "^scenario(",
        ],
        assertions: [
            "expect(", "expect.*", "assert*", "should*", "equal(", "strictEqual(", "deepEqual(", "t.is(", "t.true(",
            "t.ok(", "throws(",
        ],
        skips: [
            "it.skip", "test.skip", "describe.skip", "context.skip", "suite.skip", "specify.skip", "^xit(", "^xtest(",
            "^xdescribe(", "^xcontext(", "this.skip(", "test.fixme(", "describe.fixme(", "it.fails", "test.fails",
            "it.failing", "test.failing", "^QUnit.skip(", "^QUnit.todo(", "^pending(",
        ],
        conditions: ["skipIf", "runIf", "catch"],
        focus: [
            "it.only", "test.only", "describe.only", "context.only", "suite.only", "specify.only", "^QUnit.only(",
            "^fit(", "^fdescribe(", "^ftest(", "^fcontext(",
        ])

    static let jvm = TestWords(
        comments: ["//", "*", "/*"],
        tests: [
            "^@Test", "^@ParameterizedTest", "^@RepeatedTest", "^@TestFactory", "^@TestTemplate", "^@Theory",
            "^@Property", "^def \"*", "^test(\"*", "^it(\"*", "^it should*", "^property(\"*", "^ignore(\"*",
        ],
        assertions: ["assert*", "verify*", "fail(", "expect*", "then(", "should*"],
        skips: ["@Ignore", "@Disabled", "enabled = false", "^ignore(\"*", "@PendingFeature"],
        conditions: ["@DisabledOn*", "@DisabledIf*", "@DisabledFor*", "@DisabledIn*", "catch"],
        focus: ["^@IgnoreRest"])

    static let dotNet = TestWords(
        comments: ["//", "'"],
        tests: [
            "[Test]", "[Test(", "[Test,", "[Fact]", "[Fact(", "[Theory]", "[Theory(", "[TestMethod]", "[TestMethod(",
            "[DataTestMethod]", "[TestCase(", "<Test>*", "<Fact>*", "<TestMethod>*",
        ],
        assertions: ["Assert.*", "Should*", "Expect*", "Verify*", "Received*"],
        skips: [
            "[Ignore*", "Skip = *", "Skip=*", "[Explicit*", "Assert.Ignore(", "Assert.Inconclusive(", "Assert.Skip(",
            "<Ignore*",
        ],
        conditions: ["SkipIf", "SkipUnless", "SkipWhen", "SkipOn*", "catch"])

    static let go = TestWords(
        comments: ["//"],
        tests: ["^func Test*", "^func Fuzz*", "^func Example*", "^It(", "^FIt(", "^PIt(", "^XIt("],
        assertions: [
            "t.Error*", "t.Fatal*", "t.Fail*", "b.Fatal*", "assert.*", "require.*", "Expect(", "Eventually(",
            "is.Equal*", "c.Assert(", "c.Check(", "qt.Assert(", "qt.Check(", "testutil.*",
        ],
        skips: [
            "t.Skip(", "t.Skipf(", "t.SkipNow(", "^Skip(", "^XIt(", "^PIt(", "^XDescribe(", "^PDescribe(", "^XContext(",
            "^PContext(",
        ],
        conditions: ["case", "default:", "else", "||", "&&"],
        focus: ["^FIt(", "^FDescribe(", "^FContext(", "^FEntry("])

    static let rust = TestWords(
        comments: ["//"],
        tests: [
            "#[test]", "#[tokio::test*", "#[async_std::test*", "#[rstest*", "#[test_case*", "#[actix_rt::test*",
            "#[actix_web::test*", "#[wasm_bindgen_test*", "#[quickcheck*", "#[sqlx::test*", "#[gpui::test*",
            "#[smol_potat::test*",
        ],
        assertions: [
            "assert!", "assert_*", "prop_assert*", "panic!", "expect![", "matches!", "unwrap_err(", "expect_err(",
        ],
        skips: ["#[ignore*"], conditions: ["cfg_attr", "cfg"], standAnywhere: true)

    static let swift = TestWords(
        comments: ["//", "*", "/*"],
        tests: ["func test*", "@Test", "^it(\"*"],
        assertions: [
            "XCTAssert*", "XCTFail*", "XCTUnwrap*", "#expect*", "#require*", "Issue.record*", "expect(", "assert*",
        ],
        skips: ["XCTSkip", ".disabled(", "withKnownIssue", "XCTExpectFailure", "^xit(", "^xdescribe(", "^xcontext("],
        conditions: ["XCTSkipIf", "XCTSkipUnless", "guard", "else", "catch", "#if", "#elseif", "#else"],
        focus: ["^fit(\"*", "^fdescribe(\"*", "^fcontext(\"*"])
}
