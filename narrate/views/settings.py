"""The options with their values and where these come from: for people, and for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from narrate.printing import escaped_json
from narrate.views.columns import columns

HEADER = ("OPTION", "VALUE", "FROM")

Row = tuple[str, Any, str]
"""Name of an option, its value, and what says so."""


def settings_table(rows: Sequence[Row]) -> str:
    """One line per option in aligned columns, under a header; values as narrate.toml has them."""
    return columns([HEADER, *((key, _written(value), origin) for key, value, origin in rows)])


def settings_json(rows: Sequence[Row]) -> str:
    """A JSON object with `value` and `from` for every option; null if an option is not set."""
    data = {key: {"value": _plain(value), "from": origin} for key, value, origin in rows}
    return escaped_json(json.dumps(data, ensure_ascii=False, indent=1)) + "\n"


def _written(value: Any) -> str:
    return "-" if value is None else json.dumps(_plain(value), ensure_ascii=False)


def _plain(value: Any) -> Any:
    """Lists of paths as lists of text."""
    return [str(each) for each in value] if isinstance(value, list | tuple) else value
