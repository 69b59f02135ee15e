"""How densely functions are packed: branches (McCabe, 1976, as radon counts them) for each line of code.

    python scripts/density.py                  a table of the rooms of the package
    python scripts/density.py --worst 20       the functions with the most branches above what is wanted, too
    python scripts/density.py --check          exit with 1 where the package, or a function, is over a limit

Counted are functions of eight lines of code and more; blank lines, comments and docstrings are left out. A
function may have 40 lines. That its complexity is at most 12 is checked by ruff (C901).
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from radon.complexity import cc_visit
from radon.visitors import Function

PACKAGE = Path(__file__).parents[1] / "narrate"
SHORTEST, LONGEST = 8, 40
"""Lines of code of the functions that are counted, and that are allowed."""
WANTED = 0.30
"""Branches for each line of code, over the whole package. httpx has .22, librosa .18 by the same count."""
LIMIT = 0.37
"""What `--check` allows, on the way to WANTED. It was .33 until 0.2.0; a third more code came in since
at .45 and more (quotation/abroad, structure/talk, proofing, corrections, storage). Bring that down, and lower
this again."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One function."""

    name: str
    """Path, line and name."""
    room: str
    branches: int
    lines: int
    """Of code."""

    @property
    def excess(self) -> float:
        """Branches more than the limit allows for so many lines."""
        return self.branches - WANTED * self.lines


def main() -> int:
    """Print the table; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path, default=[PACKAGE])
    parser.add_argument("--worst", type=int, default=0, metavar="N")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    functions = [function for path in options.paths for function in measured_below(path)]
    print_rooms(functions)
    for function in sorted(functions, key=lambda f: f.excess, reverse=True)[: options.worst]:
        print(f"{function.branches:4} {function.lines:4}  {function.name}")
    return check(functions) if options.check else 0


def measured_below(path: Path) -> Iterator[Measured]:
    """Every function that counts, in a file or below a folder."""
    for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
        text = file.read_text(encoding="utf-8")
        code = code_lines(text)
        for function in cc_visit(text):
            if not isinstance(function, Function):
                continue
            length = sum(line in code for line in range(function.lineno, function.endline + 1))
            if length >= SHORTEST:
                name = f"{file}:{function.lineno} {function.name}"
                yield Measured(name, room_of(file), function.complexity, length)


def code_lines(text: str) -> set[int]:
    """The numbers of the lines that hold code: not blank, no comment, no docstring."""
    lines = enumerate(text.splitlines(), 1)
    code = {number for number, line in lines if line.strip() and not line.lstrip().startswith("#")}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and node.end_lineno:
            code.difference_update(range(node.lineno, node.end_lineno + 1))
    return code


def room_of(file: Path) -> str:
    """The folder of a file, below the package's parent where it is in the package."""
    folder = file.resolve().parent
    return str(folder.relative_to(PACKAGE.parent) if folder.is_relative_to(PACKAGE) else folder)


def print_rooms(functions: list[Measured]) -> None:
    """A line for each room, and one for all."""
    rooms: defaultdict[str, list[Measured]] = defaultdict(list)
    for function in functions:
        rooms[function.room].append(function)
    print("functions  branches  lines  density  room")
    for room, found in [*sorted(rooms.items()), ("all", functions)]:
        branches = sum(function.branches for function in found)
        length = sum(function.lines for function in found)
        density = branches / length if length else 0.0
        print(f"{len(found):9}  {branches:8}  {length:5}  {density:7.2f}  {room}")


def check(functions: list[Measured]) -> int:
    """1 where a limit is passed, with a line that says which; else 0."""
    problems = [
        f"{f.name} has {f.lines} lines of code: {LONGEST} at most" for f in functions if f.lines > LONGEST
    ]
    density = sum(f.branches for f in functions) / sum(f.lines for f in functions)
    if density > LIMIT:
        problems.append(f"{density:.3f} branches for each line of code: {LIMIT} at most")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
