#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The aigate authors
# SPDX-License-Identifier: Apache-2.0
"""Prints how long `aigate inventory` takes beside `git log -p -U0` over the same history.

    .ci/setup
    Tests/Benchmarks/inventory.py --repository /path/to/git-ai [--leave-out COMMIT] [--runs 5]

The two run in turn, A B A B; a ratio is the median of the ratios of the pairs. git ends at the first object that a clone
lacks: --leave-out names the commit whose object that is, and git then shows all of the others.
"""

import argparse
import os
import statistics
import subprocess
import time


def once(command, folder, given=b""):
    """Wall seconds and exit status; what it prints is thrown away."""
    start = time.monotonic()
    done = subprocess.run(command, cwd=folder, input=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - start, done.returncode


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--repository", required=True)
    arguments.add_argument("--aigate", default=".build/release/aigate")
    arguments.add_argument("--leave-out", default="", help="a commit that git cannot show")
    arguments.add_argument("--runs", type=int, default=5)
    options = arguments.parse_args()

    folder = options.repository
    ids = subprocess.check_output(["git", "rev-list", "HEAD", "--"], cwd=folder, text=True).split()
    shown = [commit for commit in ids if not (options.leave_out and commit.startswith(options.leave_out))]
    given = "".join(commit + "\n" for commit in shown).encode()
    ours = [os.path.abspath(options.aigate), "inventory", "--format", "json", "--progress", "never"]
    log = ["git", "log", "-p", "-U0", "--no-walk=unsorted", "--stdin"]

    once(ours, folder), once(log, folder, given)
    rows = [(once(ours, folder), once(log, folder, given)) for _ in range(options.runs)]
    ratios = sorted(a[0] / b[0] for a, b in rows)
    print(f"{len(ids)} commits, of which git shows {len(shown)}")
    print(f"aigate inventory {statistics.median(a[0] for a, _ in rows):8.3f} s, ends with {rows[0][0][1]}")
    print(f"git log -p -U0   {statistics.median(b[0] for _, b in rows):8.3f} s, ends with {rows[0][1][1]}")
    print(f"ratio            {statistics.median(ratios):8.2f}   ({ratios[0]:.2f} to {ratios[-1]:.2f})")


if __name__ == "__main__":
    main()
