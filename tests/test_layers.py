"""Data goes one way: which room of the package may import which. The table is in pyproject.toml."""

from __future__ import annotations

from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def test_no_room_imports_what_the_table_does_not_allow(capsys: pytest.CaptureFixture[str]) -> None:
    """A stage that reaches into another one, a circle, or a new part without a place fails here."""
    table = Path(__file__).parents[1] / "pyproject.toml"
    status = lint_imports(str(table), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out
