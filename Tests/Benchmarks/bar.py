#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The aigate authors
# SPDX-License-Identifier: Apache-2.0
"""Prints how aigate's time and memory compare with git's on a real history.

    .ci/setup
    Tests/Benchmarks/bar.py --repository /path/to/redis [--kingfisher /path/to/kingfisher] [--runs 7]

The two commands of a row run in turn, A B A B; a ratio is the median of the ratios of the pairs. Peak memory is that of
the largest process. Nothing is judged here: the bars stand in the issue that set them.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import tempfile
import time


def once(command, folder):
    """Wall seconds and peak KiB of one run; its output is thrown away."""
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    return time.monotonic() - start, usage.ru_maxrss


def pair(name, ours, theirs, folder, runs):
    once(ours, folder), once(theirs, folder)
    rows = [(once(ours, folder), once(theirs, folder)) for _ in range(runs)]
    ratios = sorted(a[0] / b[0] for a, b in rows)
    print(
        f"{name:44} {statistics.median(a[0] for a, _ in rows):8.3f} s {statistics.median(b[0] for _, b in rows):8.3f} s"
        f"   ratio {statistics.median(ratios):6.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"
        f"   peak {max(a[1] for a, _ in rows) / 1024:6.0f} MiB"
    )


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--repository", required=True)
    arguments.add_argument("--aigate", default=".build/release/aigate")
    arguments.add_argument("--kingfisher", help="a kingfisher program to compare with")
    arguments.add_argument("--runs", type=int, default=7)
    options = arguments.parse_args()

    folder = options.repository
    aigate = os.path.abspath(options.aigate)
    reports = tempfile.mkdtemp(prefix="aigate-bench-")
    log = ["git", "log", "-p", "-U0"]

    def check(*what):
        return [aigate, "check", *what, "--ci", "none", "--quiet", "--output-dir", os.path.join(reports, "report")]

    commits = int(subprocess.check_output(["git", "rev-list", "--count", "HEAD"], cwd=folder))
    first_parents = subprocess.check_output(["git", "rev-list", "--first-parent", "HEAD"], cwd=folder, text=True).split()

    def base(count):
        """A first-parent ancestor that leaves about so many commits above it."""
        low, high = 0, len(first_parents) - 1
        while low < high:
            middle = (low + high) // 2
            above = int(subprocess.check_output(["git", "rev-list", "--count", f"{first_parents[middle]}..HEAD"], cwd=folder))
            low, high = (middle + 1, high) if above < count else (low, middle)
        return first_parents[low]

    print(f"{commits} commits; A is aigate, B the other")
    twenty = f"{base(20)}..HEAD"
    pair("20 commits, all reports / git log -p -U0", check(twenty), log + [twenty], folder, options.runs)
    pair("whole history / git log -p -U0", check("HEAD", "--all"), log, folder, max(3, options.runs // 2))
    small, large = base(commits // 12), base(commits * 10 // 12)
    counts = [
        int(subprocess.check_output(["git", "rev-list", "--count", f"{start}..HEAD"], cwd=folder)) for start in (small, large)
    ]
    pair(
        f"{counts[1]} commits / {counts[0]} commits of aigate itself", check(f"{large}..HEAD"), check(f"{small}..HEAD"), folder,
        max(3, options.runs // 2))
    memory = [
        statistics.median(once(check(f"{start}..HEAD"), folder)[1] / 1024 for _ in range(max(3, options.runs // 2)))
        for start in (small, large)
    ]
    print(f"{'memory of those two':44} {memory[0]:.0f} MiB, {memory[1]:.0f} MiB, ratio {memory[1] / memory[0]:.2f}")
    pair("aigate --version / git --version", [aigate, "--version"], ["git", "--version"], folder, options.runs * 3)
    if options.kingfisher:
        scan = [
            options.kingfisher, "scan", folder, "--since-commit", base(20), "--no-validate", "--no-update-check", "--quiet",
        ]
        pair("20 commits, all reports / kingfisher", check(twenty), scan, folder, options.runs)
    shutil.rmtree(reports)


if __name__ == "__main__":
    main()
