#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The aigate authors
# SPDX-License-Identifier: Apache-2.0
"""Compares how manifests and lockfiles are read with other readers.

    .ci/setup
    pip install packaging pyyaml
    Tests/Benchmarks/dependencies.py /path/to/clone ... [--aigate .build/release/aigate]

Takes every manifest and lockfile of the Node, Python, Cargo, Go and Swift families below the folders and prints for each
that is not read alike what only one side names. The other side is written here, on Python's json, tomllib, configparser and
ast, on packaging and PyYAML, and asks `cargo metadata` where it runs offline.
"""

import argparse
import ast
import collections
import configparser
import json
import os
import re
import subprocess
import sys
import tomllib

import yaml
from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

SECTIONS = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"]
CARGO = ["dependencies", "dev-dependencies", "build-dependencies", "dev_dependencies", "build_dependencies"]


def python_name(text):
    """The normalised name of a requirement, or None."""
    try:
        return canonicalize_name(Requirement(text).name)
    except InvalidRequirement:
        return None


def names(texts):
    return {name for name in map(python_name, texts) if name}


def package_json(data, _):
    found = {}
    for section in SECTIONS:
        for name, spec in (data.get(section) or {}).items() if isinstance(data.get(section), dict) else []:
            if isinstance(spec, str):
                found[name] = spec
    return set(found)


def npm_lock(data, _):
    found = set()
    if "packages" in data:
        for path, entry in data["packages"].items():
            if "node_modules/" in path:
                found.add((path.split("node_modules/")[-1], entry.get("version", "")))
            elif entry.get("name"):
                found.add((entry["name"], entry.get("version", "")))
        return found

    def walk(section):
        for name, entry in (section or {}).items():
            found.add((name, entry.get("version", "")))
            walk(entry.get("dependencies"))

    walk(data.get("dependencies"))
    return found


def yarn_lock(text):
    found = set()
    if "__metadata:" in text:
        for key, entry in yaml.safe_load(text).items():
            if key != "__metadata":
                for part in key.split(","):
                    found.add((re.match(r"(@?[^@]+)@", part.strip()).group(1), str(entry["version"])))
        return found
    for block in re.split(r"\n(?=\S)", text):
        head = re.match(r"(\S.*):\n", block)
        version = re.search(r'^  version "?([^"\n]+)"?$', block, re.M)
        if head and version:
            for part in head.group(1).replace('"', "").split(","):
                found.add((re.match(r"(@?[^@]+)@", part.strip()).group(1), version.group(1)))
    return found


def pnpm_lock(data, _):
    found = set()
    importers = data.get("importers") or {".": data}
    for importer in importers.values():
        for section in SECTIONS[:3]:
            found |= set(importer.get(section) or {})
    for key, entry in (data.get("packages") or {}).items():
        key = key.lstrip("/").split("(")[0]
        is_old = float(str(data["lockfileVersion"])) < 6
        pattern = r"((?:@[^/]+/)?[^/]+)/" if is_old else r"(@?[^@/]+(?:/[^@/]+)?)@"
        found.add(entry.get("name") or re.match(pattern, key).group(1))
    return found


def requirements(text):
    text = re.sub(r"\\\r?\n", "", text)
    found = set()
    for line in text.splitlines():
        line = re.sub(r"(^|\s)#.*$", "", line).strip()
        line = re.split(r"\s--", line)[0].strip()
        if line and not line.startswith("-"):
            name = python_name(line)
            if name:
                found.add(name)
    return found


def poetry_tables(poetry):
    tables = [poetry.get("dependencies"), poetry.get("dev-dependencies")]
    tables += [group.get("dependencies") for group in (poetry.get("group") or {}).values()]
    return {canonicalize_name(name) for table in tables for name in table or {} if name.lower() != "python"}


def pyproject(data, _):
    project, tool = data.get("project") or {}, data.get("tool") or {}
    texts = list(project.get("dependencies") or [])
    for group in (project.get("optional-dependencies") or {}).values():
        texts += group
    for group in (data.get("dependency-groups") or {}).values():
        texts += [item for item in group if isinstance(item, str)]
    texts += (data.get("build-system") or {}).get("requires") or []
    texts += (tool.get("uv") or {}).get("dev-dependencies") or []
    for group in ((tool.get("pdm") or {}).get("dev-dependencies") or {}).values():
        texts += group
    for environment in ((tool.get("hatch") or {}).get("envs") or {}).values():
        texts += (environment.get("dependencies") or []) + (environment.get("extra-dependencies") or [])
    return names(texts) | poetry_tables(tool.get("poetry") or {})


