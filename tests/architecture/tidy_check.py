#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy over the sources: each once, whatever number of targets it is built into.

usage: tidy_check.py BUILD [--jobs N] [--analyzer] [FILE-OR-FOLDER ...]

BUILD is a configured build folder (any preset) with what AUTOMOC makes, as after a build. Without files: everything in
app/, ui/ and tests/. Prints what is found, and ends with 1 if anything was.

Nearly all the time goes into Qt's headers, so the sources of a folder are read as one, a dozen at a time; those that
cannot stand together (two functions of one name) come into the next dozen. --analyzer runs clang's analyzer instead of the
checks; it only looks into the file that it is given, so there each is read alone.
"""
import argparse
import concurrent.futures
import itertools
import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
AT_ONCE = 12
OURS = r"/(app|ui|tests)/[A-Za-z0-9_/-]+\.(h|cpp)$"


def flags_of(build):
    """Each of our own sources with the flags of the first target that it is built into."""
    flags = {}
    for command in json.loads((build / "compile_commands.json").read_text()):
        file = pathlib.Path(command["file"])
        if file.is_relative_to(ROOT) and not file.is_relative_to(build):
            words = shlex.split(command["command"])
            words = words[next(at for at, word in enumerate(words) if word.startswith("-")):]
            end = words.index("-o")
            flags.setdefault(file, [word for word in words[:end] + words[end + 2:] if word not in ("-c", str(file))])
    return flags


def join_pairs(words):
    """`-isystem X` as one word, so that flags can be compared one by one."""
    words = iter(words)
    return ["-isystem" + next(words) if word == "-isystem" else word for word in words]


def in_folders(files, size):
    for _, folder in itertools.groupby(files, key=lambda file: file.parent):
        together = list(folder)
        for begin in range(0, len(together), size):
            yield together[begin:begin + size]


def left_out_for(file):
    """What the configuration of the file's own top folder takes from the checks."""
    own = ROOT / file.relative_to(ROOT).parts[0] / ".clang-tidy"
    found = re.search(r"^Checks: '(.*)'$", own.read_text(), re.MULTILINE) if own.exists() else None
    return f",{found[1]}" if found else ""


class Check:
    def __init__(self, flags, checks, folder):
        self.flags = flags
        self.checks = checks
        self.folder = pathlib.Path(folder)

    def as_one(self, files):
        """A source that holds them all, and the flags of all of them."""
        if len(files) == 1:
            return files[0], self.flags[files[0]]
        source = self.folder / f"{files[0].stem}-{len(files)}.cpp"
        source.write_text("".join(f'#define main main{at}\n#include "{file}"\n#undef main\n' for at, file in enumerate(files)))
        words = itertools.chain.from_iterable(join_pairs(self.flags[file]) for file in files)
        return source, [*dict.fromkeys(words), "-Wno-shadow"]  # one file's names hide another's

    def in_the_way(self, files):
        """Those that cannot be read together with the ones before them."""
        source, words = self.as_one(files)
        ran = subprocess.run(["clang++", "-fsyntax-only", "-w", "-ferror-limit=0", *words, source], text=True,
                             stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        named = {pathlib.Path(name) for name in re.findall(r"^([^:\n]+):\d+:\d+: (?:fatal )?error:", ran.stderr, re.MULTILINE)}
        return [file for file in files[1:] if file in named] if ran.returncode else []

    def each_group(self, files):
        """Those of `files` that can be read as one, what was found there, and so on."""
        while files:
            group, files = files, []
            while len(group) > 1 and (others := self.in_the_way(group)):
                group, files = [file for file in group if file not in others], files + others
            yield group, self.findings(group)

    def findings(self, files):
        source, words = self.as_one(files)
        ran = subprocess.run(["clang-tidy", "--quiet", f"--header-filter={OURS}", f"--config-file={ROOT}/.clang-tidy",
                              f"--checks={self.checks}{left_out_for(files[0])}", source, "--", *words, "-Wno-unknown-warning-option"], cwd=ROOT, text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        return ran.stdout if ran.returncode == 0 else ran.stdout or ran.stderr


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--analyzer", action="store_true")
    parser.add_argument("files", nargs="*", default=["app", "ui", "tests"])
    given = parser.parse_intermixed_args()
    places = [(pathlib.Path.cwd() / name).resolve() for name in given.files]
    flags = flags_of(given.build.resolve())
    files = sorted(file for file in flags if any(file.is_relative_to(place) for place in places))
    if not files:
        sys.exit("no source that is built there was named")
    checks = "-*,clang-analyzer-*,-clang-analyzer-cplusplus.NewDeleteLeaks" if given.analyzer \
        else "-clang-analyzer-*,-bugprone-suspicious-include"
    found = 0
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
        check = Check(flags, checks, folder)
        batches = in_folders(files, 1 if given.analyzer else AT_ONCE)
        for group, said in itertools.chain.from_iterable(pool.map(lambda batch: list(check.each_group(batch)), batches)):
            found += bool(said)
            names = " ".join(str(file.relative_to(ROOT)) for file in group)
            print(f"{names}: {'see below' if said else 'clean'}", said, sep="\n" if said else "", flush=True)
    print(f"{len(files)} files; groups with findings: {found}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
