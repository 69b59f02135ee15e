"""Tags of SSML in text that is not SSML: nobody means them to be said."""

from __future__ import annotations

import re
from collections.abc import Iterable

from narrate.model import Utterance
from narrate.speaking.rules import Rule, rule

# Names that neither HTML nor a text in angle brackets has; those with a prefix are a platform's.
_NAME = r"(?:break|prosody|emphasis|say-as|phoneme|speak|voice|amazon:[\w-]+|mstts:[\w-]+)"
_ATTRIBUTES = r"""(?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[“”][^“”<>]*[“”]))"""
# With an attribute, closed at once, or closing: "the <break> tag" is about a tag.
_TAG = rf"<{_NAME}(?:{_ATTRIBUTES}+\s*/?|\s*/)>|</{_NAME}\s*>"
_OPENING = rf"<(?P<name>{_NAME})>"
_ANY = re.compile(_TAG)

_FURTHEST = 20_000
"""Characters in which the closing tag is looked for."""

NOTE = "there are tags of SSML in the text, which are not spoken: to have them followed, put it into <speak>"


def _silent(_: re.Match[str]) -> str:
    return ""


def _closed(match: re.Match[str]) -> str | None:
    """An opening tag without attributes, if it is closed further on."""
    closing = f"</{match['name']}>"
    place = match.string.find(closing, match.end(), match.end() + _FURTHEST)
    return None if place < 0 else ""


TAG_RULES: tuple[Rule, ...] = (rule(_TAG, _silent), rule(_OPENING, _closed))


def notes_on_tags(utterances: Iterable[Utterance]) -> list[str]:
    """A note if there are such tags, for whoever meant to write SSML."""
    for utterance in utterances:
        text = utterance.text
        if "<" in text and _ANY.search(text):
            return [NOTE]
    return []
