#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The aigate authors
# SPDX-License-Identifier: Apache-2.0
"""Compiles ai-tools.json into the files that catalogue.c embeds.

    python3 Sources/CCatalogue/generate.py            writes them
    python3 Sources/CCatalogue/generate.py --check    exits 1 when one is stale

tool-ids.txt has the id of every tool, one a line.

agent-files.txt has a line for every path by which tools show in a repository: `residue` (should not be committed:
transcripts, personal settings), `executable` (names commands that a tool runs by itself) or `instructions`, a TAB, and
the path, at any depth; that of a folder ends in `/`. What recorders of sessions leave is neither of the last two.

tool-traces.txt has what shows in a repository's files that a tool is used, from ai-traces.json and the files above; columns
are apart by TABs:

    tool     id, kind (service, runtime or library), name, vendor: of what ai-tools.json does not have
    file     id, path as in agent-files.txt; `generic` where several tools read it
    package  id, ecosystem (a type of a package URL), name as Sources/Dependencies gives it
    import   id, family of languages, module
    key      id, name of an environment variable

Layout of catalogue.bin, little-endian, no padding. A text is u32 offset and u16 length in the strings at the end, in
bytes; a day is u16 days since 1970-01-01.

    header      "AIGC", u16 version, u16 counts of tools, trailers, identities, markers, branches, windows
    tools       id, name, vendor, address: text; class, confidence, authorIsAgent: u8
    trailers    tool: u16; key (lower case), pattern, literal: text; confidence, role: u8
    identities  tool: u16; name, name literal, e-mail, e-mail literal: text; confidence, role: u8
    markers     tool: u16; pattern, literal: text; confidence, place: u8
    branches    tool: u16; prefix: text
    windows     key (lower case), pattern, literal, reason, source: text; from, to: day
    strings

A literal is the longest text, in lower case, that every match of the pattern contains; empty when there is none of at
least three bytes. The address is the one to name the tool by as co-author; empty where the catalogue has none that is
sure. A window is a trailer that proves nothing on those days, both included. Enumerations are numbered as in the lists below; ToolCatalogue.swift has the same order.
"""

import datetime
import json
import pathlib
import re
import struct
import sys

try:
    from re import _constants as op, _parser as parser
except ImportError:  # before Python 3.11
    import sre_constants as op
    import sre_parse as parser

FOLDER = pathlib.Path(__file__).resolve().parent
VERSION = 2
CONFIDENCES = ["high", "medium", "low"]
ROLES = ["author", "assist", "ai-suggestion", "ai-review"]
CLASSES = ["coding-agent", "assistant", "ai-review", "model", "session-recorder", "generic"]
PLACES = ["body", "subject", "pr-body", "pr-title"]
SHORTEST_LITERAL = 3
# What a pattern for exactly one address is made of.
PLAIN = r"((?:[A-Za-z0-9_@-]|\\[.+])+)"


def folded(text):
    """Lower case as PCRE2 folds bytes: ASCII only."""
    return bytes(byte + 32 if 65 <= byte <= 90 else byte for byte in text.encode())


class Runs:
    """Texts that every match contains, collected while walking an expression."""

    def __init__(self):
        self.found = [b""]
        self.current = b""

    def end(self):
        self.found.append(self.current)
        self.current = b""

    def walk(self, nodes):
        for kind, argument in nodes:
            if kind is op.LITERAL:
                self.current += folded(chr(argument))
            elif kind is op.SUBPATTERN:
                self.walk(argument[-1])
            elif kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
                continue
            elif kind in (op.MAX_REPEAT, op.MIN_REPEAT) and argument[0] > 0:
                self.end()
                self.walk(argument[2])
                self.end()
            else:
                self.end()


def literal(pattern):
    runs = Runs()
    runs.walk(parser.parse(pattern))
    runs.end()
    longest = max(runs.found, key=len)
    return longest if len(longest) >= SHORTEST_LITERAL else b""


class Writer:
    def __init__(self):
        self.records = bytearray()
        self.strings = bytearray()
        self.places = {}

    def number(self, *values):
        for value in values:
            self.records += struct.pack("<H", value)

    def byte(self, *values):
        self.records += bytes(values)

    def text(self, *values):
        for value in values:
            value = value if isinstance(value, bytes) else value.encode()
            if value not in self.places:
                self.places[value] = len(self.strings)
                self.strings += value
            self.records += struct.pack("<IH", self.places[value], len(value))

    def pattern(self, value):
        self.text(value, literal(value) if value else b"")

    def bytes(self):
        return bytes(self.records + self.strings)


def each(tools, field):
    return [(number, entry) for number, tool in enumerate(tools) for entry in tool[field]]


