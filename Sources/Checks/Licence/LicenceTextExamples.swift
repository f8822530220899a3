// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

enum LicenceTextExamples {
    private static let notice = """
        // This program is free software; you can redistribute it and/or modify
        // it under the terms of the GNU General Public License as published by 1️⃣
        // the Free Software Foundation; either version 2 of the License, or
        // (at your option) any later version.

        """
    private static let plain = notice.replacing(" 1️⃣", with: "")

    static let due: [Example] = [
        Example("a notice that came along", files: [("src/heap.c", notice + "int heap(void);\n")]),
        Example(
            "a weak one, in the middle of a file",
            before: [("LICENSE", "MIT License\n"), ("a.py", "x = 1\n")],
            files: [("a.py", "x = 1\n# Subject to the terms of the Mozilla Public License, v. 2.0. 1️⃣\ny = 2\n")]),
        Example("a module's own word", files: [("drv.c", "MODULE_LICENSE(\"GPL v2\"); 1️⃣\n")]),
        Example(
            "source that may not be sold",
            files: [("a.go", "// Licensed under the Business Source License 1.1. 1️⃣\n")]),
        Example("a library, once for a folder", files: [("lib/a.c", notice), ("lib/b.c", plain)]),
        Example(
            "a docstring", files: [("a.py", "\"\"\"Heaps.\n\nLicensed under the AGPLv3. 1️⃣\n\"\"\"\n")]),
    ]

    static let clean: [Example] = [
        Example(
            "the project is under it", before: [("COPYING", "GNU GENERAL PUBLIC LICENSE Version 2, June 1991\n")],
            files: [("src/heap.c", plain)]),
        Example("its neighbours are under it", before: [("lib/a.c", plain)], files: [("lib/b.c", plain)]),
        Example("one may choose", files: [("a.js", "/* Dual licensed under the MIT and GPL licenses. */\n")]),
        Example(
            "prose, licence files and data",
            files: [("README.md", plain), ("COPYING", plain), ("a.json", "\"GPL-2.0\"\n")]),
        Example("a policy", files: [(".aigate/policy.yml", "version: 1\n# Answers under CC BY-SA\n")]),
        Example("a string", files: [("a.js", "print(\"licensed under the GPL version 2\")\n")]),
        Example("a table of names", files: [("a.py", "# MIT, GPL-2.0, LGPL-2.1, MPL-2.0, EPL-1.0, CDDL-1.0\nx = 1\n")]),
        Example("no licence of this file", files: [("a.c", "// GPL-compatible, and not under the GPL itself.\n")]),
    ]
}
