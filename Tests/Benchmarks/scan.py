#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The aigate authors
# SPDX-License-Identifier: Apache-2.0
"""Prints how fast added text is scanned for secrets and personal data, in MB/s of one core.

    .ci/setup
    Tests/Benchmarks/scan.py --tree /path/to/source [--kingfisher /path/to/kingfisher] [--runs 5]

The tree is committed to a repository of its own and judged with one worker, with every content check on and with all of
them off, in turn; the difference in processor time is the scan's. Kingfisher scans the tree itself, without validation.
Nothing is judged here: the bars stand in the issue that set them.
"""

import argparse
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import tempfile
import time

CHECKS = ["secret", "secret-ai-service", "secret-generic", "secret-password", "secret-published", "personal-data"]


def cost(command, folder):
    """Processor and wall seconds of one run; its output is thrown away."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, wall


def policy(folder, level):
    path = os.path.join(folder, f"{level}.yml")
    with open(path, "w") as file:
        file.write("version: 1\nchecks:\n" + "".join(f"  {check}: {{level: {level}}}\n" for check in CHECKS))
    return path


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--tree", required=True)
    arguments.add_argument("--aigate", default=".build/release/aigate")
    arguments.add_argument("--kingfisher", help="a kingfisher program to compare with")
    arguments.add_argument("--runs", type=int, default=5)
    options = arguments.parse_args()

    aigate = os.path.abspath(options.aigate)
    work = tempfile.mkdtemp(prefix="aigate-bench-")
    copy = os.path.join(work, "tree")
    shutil.copytree(options.tree, copy, symlinks=True, ignore=shutil.ignore_patterns(".git", ".aigate"))
    git = ["git", "-c", "user.name=Bench", "-c", "user.email=bench@example.org", "-c", "core.autocrlf=false"]
    for command in (["init", "-q"], ["add", "-A", "-f"], ["commit", "-q", "-m", "Add the tree"]):
        subprocess.run(git + command, cwd=copy, check=True)
    diff = subprocess.run(
        ["git", "diff", "--numstat", "4b825dc642cb6eb9a060e54bf8d69288fbee4904", "HEAD"], cwd=copy, check=True,
        capture_output=True, text=True, errors="surrogateescape").stdout
    texts = [line.split("\t")[2] for line in diff.splitlines() if not line.startswith("-") and '"' not in line]
    size = sum(p.stat().st_size for p in (pathlib.Path(copy) / name for name in texts) if p.is_file()) / 1e6
    print(f"{size:.1f} MB of text in {len(texts)} files")

    def check(level):
        return [aigate, "check", "HEAD", "--all", "--ci", "none", "--quiet", "--jobs", "1", "--policy", policy(work, level),
                "--output-dir", os.path.join(work, "report")]

    on, off = check("monitor"), check("off")
    cost(on, copy), cost(off, copy)
    pairs = [(cost(on, copy), cost(off, copy)) for _ in range(options.runs)]
    rates = sorted(size / (a[0] - b[0]) for a, b in pairs if a[0] > b[0])
    print(f"aigate, every rule on: {statistics.median(a[1] for a, _ in pairs):.2f} s; off: {statistics.median(b[1] for _, b in pairs):.2f} s")
    print(f"the scan alone: {statistics.median(rates):.0f} MB/s of one core ({rates[0]:.0f} to {rates[-1]:.0f})")
    if options.kingfisher:
        scan = [options.kingfisher, "scan", "--no-validate", "--no-update-check", "--git-history", "none", copy]
        cost(scan, work)
        runs = [cost(scan, work) for _ in range(options.runs)]
        print(f"kingfisher: {statistics.median(w for _, w in runs):.2f} s wall, "
              f"{size / statistics.median(c for c, _ in runs):.0f} MB/s of one core")
    shutil.rmtree(work)


main()
