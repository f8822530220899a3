#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The aigate authors
# SPDX-License-Identifier: Apache-2.0
"""Compiles ai-tools.json into catalogue.bin, which catalogue.c embeds.

    python3 Sources/CCatalogue/generate.py            writes catalogue.bin
    python3 Sources/CCatalogue/generate.py --check    exits 1 when catalogue.bin is stale

Layout, little-endian, no padding. A text is u32 offset and u16 length in the strings at the end, in bytes.

    header      "AIGC", u16 version, u16 counts of tools, trailers, identities, markers, branches, files
    tools       id, name, vendor: text; class, confidence, authorIsAgent: u8
    trailers    tool: u16; key (lower case), pattern, literal: text; confidence, role: u8
    identities  tool: u16; name, name literal, e-mail, e-mail literal: text; confidence, role: u8
    markers     tool: u16; pattern, literal: text; confidence, place: u8
    branches    tool: u16; prefix: text
    files       tool: u16; path: text; residue: u8
    strings

A literal is the longest text, in lower case, that every match of the pattern contains; empty when there is none of at
least three bytes. Enumerations are numbered as in the lists below; ToolCatalogue.swift has the same order.
"""

import json
import pathlib
import struct
import sys

try:
    from re import _constants as op, _parser as parser
except ImportError:  # before Python 3.11
    import sre_constants as op
    import sre_parse as parser

FOLDER = pathlib.Path(__file__).resolve().parent
VERSION = 1
CONFIDENCES = ["high", "medium", "low"]
ROLES = ["author", "assist", "ai-suggestion", "ai-review"]
CLASSES = ["coding-agent", "assistant", "ai-review", "model", "session-recorder", "generic"]
PLACES = ["body", "subject", "pr-body", "pr-title"]
SHORTEST_LITERAL = 3


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


def compiled(tools):
    trailers, identities = each(tools, "trailers"), each(tools, "identities")
    markers, branches = each(tools, "bodyMarkers"), each(tools, "branchPrefixes")
    files = [(number, path, 0) for number, path in each(tools, "files")]
    files += [(number, path, 1) for number, path in each(tools, "residueFiles")]
    out = Writer()
    out.records += b"AIGC"
    out.number(VERSION, len(tools), len(trailers), len(identities), len(markers), len(branches), len(files))
    for tool in tools:
        out.text(tool["id"], tool["name"], tool["vendor"])
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
    for number, path, residue in files:
        out.number(number)
        out.text(path)
        out.byte(residue)
    return out.bytes()


def main(arguments):
    tools = json.loads((FOLDER / "ai-tools.json").read_text(encoding="utf-8"))
    result = compiled(tools)
    target = FOLDER / "catalogue.bin"
    if arguments == ["--check"]:
        if not target.exists() or target.read_bytes() != result:
            print("catalogue.bin is stale: run python3 Sources/CCatalogue/generate.py", file=sys.stderr)
            return 1
        return 0
    if arguments:
        print("usage: generate.py [--check]", file=sys.stderr)
        return 2
    target.write_bytes(result)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
