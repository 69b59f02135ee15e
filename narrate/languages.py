"""Language tags (BCP 47, RFC 5646), as every part compares them."""

from __future__ import annotations

_SAME = {"cmn": "zh", "no": "nb", "nn": "nb", "fil": "tl", "iw": "he", "in": "id", "jw": "jv"}
"""What voices and texts tag differently: Mandarin, Norwegian, Filipino, and withdrawn codes (section 2.2.1,
preferred values)."""


def primary(tag: str) -> str:
    """The language of a tag, without script and region: "en" of "en_GB", and "zh" of "cmn-CN"."""
    language = tag.replace("_", "-").partition("-")[0].lower()
    return _SAME.get(language, language)
