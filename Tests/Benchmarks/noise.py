#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The aigate authors
# SPDX-License-Identifier: Apache-2.0
"""Counts what the content scan finds in whole histories, per million added lines.

    .ci/setup
    Tests/Benchmarks/noise.py /path/to/clone ... [--list] [--level warn]

For histories whose authors published no credentials each finding is noise; what is true has to be looked at: `--list`
prints where each one stands. Nothing is judged here: the bars stand in the issue that set them.
"""

import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile

LEVELS = ["block", "warn", "monitor"]


def run(aigate, repository):
    """The run document of a repository's whole history."""
    with tempfile.TemporaryDirectory(prefix="aigate-noise-") as folder:
        command = [aigate, "check", "HEAD", "--all", "--ci", "none", "--quiet", "--output-dir", folder]
        process = subprocess.run(command, cwd=repository, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        document = os.path.join(folder, "run.json")
        if not os.path.exists(document):
            sys.exit(f"{repository}: no run.json (exit {process.returncode}): {process.stderr.strip()}")
        with open(document, encoding="utf-8") as file:
            return json.load(file)


def of_content(finding):
    check = finding["ruleId"].split("/")[0]
    return check == "personal-data" or check.startswith("secret")


def report(name, lines, findings):
    print(f"\n{name}: {lines} added lines")
    counts = collections.Counter((finding["level"], finding["ruleId"]) for finding in findings)
    for level in LEVELS:
        total = sum(count for (found, _), count in counts.items() if found == level)
        print(f"  {level:8} {total:7} {total * 1e6 / max(1, lines):10.1f} per million")
        for (found, rule), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            if found == level:
                print(f"      {count:7} {rule}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("repositories", nargs="+", metavar="clone")
    arguments.add_argument("--aigate", default=".build/release/aigate")
    arguments.add_argument("--list", action="store_true", help="print each finding")
    arguments.add_argument("--level", choices=LEVELS, default="monitor", help="least level that is listed")
    options = arguments.parse_args()

    aigate = os.path.abspath(options.aigate)
    all_lines, all_findings = 0, []
    for repository in options.repositories:
        document = run(aigate, repository)
        lines = sum(commit["addedLines"] for commit in document["commits"])
        findings = [finding for finding in document["findings"] if of_content(finding)]
        report(os.path.basename(os.path.abspath(repository)), lines, findings)
        for reason in document["result"].get("reasons", []):
            print(f"  not judged: {reason}")
        if options.list:
            listed = [finding for finding in findings if finding["level"] in LEVELS[: LEVELS.index(options.level) + 1]]
            for finding in sorted(listed, key=lambda one: (LEVELS.index(one["level"]), one["ruleId"])):
                place = f"{finding['path'] or 'message'}:{finding['line'] or 0}"
                print(
                    f"    {finding['level']:7} {finding['ruleId']} {(finding['commit'] or '')[:12]} {place}"
                    f"  {finding['excerpt'] or ''}"
                )
        all_lines += lines
        all_findings += findings
    if len(options.repositories) > 1:
        report("all", all_lines, all_findings)


if __name__ == "__main__":
    main()
