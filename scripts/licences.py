"""The licences of everything that an installation brings, as docs/reference/licences.md.

    python scripts/licences.py             write the page
    python scripts/licences.py --check     exit with 1 if the page says something else

With a package under the GPL or AGPL in the base install it exits with 1, and says which.

Versions are left out, so that the page changes only when a package or a licence does.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution
from pathlib import Path

from installed import EXTRAS, ROOT, carried, is_copyleft, licence, missing, required

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "licences.md"
HEAD = """\
# Licences

<!-- Made by scripts/licences.py; a test fails if it is stale. -->

narrate itself is under Apache-2.0. This is what it brings, as the packages state it, with SPDX's identifiers,
on Linux with CPython 3.11; on Windows and macOS pyttsx3 also brings what talks to the system's voices. Those
under the GPL are in bold, and in extras alone. What a binary wheel carries beside its package's own code is
named: the encoders of video in av's are never used here.

| Package | Licence | Comes with |
|---|---|---|
"""


def main() -> int:
    """Write the page, or compare it. Returns the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="change nothing")
    checks = parser.parse_args().check
    absent = missing(frozenset(EXTRAS))
    if absent:
        print(f"{absent} is not installed: pip install -e '.[dev]'", file=sys.stderr)
        return 2
    infected = [name for name, package in required().items() if is_copyleft(licence(package)[0])]
    if infected:
        print(f"under the GPL, and in the base install: {', '.join(infected)}", file=sys.stderr)
        return 1
    page = HEAD + "".join(_rows())
    if not checks:
        PAGE.write_text(page, encoding="utf-8")
        return 0
    written = PAGE.read_text(encoding="utf-8")
    changes = difflib.unified_diff(
        written.splitlines(), page.splitlines(), "written", "installed", lineterm=""
    )
    print("\n".join(changes), end="")
    return int(written != page)


def _rows() -> Iterator[str]:
    for name, package in required(frozenset(EXTRAS)).items():
        if name != ROOT:
            yield _row(name, package)


def _row(name: str, package: Distribution) -> str:
    expression, remark = licence(package)
    shown = f"**{expression}**" if is_copyleft(expression) else expression
    beside = carried(package)
    remarks = [remark, f"its wheel carries {beside}" if beside else ""]
    told = "; ".join(filter(None, [shown, *remarks]))
    return f"| {name} | {told} | {_origin(name)} |\n"


def _origin(name: str) -> str:
    """Which installation brings a package: the base, or extras."""
    if name in required():
        return "every install"
    return ", ".join(extra for extra in EXTRAS if name in required(frozenset({extra})))


if __name__ == "__main__":
    raise SystemExit(main())
