"""Script → what a platform accepts, and nothing that it refuses. One file per platform.

Every platform takes a part of SSML, with limits and voices of its own. `Dialect` says what that is;
`adapting` takes the script's W3C document there, by the same rules for all, and counts what it had to change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module

from lxml import etree

from narrate.model import Script
from narrate.ssml.dialects.adapting import Adapter, Dialect
from narrate.ssml.writing import tree

DIALECTS = {
    "alexa": "narrate.ssml.dialects.alexa",
    "azure": "narrate.ssml.dialects.azure",
    "espeak": "narrate.ssml.dialects.espeak",
    "google": "narrate.ssml.dialects.google",
    "polly": "narrate.ssml.dialects.polly",
}


@dataclass(frozen=True, slots=True)
class Adapted:
    """A script for one platform."""

    text: str
    """The document."""
    notes: tuple[str, ...]
    """What had to be changed, and how often; and limits that the document is beyond."""


def adapted(script: Script, name: str) -> Adapted:
    """Write a script for one of DIALECTS."""
    module = import_module(DIALECTS[name])
    dialect: Dialect = module.DIALECT
    root = tree(script, say_as=dialect.say_as)
    adapter = Adapter(dialect, script)
    adapter.adapt(root)
    text = module.finish(root) if hasattr(module, "finish") else etree.tostring(root, encoding="unicode")
    return Adapted(text + "\n", (*adapter.notes(), *_beyond(dialect, root, text)))


def _beyond(dialect: Dialect, root: etree._Element, text: str) -> Iterator[str]:
    """Notes where the document is more than one request may be."""
    size = len(text.encode()) if dialect.limit_unit == "bytes" else len(text)
    if size > dialect.limit:
        yield f"{size} {dialect.limit_unit}, and one request takes {dialect.limit}: cut it between paragraphs"
    voices = sum(1 for _ in root.iter("{*}voice"))
    if dialect.most_voices and voices > dialect.most_voices:
        yield f"{voices} <voice>, and one request takes {dialect.most_voices}: cut it between them"
