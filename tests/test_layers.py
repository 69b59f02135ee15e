"""Data goes one way: which part of the package may import which."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import narrate

PACKAGE = Path(narrate.__file__).parent
EVERYONE = {
    "model", "errors", "cores", "english", "languages", "phonetics", "prosody", "tagger", "version", "waves",
}  # fmt: skip
ALLOWED: dict[str, set[str]] = {
    "model": set(),
    "errors": set(),
    "cores": set(),
    "english": set(),
    "languages": set(),
    "phonetics": set(),
    "prosody": {"errors"},
    "tagger": set(),
    "version": set(),
    "waves": set(),
    "reading": set(),
    "structure": set(),
    "quotation": set(),
    "speaking": set(),
    "direction": set(),
    "casting": set(),
    "ssml": set(),
    "engines": set(),
    "mixing": set(),
    "cache": {"engines"},
    "playback": set(),
    "covers": set(),
    "measuring": set(),
    "formats": set(),
    "feed": {"measuring"},
    "views": {"measuring", "feed"},
    "pipeline": {
        "reading", "structure", "quotation", "speaking", "direction", "casting",
        "ssml", "engines", "mixing", "measuring", "covers", "formats",
        "cache", "playback", "feed",
    },
    "cli": {"pipeline", "ssml", "views", "cache", "feed"},
    "__init__": {"pipeline"},
    "__main__": {"cli"},
}  # fmt: skip


def _imported(tree: ast.AST) -> set[str]:
    """Names of our parts that a module imports, wherever in it the import stands."""
    modules: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            modules += [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            modules += [alias.name for alias in node.names]
    parts = {name.split(".")[1] for name in modules if name.startswith("narrate.")}
    return {part for part in parts if part in ALLOWED}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_part_imports_only_what_the_table_allows(path: Path) -> None:
    """A stage that reaches into another one, or a new part without a row, fails here."""
    part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    imported = _imported(ast.parse(path.read_text(encoding="utf-8"))) - {part}
    assert imported <= EVERYONE | ALLOWED[part]
