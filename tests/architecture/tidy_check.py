#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy over the sources, each once, whatever number of targets it is built into.

usage: tidy_check.py BUILD [--jobs N] [--fast] [FILE-OR-FOLDER ...]

BUILD is a configured build folder (any preset); what AUTOMOC makes must be there, as after a build. --fast leaves the
analyzer out, which takes half of the time. Without files: everything in app/, ui/ and tests/. Prints what is found, and
ends with 1 if anything was.
"""
import argparse
import concurrent.futures
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def one_command_each(build):
    """The compile commands of our own sources, the first one of each."""
    commands = {}
    for command in json.loads((build / "compile_commands.json").read_text()):
        file = pathlib.Path(command["file"])
        if file.is_relative_to(ROOT) and not file.is_relative_to(build):
            commands.setdefault(file, command)
    return commands


def wanted(files, names):
    places = [(pathlib.Path.cwd() / name).resolve() for name in names]
    return sorted(file for file in files if not places or any(file.is_relative_to(place) for place in places))


def check(file, database, options):
    ran = subprocess.run(["clang-tidy", "-p", database, "--quiet", *options, file], cwd=ROOT, text=True,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return ran.stdout if ran.returncode == 0 else ran.stdout + (ran.stderr if not ran.stdout else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("files", nargs="*")
    given = parser.parse_intermixed_args()
    commands = one_command_each(given.build.resolve())
    files = wanted(commands, given.files)
    if not files:
        sys.exit("no source that is built there was named")
    options = ["--checks=-clang-analyzer-*"] if given.fast else []
    found = 0
    with tempfile.TemporaryDirectory() as database, concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
        (pathlib.Path(database) / "compile_commands.json").write_text(json.dumps(list(commands.values())))
        for file, said in zip(files, pool.map(lambda file: check(file, database, options), files)):
            found += bool(said)
            print(f"{file.relative_to(ROOT)}: {'' if said else 'clean'}", said, sep="\n" if said else "", flush=True)
    print(f"{len(files)} files, {found} with findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