def address(tool):
    sure = [entry for entry in tool["identities"] if entry["confidence"] != "low" and "namePattern" not in entry]
    co_authors = [
        entry["valuePattern"]
        for entry in tool["trailers"]
        if entry["key"] == "Co-authored-by" and entry["confidence"] != "low"
    ]
    found = [re.search(r"<(\S+@\S+)>", entry.get("literal", "")) for entry in sure]
    found += [re.fullmatch(f"<{PLAIN}>", pattern) for pattern in co_authors]
    found += [re.fullmatch(rf"\^{PLAIN}\$", entry["emailPattern"]) for entry in sure]
    return next((match.group(1).replace("\\", "") for match in found if match), "")


def day(text):
    return datetime.date.fromisoformat(text).toordinal() - datetime.date(1970, 1, 1).toordinal()


def agent_files(tools):
    kinds = {}
    for tool in tools:
        if tool["class"] != "session-recorder":
            kinds.update((path, "instructions") for path in tool["files"] if path not in kinds)
    for tool in tools:
        kinds.update((path, "executable") for path in tool.get("executableFiles", []))
    for tool in tools:
        kinds.update((path, "residue") for path in tool["residueFiles"])
    return "".join(f"{kind}\t{path}\n" for path, kind in sorted(kinds.items())).encode()


def tool_traces(tools, traces):
    known = {tool["id"] for tool in tools}
    lines = []
    readers = {}
    for tool in tools:
        for path in tool["files"] + tool["residueFiles"] + tool.get("executableFiles", []):
            readers.setdefault(path, set()).add(tool["id"])
    for path, ids in readers.items():
        lines.append(("file", ids.pop() if len(ids) == 1 else "generic", path))
    for trace in traces:
        tool = trace["id"]
        if tool not in known:
            lines.append(("tool", tool, trace["kind"], trace["name"], trace["vendor"]))
        lines += [("package", tool, kind, name) for kind, names in trace["packages"].items() for name in names]
        lines += [("import", tool, family, name) for family, names in trace["imports"].items() for name in names]
        lines += [("key", tool, name) for name in trace["keys"]]
    return "".join("\t".join(line) + "\n" for line in sorted(lines)).encode()


def compiled(tools):
    trailers, identities = each(tools, "trailers"), each(tools, "identities")
    markers, branches = each(tools, "bodyMarkers"), each(tools, "branchPrefixes")
    windows = [entry for tool in tools for entry in tool.get("unreliable", [])]
    out = Writer()
    out.records += b"AIGC"
    out.number(VERSION, len(tools), len(trailers), len(identities), len(markers), len(branches), len(windows))
    for tool in tools:
        out.text(tool["id"], tool["name"], tool["vendor"], address(tool))
        out.byte(CLASSES.index(tool["class"]), CONFIDENCES.index(tool["confidence"]), int(tool["authorIsAgent"]))
    for number, entry in trailers:
        out.number(number)
        out.text(folded(entry["key"]))
        out.pattern(entry["valuePattern"])
        out.byte(CONFIDENCES.index(entry["confidence"]), ROLES.index(entry["role"]))
    for number, entry in identities:
        out.number(number)
        out.pattern(entry.get("namePattern", ""))
        out.pattern(entry.get("emailPattern", ""))
        out.byte(CONFIDENCES.index(entry["confidence"]), ROLES.index(entry["role"]))
    for number, entry in markers:
        out.number(number)
        out.pattern(entry["pattern"])
        out.byte(CONFIDENCES.index(entry["confidence"]), PLACES.index(entry["where"]))
    for number, prefix in branches:
        out.number(number)
        out.text(folded(prefix))
    for entry in windows:
        out.text(folded(entry["key"]))
        out.pattern(entry["valuePattern"])
        out.text(entry["reason"], entry["source"])
        out.number(day(entry["from"]), day(entry["to"]))
    return out.bytes()


def main(arguments):
    tools = json.loads((FOLDER / "ai-tools.json").read_text(encoding="utf-8"))
    traces = json.loads((FOLDER / "ai-traces.json").read_text(encoding="utf-8"))
    results = {
        "catalogue.bin": compiled(tools),
        "tool-ids.txt": "".join(tool["id"] + "\n" for tool in tools).encode(),
        "agent-files.txt": agent_files(tools),
        "tool-traces.txt": tool_traces(tools, traces),
    }
    if arguments not in ([], ["--check"]):
        print("usage: generate.py [--check]", file=sys.stderr)
        return 2
    status = 0
    for name, content in results.items():
        target = FOLDER / name
        if not arguments:
            target.write_bytes(content)
        elif not target.exists() or target.read_bytes() != content:
            print(f"{name} is stale: run python3 Sources/CCatalogue/generate.py", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
