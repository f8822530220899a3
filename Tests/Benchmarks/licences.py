#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The aigate authors
# SPDX-License-Identifier: Apache-2.0
"""Compares how licence notices and texts are recognised with Debian's licensecheck, on files whose licence is known.

    apt-get install licensecheck
    git clone --bare https://github.com/spdx/license-list-XML
    git clone --bare https://github.com/util-linux/util-linux     (and more projects with tags beside classic notices)
    Tests/Benchmarks/licences.py --texts license-list-XML.git --tagged util-linux.git ... --permissive express.git ...

Three kinds of labelled files are taken from clones; none of them is part of this project:
  texts       licences of the SPDX list, and the headers that it says to put into files; labelled by their id
  tagged      source files with an SPDX tag and a classic notice: the tag is taken out and kept as the label
  permissive  source files of projects that are known to hold no copyleft code; labelled by that alone
Of files whose first lines are the same words, few are taken. A hash of the name parts the set into a half to tune on and a
half to measure; --half says which is shown. Judged are whether any copyleft, and strong copyleft, is seen, and the set of
categories, all by the categories of Sources/CLicences/licences.txt.
"""

import argparse
import hashlib
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parents[2]
CODE = set(
    "c h cc cpp hpp java js ts py pl sh rs go swift rb php scala kt cs m4 am ac S s y l lua sql vala cmake mk proto".split())
TAG = re.compile(r"SPDX-License-Identifier:\s*(.+)")
CLASSIC = re.compile(
    r"licen[cs]ed? (under|by)|under the (terms|conditions)|redistribut(ion|e)s? (and|it|of|or|in)\b"
    r"|permission (is|to)\b|public licen[cs]e|(released|distributed|covered|provided|available) under|\bl?gpl(v?\d|\b)|licen[cs]e:", re.I)
PER_PROJECT, PER_NOTICE = 400, 3

DRIVER = """
import Glibc
func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { all += buffer[..<count] }
    return all
}
while let path = readLine() {
    let text = bytes(of: path)
    let found = LicenceNotices.find(in: text[...])
    print(path + "\\t" + found.map { $0.category.rawValue + " " + $0.id }.joined(separator: "\\t"))
}
"""


class Categories:
    """Ids of the SPDX list and what they ask for; a family has the category that most of its ids have."""

    def __init__(self):
        self.ids, families = {}, {}
        for line in (ROOT / "Sources/CLicences/licences.txt").read_text().splitlines()[1:]:
            fields = line.split("\t")
            self.ids[fields[0].lower()] = fields[1]
            families.setdefault(re.split(r"-v?\d", fields[0].lower())[0], []).append(fields[1])
        self.families = {name: max(sorted(set(all)), key=all.count) for name, all in families.items()}

    def of(self, identifier):
        name = identifier.lower().rstrip("+")
        while name:
            for table in (self.ids, self.families):
                if name in table:
                    return table[name]
            if "-" not in name and "_" not in name:
                return None
            name = re.split(r"[-_](?=[^-_]*$)", name)[0]
        return None

    def of_expression(self, expression):
        """Categories of all licences in an expression; an exception makes strong copyleft weak."""
        found = set()
        for term in re.split(r"\s+(?:and/or|and|or)\s+|[()/|]", expression, flags=re.I):
            parts = re.split(r"\s+with\s+", term.strip(), flags=re.I)
            category = self.of(parts[0].split(" ")[0]) if parts[0] else None
            if category:
                found.add("weak-copyleft" if len(parts) > 1 and category == "strong-copyleft" else category)
        return found


def git(clone, *arguments):
    return subprocess.run(["git", "-C", clone, *arguments], check=True, capture_output=True).stdout


def texts_of(clone, paths):
    """The texts of files of a clone's newest commit, by path; what is no UTF-8, too large or absent is left out."""
    asked = "".join(f"HEAD:{path}\n" for path in paths).encode()
    data = subprocess.run(["git", "-C", clone, "cat-file", "--batch"], input=asked, capture_output=True).stdout
    result, at = {}, 0
    for path in paths:
        end = data.index(b"\n", at)
        fields = data[at:end].split()
        at = end + 1
        if fields[-1] == b"missing" or len(fields) != 3:
            continue
        size = int(fields[2])
        body, at = data[at:at + size], at + size + 1
        if size < 300_000 and b"\0" not in body:
            result[path] = body.decode("utf-8", "replace")
    return result


