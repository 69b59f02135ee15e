"""The YAML at the head of a Markdown text, within bounds: what it says is text, but for dates.

Numbers and truth values are texts here: a title may be "2024", "1e5" or a number of 5,000 digits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml

LONGEST = 50_000
"""Characters. PyYAML is written in Python: it takes a second for half a million of them."""
_DEEP = re.compile(r"(?:[\[{][^\[{\]}]*+){100}")
"""Brackets inside each other, for which PyYAML's time grows with the square of their number."""


class _Loader(yaml.SafeLoader):
    """Builds texts, dates, lists and mappings."""

    def __init__(self, text: str) -> None:
        super().__init__(text)

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Merge nothing ("<<"): a few lines of merges could make millions of entries."""

    def _date_or_text(self, node: yaml.ScalarNode) -> date | str:
        """A date; the text where it looks like one and is none, such as the 30th of February."""
        try:
            found: date = self.construct_yaml_timestamp(node)
        except (ValueError, OverflowError):
            return str(node.value)
        return found


def _as_text(loader: _Loader, node: yaml.ScalarNode) -> str:
    return str(loader.construct_scalar(node))


for _kind in ("bool", "int", "float", "binary", "value", "merge"):
    _Loader.add_constructor(f"tag:yaml.org,2002:{_kind}", _as_text)
_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader._date_or_text)


def front_matter(text: str) -> Mapping[str, Any]:
    """What stands between the lines of dashes, by its keys in lower case; nothing where it is broken or long.

    A list that is referred to by several names (`&a`, `*a`) is one list: such references unpack to nothing.
    """
    if len(text) > LONGEST or _DEEP.search(text):
        return {}
    try:
        matter = yaml.load(text, _Loader)  # a SafeLoader
    except (yaml.YAMLError, RecursionError):
        return {}
    if not isinstance(matter, dict):
        return {}
    return {key.lower(): value for key, value in matter.items() if isinstance(key, str)}