def pipfile(data, _):
    others = {"source", "requires", "scripts", "pipenv", "build-system"}
    return {canonicalize_name(name) for key, table in data.items() if key not in others for name in table if not name.startswith("-")}


def pipfile_lock(data, _):
    return {canonicalize_name(name) for key, section in data.items() if key != "_meta" for name in section}


def setup_cfg(text):
    parser = configparser.RawConfigParser(strict=False)
    parser.read_string(text)
    lines = []
    for key in ["install_requires", "setup_requires", "tests_require"]:
        lines += parser.get("options", key, fallback="").splitlines()
    if parser.has_section("options.extras_require"):
        for _, value in parser.items("options.extras_require"):
            lines += value.splitlines()
    return names(line.strip() for line in lines if line.strip() and not line.strip().startswith("#"))


def setup_py(text):
    found = set()
    keys = {"install_requires", "setup_requires", "tests_require", "extras_require", "requires"}
    for node in ast.walk(ast.parse(text)):
        value = None
        if isinstance(node, ast.keyword) and node.arg in keys:
            value = node.value
        elif isinstance(node, ast.Assign) and any(getattr(target, "id", None) in keys for target in node.targets):
            value = node.value
        for leaf in ast.walk(value) if value is not None else []:
            lists = [leaf.elts] if isinstance(leaf, (ast.List, ast.Tuple)) else []
            found |= names(item.value for items in lists for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str))
    return found


def python_lock(data, _):
    packages = data.get("package") or data.get("packages") or []
    return {(canonicalize_name(entry["name"]), entry.get("version", "")) for entry in packages}


def cargo_toml(data, path):
    found = set()
    metadata = cargo_metadata(path)
    tables = [data, data.get("workspace") or {}] + list((data.get("target") or {}).values())
    for table in tables:
        for section in CARGO:
            for name, value in (table.get(section) or {}).items():
                found.add(value.get("package", name) if isinstance(value, dict) else name)
    return found if metadata is None else found | metadata