def paths_of(clone):
    listed = git(clone, "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "HEAD")
    return listed.decode("utf-8", "replace").splitlines()


def few(files):
    """At most so many of a project, and of those that begin alike; by the hash of the name, so the same each time."""
    seen, kept = {}, 0
    for path in sorted(files, key=lambda one: hashlib.sha256(one.encode()).hexdigest()):
        text = files[path][0]
        head = "\n".join(line for line in text.splitlines()[:40] if "opyright" not in line)
        words = " ".join(re.findall(r"[a-z]{3,}", head.lower())[:60])
        seen[words] = seen.get(words, 0) + 1
        if seen[words] <= PER_NOTICE and kept < PER_PROJECT:
            kept += 1
            yield path, files[path]


def licence_texts(clone):
    folder = "test/simpleTestForGenerator/"
    paths = [path for path in paths_of(clone) if path.startswith(folder)]
    seen = set()
    for path, text in texts_of(clone, paths).items():
        name = path[len(folder):-len(".txt")]
        if name.startswith("deprecated_") or text in seen:
            continue
        seen.add(text)
        yield f"text/{name}", (text, name)
    sources = [path for path in paths_of(clone) if re.fullmatch(r"src/[^/]+\.xml", path)]
    for path, text in texts_of(clone, sources).items():
        header = next(xml.fromstring(text).iter("{http://www.spdx.org/license}standardLicenseHeader"), None)
        if header is not None:
            lines = " ".join("".join(header.itertext()).split())
            body = "".join(f" * {line}\n" for line in re.findall(r".{1,70}(?:\s|$)", lines))
            yield f"header/{path[4:-4]}.c", (f"/*\n{body} */\nint x;\n", path[4:-4])


def tagged(clone):
    paths = [path for path in paths_of(clone) if path.rsplit(".", 1)[-1] in CODE]
    files = {}
    for path, text in texts_of(clone, paths).items():
        tags = TAG.findall(text)
        if len(tags) != 1 or text.find("SPDX-License-Identifier") > 6000:
            continue
        label = re.sub(r"\s*(\*/|-->|\*\)|#\}|\"|').*$", "", tags[0]).strip()
        rest = "".join(line for line in text.splitlines(True) if "SPDX-" not in line)
        # What only the tag says, no reader of notices can find.
        if CLASSIC.search("\n".join(rest.splitlines()[:50])) and "syscall-note" not in label:
            files[path] = (rest, label)
    yield from few(files)


def permissive(clone):
    paths = [path for path in paths_of(clone) if path.rsplit(".", 1)[-1] in CODE]
    yield from few({path: (text, None) for path, text in texts_of(clone, paths).items()})


def assembled(options, categories, folder):
    """Writes the files into a folder; their paths with the categories of their labels."""
    labels = {}
    sources = [
        ("texts", options.texts, licence_texts), ("tagged", options.tagged, tagged),
        ("permissive", options.permissive, permissive)]
    for kind, clones, read in sources:
        for clone in clones:
            project = re.sub(r"\W+", "-", pathlib.Path(clone).parent.name + pathlib.Path(clone).name)
            for name, (text, label) in read(clone):
                half = "held" if hashlib.sha256(f"half {project} {name}".encode()).digest()[0] & 1 else "tuned"
                if options.half != half:
                    continue
                expected = set() if label is None else categories.of_expression(label)
                if label is not None and (not expected or "exception" in expected):
                    continue
                path = folder / kind / project / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
                labels[str(path)] = (kind, label, expected)
    return labels


def program(folder):
    """Our reader with nothing around it, compiled as the release program is."""
    header = ROOT / "Sources/CLicences/include/CLicences.h"
    (folder / "module.modulemap").write_text(f'module CLicences {{ header "{header}" export * }}\n')
    (folder / "main.swift").write_text(DRIVER)
    subprocess.run(
        ["clang", "-c", "-std=c23", f"-I{header.parent}", f"--embed-dir={header.parents[1]}",
         str(header.parents[1] / "licences.c"), "-o", str(folder / "licences.o")], check=True)
    sources = [ROOT / "Sources/Licences/LicenceCategory.swift", ROOT / "Sources/Licences/LicenceList.swift"]
    sources += sorted((ROOT / "Sources/Licences/Notices").glob("*.swift"))
    subprocess.run(
        ["swiftc", "-O", "-wmo", "-swift-version", "6", "-package-name", "aigate", "-module-name", "notices",
         f"-I{folder}", *map(str, sources), str(folder / "main.swift"), str(folder / "licences.o"),
         "-o", str(folder / "notices")], check=True)
    return folder / "notices"


def timed(command, **options):
    """Output, and processor seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    output = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, **options).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return output, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def ours(command, labels):
    output, seconds = timed([str(command)], input="".join(f"{path}\n" for path in labels))
    found = {}
    for line in output.splitlines():
        path, *notices = line.split("\t")
        found[path] = ({notice.split(" ")[0] for notice in notices if notice}, " ".join(notices))
    return found, seconds


def licensecheck(labels, categories):
    found, seconds = {}, 0
    paths = list(labels)
    for start in range(0, len(paths), 500):
        output, spent = timed(
            ["licensecheck", "--lines=0", "--shortname-scheme=spdx,debian", "--machine", "--"]
            + paths[start:start + 500])
        seconds += spent
        for line in output.splitlines():
            path, _, licence = line.partition("\t")
            found[path] = (categories.of_expression(licence), licence)
    return found, seconds


def coarse(categories):
    """What is compared: no licence is as free as another."""
    return {"free" if one in ("permissive", "public-domain") else one for one in categories if one != "unknown"}


def measure(title, labels, found, kinds):
    paths = [path for path in labels if labels[path][0] in kinds]
    print(f"{title}, {len(paths)} files")
    copyleft = {"strong-copyleft", "weak-copyleft"}
    for name, members in [("any copyleft", copyleft), ("strong copyleft", {"strong-copyleft"})]:
        hits = misses = alarms = 0
        for path in paths:
            expected, seen = bool(labels[path][2] & members), bool(found.get(path, (set(), ""))[0] & members)
            hits += expected and seen
            misses += expected and not seen
            alarms += seen and not expected
        precision, recall = hits / max(hits + alarms, 1), hits / max(hits + misses, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"  {name:16} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  (right {hits}, missed {misses}, wrong {alarms})")
    same = sum(coarse(labels[path][2]) == coarse(found.get(path, (set(), ""))[0]) for path in paths)
    print(f"  same categories  {same / max(len(paths), 1):.3f}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--texts", nargs="*", default=[], metavar="CLONE")
    arguments.add_argument("--tagged", nargs="*", default=[], metavar="CLONE")
    arguments.add_argument("--permissive", nargs="*", default=[], metavar="CLONE")
    arguments.add_argument("--half", choices=["tuned", "held"], default="tuned")
    arguments.add_argument("--folder", type=pathlib.Path, help="keep the files here")
    arguments.add_argument("--errors", action="store_true", help="name the files on which ours is wrong about copyleft")
    arguments.add_argument("--alone", action="store_true", help="leave licensecheck out")
    options = arguments.parse_args()

    categories = Categories()
    folder = options.folder or pathlib.Path(tempfile.mkdtemp(prefix="aigate-licences-"))
    folder.mkdir(parents=True, exist_ok=True)
    labels = assembled(options, categories, folder / options.half)
    size = sum(pathlib.Path(path).stat().st_size for path in labels)
    print(f"{len(labels)} files, {size / 1e6:.1f} MB, the half that is {options.half}")
    tools = [("aigate", *ours(program(folder), labels))]
    if not options.alone:
        tools.append(("licensecheck", *licensecheck(labels, categories)))
    for name, found, seconds in tools:
        print(f"\n{name}: {seconds:.2f} s, {size / 1e6 / max(seconds, 1e-3):.1f} MB/s")
        for title, kinds in [("all", "texts tagged permissive"), ("texts", "texts"), ("source", "tagged permissive")]:
            measure(title, labels, found, kinds.split())
    if options.errors:
        found = tools[0][1]
        for path, (_, label, expected) in sorted(labels.items()):
            seen, shown = found.get(path, (set(), ""))
            for members in ({"strong-copyleft", "weak-copyleft"}, {"strong-copyleft"}):
                if bool(expected & members) != bool(seen & members):
                    print(f"{path}\n    {label} {sorted(expected)} / {shown}")
                    break


if __name__ == "__main__":
    sys.exit(main())
