"""Language tags (BCP 47, RFC 5646), and how they are compared."""

from __future__ import annotations

import re

_SAME = {"cmn": "zh", "no": "nb", "nn": "nb", "fil": "tl", "iw": "he", "in": "id", "jw": "jv"}
"""What voices and texts tag differently: Mandarin, Norwegian, Filipino, and withdrawn codes (section 2.2.1,
preferred values)."""
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?![A-Za-z])")
"""BCP 47 (RFC 5646, 2.1): language, script, region; what follows says nothing about how to speak."""

_NO_LANGUAGE = ("und", "mul", "zxx")
"""ISO 639-2: undetermined, several languages, no linguistic content."""


def primary(tag: str) -> str:
    """The language of a tag, without script and region: "en" of "en_GB", and "zh" of "cmn-CN"."""
    language = tag.replace("_", "-").partition("-")[0].lower()
    return _SAME.get(language, language)


def tag_of(stated: str | None) -> str | None:
    """A language tag in its usual case, "en_us" as "en-US"; None if it is not one, or names no language."""
    written = stated or ""
    match = _TAG.match(written.strip())
    if match is None:
        return None
    language, script, region = match.groups(default="")
    parts = (language.lower(), script.title(), region.upper())
    tag = "-".join(filter(None, parts))
    if tag in _NO_LANGUAGE:
        return None
    return tag
