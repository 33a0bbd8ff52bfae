"""Runs every hostile case in a process of its own; prints a JSON line for each.

A process that has imported the reader forks once a case, so a crash, a hang, the
processor time and the memory are each case's own.
"""

import json
import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

from loading.hostile import CASES, FOLDERS, Case, FolderCase
from octgame.loading.diagnostics import Diagnostics
from octgame.loading.source.files import read_file, story_files
from octgame.loading.source.reader import Parser, read

LIMIT = 20  # seconds of the clock after which a case counts as hanging


def first_code(into: Diagnostics) -> str:
    """The code of the first finding by position, or ""."""
    found = sorted(into.found, key=lambda d: d.at)
    return found[0].code if found else ""


def of_bytes(case: Case, parser: Parser) -> str:
    """The code that the reader gives to a case."""
    into = Diagnostics()
    read("a.yaml", case.data, into, parser=parser)
    return first_code(into)


def of_folder(case: FolderCase) -> str:
    """The code that reading all of a folder gives."""
    into = Diagnostics()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        case.make(folder)
        for file in story_files(folder, into):
            data = read_file(folder, file, into)
            if data is not None:
                read(file, data, into)
    return first_code(into)


def apart(name: str, job: Callable[[], str]) -> dict[str, object]:
    """Do a job in a child; what it gave and what it cost."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        signal.alarm(LIMIT)
        try:
            os.write(theirs, job().encode())
        except BaseException:  # noqa: BLE001 - the parent is told of any
            os.write(theirs, traceback.format_exc().encode()[-4000:])
            os._exit(1)
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        said = pipe.read().decode()
    _, status, used = os.wait4(child, 0)
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return {
        "case": name,
        "said": said,
        "exit": os.waitstatus_to_exitcode(status),
        "seconds": used.ru_utime + used.ru_stime,
        "megabytes": used.ru_maxrss / scale,
    }


def main() -> None:
    """Print what each case gave and cost."""
    parsers: tuple[Parser, ...] = ("fast", "careful")
    for case in CASES:
        for parser in parsers:
            cost = apart(f"{case.name} ({parser})", lambda: of_bytes(case, parser))  # noqa: B023 - done at once
            print(json.dumps(cost | {"code": case.code}))  # noqa: T201
    for folder in FOLDERS:
        cost = apart(folder.name, lambda: of_folder(folder))  # noqa: B023
        print(json.dumps(cost | {"code": folder.code}))  # noqa: T201


if __name__ == "__main__":
    main()
