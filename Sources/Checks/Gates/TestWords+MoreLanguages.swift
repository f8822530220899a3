// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// From the documentation of each framework: RSpec and Minitest; PHPUnit and Pest; GoogleTest, Catch2, Boost.Test,
/// Check and Unity; the Tcl tests of databases; git's test library and Bats; ExUnit; Dart's test; Busted; Test::More.
extension TestWords {
    static let ruby = TestWords(
        comments: ["#"],
        tests: [
            "^it \"*", "^it '*", "^it {*", "^it(", "^it do", "^specify*", "^test \"*", "^test '*", "^def test_*",
            "^scenario \"*", "^scenario '*", "^should \"*", "^should '*", "^example \"*", "^xit*", "^fit \"*",
            "^fit '*",
        ],
        assertions: ["expect*", "assert*", "refute*", "should*", "must_*", "wont_*", "flunk*", "is_expected*"],
        skips: [
            "^xit", "^xdescribe", "^xcontext", "^xspecify", "^xscenario", "^skip", "^pending", "skip: true",
            "skip: \"*", "skip: '*", "pending: true", ":skip", ":pending",
        ],
        conditions: ["rescue", "else", "elsif"],
        focus: ["^fit \"*", "^fit '*", "^fdescribe", "^fcontext", "focus: true", ":focus"])

    static let php = TestWords(
        comments: ["//", "*", "/*"],
        tests: ["function test*", "#[Test*", "^it('*", "^it(\"*", "^test('*", "^test(\"*"],
        marks: ["@test"],
        assertions: ["assert*", "expect*", "should*", "fail(", "verify*"],
        skips: ["markTestSkipped(", "markTestIncomplete(", "^})->skip(", "^})->todo("],
        conditions: ["else", "elseif", "catch", "?"],
        focus: ["^})->only("])

    static let c = TestWords(
        comments: ["//", "*", "/*"],
        tests: [
            "^TEST(", "^TEST_F(", "^TEST_P(", "^TYPED_TEST*", "^TEST_CASE*", "^SCENARIO(", "^BOOST_AUTO_TEST_CASE*",
            "^BOOST_FIXTURE_TEST_CASE*", "^BOOST_DATA_TEST_CASE*", "^START_TEST(", "^CPPUNIT_TEST(", "^TEST_METHOD(",
            "^TEST_CASE_METHOD(", "^void test_*", "^static void test_*", "^- (void)test*",
        ],
        assertions: [
            "EXPECT_*", "ASSERT*", "REQUIRE*", "CHECK*", "assert*", "test_cond*", "TEST_ASSERT*", "ck_assert*",
            "BOOST_CHECK*", "BOOST_REQUIRE*", "BOOST_TEST*", "CU_ASSERT*", "g_assert*", "cl_assert*", "QVERIFY*",
            "QCOMPARE*", "XCTAssert*", "VERIFY*", "serverAssert*",
        ],
        skips: [
            "GTEST_SKIP", "DISABLED_*", "[!mayfail]", "[!shouldfail]", "QSKIP(", "TEST_IGNORE*", "doctest::skip*",
            "SKIP(",
        ],
        conditions: ["#if", "#ifdef", "#ifndef", "#else", "#elif", "else"])

    static let tcl = TestWords(
        comments: ["#"], tests: ["^test {*", "^test \"*", "^do_test", "^do_execsql_test"],
        assertions: ["assert*", "fail"])

    static let shell = TestWords(
        comments: ["#"],
        tests: [
            "^test_expect_success*", "^test_expect_failure*", "^@test*", "^function test*", "^test_case*", "^it '*",
            "^It '*",
        ],
        assertions: [
            "test_cmp*", "test_must_*", "assert*", "test_path_*", "test_line_count*", "test_grep*", "refute*",
            "check_*",
        ],
        skips: ["^skip \"*", "^skip '*"], conditions: ["else", "elif", "||", "&&", "case"])

    static let elixir = TestWords(
        comments: ["#"], tests: ["^test \"*", "^property \"*"], assertions: ["assert*", "refute*"],
        skips: ["@tag :skip", "@tag skip*", "@moduletag :skip", "@moduletag skip*", "@describetag :skip"])

    static let dart = TestWords(
        comments: ["//", "*", "/*"], tests: ["^test('*", "^test(\"*", "^testWidgets(", "^test(", "^blocTest*"],
        assertions: ["expect*", "verify*"], skips: ["skip: true", "skip: '*", "skip: \"*", "^@Skip*"],
        focus: ["solo: true"])

    static let lua = TestWords(
        comments: ["--"], tests: ["^it(*", "^test(*", "^function test*"], assertions: ["assert*"], skips: ["^pending("])

    static let perl = TestWords(
        comments: ["#"], tests: ["^subtest*", "^test_expect_success*"],
        assertions: ["ok(", "ok", "is(", "like(", "is_deeply(", "cmp_ok(", "isnt("])

    static let clojure = TestWords(comments: [";"], tests: ["^(deftest*"], assertions: ["(is", "(are"])

    static let zig = TestWords(comments: ["//"], tests: ["^test \"*", "^test {*"], assertions: ["expect*"])
}
