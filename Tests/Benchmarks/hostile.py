#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The aigate authors
# SPDX-License-Identifier: Apache-2.0
"""Prints how aigate bears files that are made to hurt the scan for secrets, at full size.

    .ci/setup
    Tests/Benchmarks/hostile.py [--only NAME] [--seconds 60] [--mebibytes 512]

Each file is committed to a repository of its own and judged. A line fails where aigate crashes, takes longer or more
memory than the bounds, or passes over a part of a file without saying so: what is not looked at must end with exit code 3.
"""

import argparse
import json
import multiprocessing
import os
import random
import string
import subprocess
import sys
import tempfile
import time

MEBIBYTE = 1 << 20


def token(generator):
    return "npm_" + "".join(generator.choices(string.ascii_letters + string.digits, k=36))


def cases():
    """Name of the case, path of the file, its bytes, and whether all of it can be looked at."""
    generator = random.Random(4)
    yield "200 MB on one line", "data.js", lambda: b"x = 1; " * (200 * MEBIBYTE // 7), False
    yield "60 MiB on one line", "data.js", lambda: b"x = 1; " * (60 * MEBIBYTE // 7), True
    yield "60 MiB of ordinary lines", "data.py", lambda: b"value = compute(first, second)\n" * (60 * MEBIBYTE // 31), True
    yield "1,000,000 tokens, one a line", "tokens.txt", lambda: "".join(
        token(generator) + "\n" for _ in range(1_000_000)).encode(), False
    yield "1,000,000 assigned passwords", "passwords.py", lambda: "".join(
        f'password = "{generator.getrandbits(64):x}"\n' for _ in range(1_000_000)).encode(), False
    yield "1,000,000 card numbers", "cards.csv", lambda: "".join(
        f"{generator.randrange(10**15, 10**16)},\n" for _ in range(1_000_000)).encode(), False
    yield "60 MiB of digits", "digits.txt", lambda: b"1234567890" * (6 * MEBIBYTE), None
    yield "16 MiB of random bytes", "noise.txt", lambda: bytes(
        byte or 1 for byte in generator.randbytes(16 * MEBIBYTE)), None
    for word, path in [
        ("password", "a.txt"), ("password=", "a.ini"), ("pwd:", "a.yml"), ('"password":', "a.json"), ('password="', "a.c"),
        ("secret ", ".netrc"), ('pwd=["', "a.js"), ('""+', "a.js"), ("<password>", "a.xml"), ("-----BEGIN RSA PRIVATE KEY-----", "a.pem"),
        ("eyJhbGciOi", "a.txt"), ("Authorization: Basic ", "a.txt"), ("postgres://", "a.txt"), ("curl -u ", "a.sh"),
        ("Cookie: sessionid=", "a.txt"), (":$2b$", "a.txt"), ("AKIA", "a.txt"), ("+1 (2) ", "a.txt"), ("a@b.", "a.txt"),
    ]:
        yield f"32 MiB of {word!r}", path, lambda word=word: word.encode() * (32 * MEBIBYTE // len(word)), None
        yield f"32 MiB of lines {word!r}", path, lambda word=word: (word.encode() + b"\n") * (32 * MEBIBYTE // (len(word) + 1)), None
    yield "password and 60 MiB of joined texts", "a.py", lambda: b"password = " + b'"" + ' * (12 * MEBIBYTE), None
    yield "a long message", None, lambda: "".join(token(generator) + "\n" for _ in range(200_000)).encode(), False


def repository(folder, path, content):
    def git(*words, data=None):
        subprocess.run(["git", "-C", folder, *words], input=data, check=True, stdout=subprocess.DEVNULL)

    git("init", "-q", "-b", "main")
    git("config", "user.name", "Ann")
    git("config", "user.email", "ann@example.org")
    git("config", "core.compression", "1")
    git("commit", "-q", "--allow-empty", "-m", "Begin")
    if path is None:
        git("commit", "-q", "--allow-empty", "--cleanup=verbatim", "-F", "-", data=b"Add\n\n" + content)
        return
    with open(os.path.join(folder, path), "wb") as file:
        file.write(content)
    git("add", path)
    git("commit", "-q", "-m", "Add data")


def judge(aigate, folder, limit):
    report = os.path.join(folder, "report")
    start = time.monotonic()
    process = subprocess.Popen(
        [aigate, "check", "HEAD~1..HEAD", "--ci", "none", "--quiet", "--output-dir", report], cwd=folder,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while True:
        finished, status, usage = os.wait4(process.pid, os.WNOHANG)
        seconds = time.monotonic() - start
        if finished:
            break
        if seconds > limit:
            process.kill()
            os.wait4(process.pid, 0)
            return seconds, 0, None, []
        time.sleep(0.01)
    said = []
    try:
        with open(os.path.join(report, "run.json"), encoding="utf-8") as file:
            said = [text for text in strings(json.load(file)) if "in part" in text or "over limits.file-bytes" in text]
    except FileNotFoundError:
        pass
    return seconds, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status), said


def strings(node):
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for item in node:
            yield from strings(item)
    elif isinstance(node, dict):
        for item in node.values():
            yield from strings(item)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--aigate", default=".build/release/aigate")
    arguments.add_argument("--only", default="", help="cases whose name has this in it")
    arguments.add_argument("--seconds", type=float, default=60)
    arguments.add_argument("--mebibytes", type=float, default=768)
    options = arguments.parse_args()

    aigate = os.path.abspath(options.aigate)
    failed = 0
    for name, path, make, is_whole in cases():
        if options.only not in name:
            continue
        with tempfile.TemporaryDirectory(prefix="aigate-hostile-") as folder:
            # A process of its own: a child's peak begins with the memory of its parent.
            maker = multiprocessing.get_context("fork").Process(target=lambda: repository(folder, path, make()))
            maker.start()
            maker.join()
            seconds, memory, code, said = judge(aigate, folder, options.seconds)
        problem = ""
        if code is None:
            problem = "no end"
        elif code not in (0, 1, 3):
            problem = f"exit code {code}"
        elif memory > options.mebibytes:
            problem = "memory"
        elif (code == 3) != bool(said) or (is_whole is not None and is_whole != (code != 3)):
            problem = "silent, or said for nothing"
        failed += bool(problem)
        print(f"{name:56} {seconds:7.2f} s {memory:5.0f} MiB  exit {code}  {'FAILED: ' + problem if problem else 'ok'}", flush=True)
        if said:
            print(f"    {said[0][:150]}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
