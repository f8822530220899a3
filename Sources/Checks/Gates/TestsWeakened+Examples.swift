// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

extension TestsWeakened {
    private static let assisted = "Make it pass\n\nAssisted-by: Claude Code\n"
    static let sample = """
        def test_adds():
            assert add(1, 2) == 3
            assert add(0, 0) == 0

        def test_refuses_text():
            with pytest.raises(TypeError):
                add("1", 2)

        """

    static let shown = [
        Example(
            "an assisted commit skips a test", message: assisted,
            before: [("tests/test_add.py", sample)],
            files: [
                (
                    "tests/test_add.py",
                    "def test_adds():\n    assert add(1, 2) == 3\n    assert add(0, 0) == 0\n\n"
                        + "@pytest.mark.skip 1️⃣\ndef test_refuses_text():\n"
                        + "    with pytest.raises(TypeError):\n        add(\"1\", 2)\n"
                )
            ]),
        Example(
            "one test alone",
            files: [("test/cart.test.js", "it.only('adds', () => { 1️⃣\n  expect(add(1, 2)).toBe(3)\n})\n")]),
        Example(
            "a test less", before: [("tests/test_add.py", sample)],
            files: [
                ("tests/test_add.py", "def test_adds(): 1️⃣\n    assert add(1, 2) == 3\n    assert add(0, 0) == 0\n")
            ]
        ),
        Example(
            "an assertion less",
            before: [("pkg/add_test.go", "func TestAdd(t *testing.T) {\n\tassert.Equal(t, 3, Add(1, 2))\n}\n")],
            files: [("pkg/add_test.go", "func TestAdd(t *testing.T) { 1️⃣\n\tAdd(1, 2)\n}\n")]),
        Example(
            "recorded results change with the code",
            before: [("ui/__snapshots__/a.snap", "<b>3</b>\n"), ("ui/a.tsx", "const a = 3\n")],
            files: [("ui/__snapshots__/a.snap", "<b>4</b> 1️⃣\n"), ("ui/a.tsx", "const a = 4\n")]),
    ]

    static let harmless = [
        Example(
            "a test moved", before: [("tests/test_add.py", sample), ("tests/test_b.py", "import b\n")],
            files: [
                ("tests/test_add.py", "def test_adds():\n    assert add(1, 2) == 3\n    assert add(0, 0) == 0\n"),
                (
                    "tests/test_b.py",
                    "import b\n\ndef test_refuses_text():\n    with pytest.raises(TypeError):\n        add(\"1\", 2)\n"
                ),
            ]),
        Example(
            "a marker moved", before: [("a.test.js", "it.skip('adds', add)\n")],
            files: [("a.test.js", "it.skip('adds numbers', add)\n")]),
        Example("a word of ordinary code", files: [("src/list.js", "list.skip(3)\nmodel.fit(data)\nshow.only(one)\n")]),
        Example(
            "assertions of ordinary code",
            before: [("src/add.py", "def add(a, b):\n    assert a\n    return a + b\n")],
            files: [("src/add.py", "def add(a, b):\n    return a + b\n")]),
    ]
}
