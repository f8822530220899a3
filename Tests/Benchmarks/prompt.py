#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The aigate authors
# SPDX-License-Identifier: Apache-2.0
"""Prints how long `aigate scan --stdin` takes for a prompt of 2,048 bytes, in turn in each of the folders.

    .ci/setup
    Tests/Benchmarks/prompt.py [--runs 25] [FOLDER ...]

The prompt is the beginning of README.md. `--version` in the same turn shows how much of it is the start of any program.
"""

import argparse
import os
import statistics
import subprocess
import tempfile
import time


def once(command, folder, given=b""):
    """Wall milliseconds; what it prints is thrown away."""
    start = time.monotonic()
    subprocess.run(command, cwd=folder, input=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return 1000 * (time.monotonic() - start)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", nargs="*", metavar="FOLDER")
    arguments.add_argument("--aigate", default=".build/release/aigate")
    arguments.add_argument("--runs", type=int, default=25)
    options = arguments.parse_args()

    aigate = os.path.abspath(options.aigate)
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    with open(os.path.join(root, "README.md"), "rb") as file:
        prompt = file.read(2048)
    with tempfile.TemporaryDirectory() as outside:
        for folder in [outside] + options.folders:
            rows = [
                (once([aigate, "scan", "--stdin"], folder, prompt), once([aigate, "--version"], folder))
                for _ in range(options.runs)
            ]
            for name, times in zip(("scan", "--version"), zip(*rows)):
                place = "no repository" if folder == outside else folder
                print(f"{place:40} {name:10} {statistics.median(times):6.1f} ms ({min(times):.1f} to {max(times):.1f})")


main()