def cargo_metadata(path):
    """Names as Cargo itself reads them; None where it cannot."""
    try:
        command = ["cargo", "metadata", "--offline", "--no-deps", "--format-version", "1", "--manifest-path", path]
        process = subprocess.run(command, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return None
    if process.returncode:
        return None
    for package in json.loads(process.stdout)["packages"]:
        if os.path.realpath(package["manifest_path"]) == os.path.realpath(path):
            return {dependency["name"] for dependency in package["dependencies"]}
    return None


def cargo_lock(data, _):
    return {(entry["name"], entry["version"]) for entry in data.get("package", [])}


def go_mod(text):
    text = re.sub(r"//.*", "", text)
    blocks = re.findall(r"^require\s*\((.*?)\)", text, re.M | re.S) + re.findall(r"^require\s+([^(\s].*)$", text, re.M)
    return {tuple(line.replace('"', "").split()[:2]) for block in blocks for line in block.splitlines() if line.strip()}


def go_sum(text):
    return {tuple(line.split()[:2]) for line in text.splitlines() if len(line.split()) == 3}


def swift_resolved(data, _):
    pins = data.get("pins") or (data.get("object") or {}).get("pins") or []
    return {re.sub(r"(\.git)?/?$", "", (pin.get("location") or pin.get("repositoryURL")).split("://")[-1].lower()) for pin in pins}


def swift_manifest(text):
    text = re.sub(r"^\s*//.*$", "", text, flags=re.M)
    urls = re.findall(r"\.package\(\s*(?:name:\s*\"[^\"]*\",\s*)?url:\s*\"([^\"]+)\"", text)
    return {re.sub(r"(\.git)?/?$", "", url.split("://")[-1].lower()) for url in urls}


JSON = lambda read: lambda data, path: read(json.loads(data.decode("utf-8-sig")), path)
TOML = lambda read: lambda data, path: read(tomllib.loads(data.decode("utf-8")), path)
YAML = lambda read: lambda data, path: read(yaml.safe_load(data), path)
TEXT = lambda read: lambda data, path: read(data.decode("utf-8-sig"))

# How a file is told by its name, what the other side does, and whether versions are compared too.
READERS = [
    (r"package\.json", JSON(package_json), False),
    (r"package-lock\.json|npm-shrinkwrap\.json", JSON(npm_lock), True),
    (r"yarn\.lock", TEXT(yarn_lock), True),
    (r"pnpm-lock\.yaml", YAML(pnpm_lock), False),
    (r"pyproject\.toml", TOML(pyproject), False),
    (r"Pipfile", TOML(pipfile), False),
    (r"Pipfile\.lock", JSON(pipfile_lock), False),
    (r"setup\.cfg", TEXT(setup_cfg), False),
    (r"setup\.py", TEXT(setup_py), False),
    (r"uv\.lock|poetry\.lock|pdm\.lock|pylock.*\.toml", TOML(python_lock), True),
    (r"Cargo\.toml", TOML(cargo_toml), False),
    (r"Cargo\.lock", TOML(cargo_lock), True),
    (r"go\.mod", TEXT(go_mod), True),
    (r"go\.sum", TEXT(go_sum), True),
    (r"Package\.resolved", JSON(swift_resolved), False),
    (r"Package\.swift", TEXT(swift_manifest), False),
    (r".*requirements?.*\.(txt|in)", TEXT(requirements), False),
]


def reader(path):
    name = os.path.basename(path)
    return next(((read, versions) for pattern, read, versions in READERS if re.fullmatch(pattern, name)), None)


def ours(aigate, files):
    """By file: rows of columns, or what was said of it."""
    rows, problems = collections.defaultdict(list), {}
    for start in range(0, len(files), 50):
        part = files[start : start + 50]
        process = subprocess.run([*aigate.split(), *part], capture_output=True, text=True)
        for line in process.stdout.splitlines():
            columns = line.split("\t")
            if columns[1] in ("manifest", "lockfile"):
                rows[columns[0]].append(columns)
        for line in process.stderr.splitlines():
            for file in part:
                if line.startswith(f"aigate: {file}: "):
                    problems[file] = line
    return rows, problems


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", nargs="+")
    arguments.add_argument("--aigate", default=".build/release/aigate names list", help="the command, without the files")
    options = arguments.parse_args()

    files = sorted(
        os.path.join(folder, name)
        for root in options.folders
        for folder, _, found in os.walk(root)
        for name in found
        if reader(name) and not os.path.islink(os.path.join(folder, name))
    )
    rows, problems = ours(options.aigate, files)
    counts = collections.defaultdict(collections.Counter)
    for file in files:
        read, versions = reader(file)
        with open(file, "rb") as handle:
            data = handle.read()
        try:
            theirs = read(data, file)
        except Exception as error:  # whatever it is, the other side takes the file for none
            theirs = f"{type(error).__name__}: {error}"
        kind = os.path.basename(file) if not re.search(r"require", file) else "requirements"
        if file in problems or isinstance(theirs, str):
            alike = file in problems and isinstance(theirs, str)
            counts[kind]["neither reads it" if alike else "one side reads it"] += 1
            if not alike:
                print(f"{file}\n    aigate: {problems.get(file, 'read')}\n    other:  {theirs if isinstance(theirs, str) else 'read'}"[:600])
            continue
        # Of a Package.swift the other side sees addresses alone.
        shown = [row for row in rows[file] if kind != "Package.swift" or (row[7] != "binaryTarget" and not row[4].startswith("."))]
        mine = {(row[4], row[5]) if versions else row[4] for row in shown}
        counts[kind]["alike" if mine == theirs else "different"] += 1
        counts[kind]["entries"] += len(theirs)
        if mine != theirs:
            print(f"{file}\n    only aigate: {sorted(mine - theirs)[:8]}\n    only other:  {sorted(theirs - mine)[:8]}")
    total = collections.Counter()
    for kind, count in sorted(counts.items()):
        print(f"{kind:24}", dict(count))
        total += count
    print(f"{'all':24}", dict(total))


if __name__ == "__main__":
    main()
