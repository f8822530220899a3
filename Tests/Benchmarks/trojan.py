#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The aigate authors
# SPDX-License-Identifier: Apache-2.0
"""Whether aigate finds something in each attack file of nickboucher/trojan-source.

    .ci/setup
    Tests/Benchmarks/trojan.py /path/to/clone-of-trojan-source

The files are committed one by one to a repository of their own. One in which `hidden-unicode` finds nothing is printed,
and the exit code is 1.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

FOLDERS = ["Assembly", "Bash", "C", "C#", "C++", "Go", "Java", "JavaScript", "Python", "Rust", "SQL", "Solidity"]
# What stands beside the attacks.
OTHERS = {"README.md", "omnisharp.json"}


def git(folder, *arguments, text=None):
    environment = dict(os.environ, GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_SYSTEM=os.devnull)
    identity = ["-c", "user.name=Ann Lee", "-c", "user.email=ann@example.org"]
    return subprocess.run(
        ["git", "-C", folder, *identity, *arguments], check=True, env=environment, input=text, stdout=subprocess.PIPE
    ).stdout


def attacks(clone):
    """Path and bytes of each attack file of the clone's last commit."""
    names = git(clone, "ls-tree", "-r", "-z", "--name-only", "HEAD").decode().split("\0")
    for name in names:
        parts = name.split("/")
        if len(parts) == 2 and parts[0] in FOLDERS and parts[1] not in OTHERS:
            yield name, git(clone, "show", f"HEAD:{name}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("clone")
    arguments.add_argument("--aigate", default=".build/release/aigate")
    options = arguments.parse_args()
    aigate = os.path.abspath(options.aigate)

    with tempfile.TemporaryDirectory(prefix="aigate-trojan-") as folder:
        repository, report = os.path.join(folder, "repository"), os.path.join(folder, "report")
        os.mkdir(repository)
        git(repository, "init", "--quiet")
        names = []
        for name, content in attacks(options.clone):
            path = os.path.join(repository, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(content)
            git(repository, "add", "--", name)
            git(repository, "commit", "--quiet", "--message", "Add a file")
            names.append(name)
        command = [aigate, "check", "HEAD", "--all", "--ci", "none", "--quiet", "--output-dir", report]
        process = subprocess.run(command, cwd=repository, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        document = os.path.join(report, "run.json")
        if not os.path.exists(document):
            sys.exit(f"no run.json (exit {process.returncode}): {process.stderr.strip()}")
        with open(document, encoding="utf-8") as file:
            findings = json.load(file)["findings"]

    found = {one["path"] for one in findings if one["ruleId"].startswith("hidden-unicode") and one["level"] != "monitor"}
    missed = [name for name in names if name not in found]
    print(f"{len(names) - len(missed)} of {len(names)} files found")
    for name in missed:
        print(f"  missed: {name}")
    sys.exit(1 if missed or not names else 0)


if __name__ == "__main__":
    main()
