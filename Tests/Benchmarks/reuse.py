#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The aigate authors
# SPDX-License-Identifier: Apache-2.0
"""Compares `aigate licences` with `reuse lint --json`, file by file.

    .ci/setup
    pip install reuse
    Tests/Benchmarks/reuse.py /path/to/clone ... [--reuse PATH]

The clones must have nothing uncommitted: reuse reads the working tree, aigate the commit. A file's verdict is whether it has a
licence, whether it has a copyright notice, and whether its expressions are ones. Licences are compared too. Every difference is
printed; the exit code is 1 where a verdict differs.
"""

import argparse
import json
import os
import subprocess
import sys


def output(command, folder):
    process = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if not process.stdout.strip():
        sys.exit(f"{' '.join(command)} in {folder}: exit {process.returncode}: {process.stderr.strip()}")
    return process.stdout


def by_reuse(reuse, folder):
    report = json.loads(output([reuse, "lint", "--json"], folder))
    return {
        file["path"]: {
            "licence": bool(file["spdx_expressions"]),
            "copyright": bool(file["copyrights"]),
            "valid": all(one["is_valid"] for one in file["spdx_expressions"]),
            "expressions": sorted(one["value"] for one in file["spdx_expressions"]),
        }
        for file in report["files"]
    }


def by_aigate(aigate, folder):
    return {
        file["path"]: {
            "licence": bool(file["licences"]),
            "copyright": bool(file["copyright"]),
            "valid": all(one["isExpression"] for one in file["licences"]),
            "expressions": sorted({one["value"] for one in file["licences"]}),
        }
        for file in json.loads(output([aigate, "licences", "--format", "json"], folder))
    }


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("repositories", nargs="+", metavar="clone")
    arguments.add_argument("--aigate", default=".build/release/aigate")
    arguments.add_argument("--reuse", default="reuse")
    options = arguments.parse_args()
    aigate = os.path.abspath(options.aigate)
    reuse = os.path.abspath(options.reuse) if os.sep in options.reuse else options.reuse
    differing = 0
    for folder in options.repositories:
        theirs, ours = by_reuse(reuse, folder), by_aigate(aigate, folder)
        same = spelt = 0
        for path in sorted(set(theirs) | set(ours)):
            one, other = theirs.get(path), ours.get(path)
            if one is None or other is None:
                print(f"  {path}: only {'aigate' if one is None else 'reuse'} covers it")
                continue
            verdicts = [key for key in ("licence", "copyright", "valid") if one[key] != other[key]]
            same += not verdicts
            if verdicts or one["expressions"] != other["expressions"]:
                spelt += not verdicts
                print(f"  {path}: reuse {one}, aigate {other}")
        differing += len(set(theirs) | set(ours)) - same
        name = os.path.basename(os.path.abspath(folder))
        print(f"{name}: {len(theirs)} files by reuse, {len(ours)} by aigate, {same} with the same verdict, {spelt} of them with other expressions")
    sys.exit(1 if differing else 0)


main()
