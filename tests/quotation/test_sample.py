"""How good it is on invented news, as a floor that may only rise."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

from narrate.model import Quotation
from narrate.quotation import find_quotations

NEWS = Path(__file__).with_name("news.txt")
DIGEST = "a8d1a627d26c7813"
"""Beginning of the SHA-256 of the sample, so that a floor always belongs to one text."""
SPEAKERS_FLOOR = 1.0
"""Share of the quotations, scare quotes included, with the right speaker."""
KINDS_FLOOR = 1.0
"""Share with the right kind."""

_LABEL = re.compile(r"<(direct|partial|scare)(?: ([^>]+))?>")


class Label(NamedTuple):
    """What a person says about one quotation."""

    mark: int
    """Offset of the opening mark."""
    kind: str
    speaker: str | None


def passages() -> list[tuple[str, list[Label]]]:
    """The passages of the sample without their labels, and the labels."""
    lines = [line for line in NEWS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [_unlabelled(passage.strip()) for passage in "\n".join(lines).split("===")]


def _unlabelled(passage: str) -> tuple[str, list[Label]]:
    text, labels, at = "", [], 0
    for match in _LABEL.finditer(passage):
        text += passage[at : match.start()]
        labels.append(Label(len(text), match.group(1), match.group(2)))
        at = match.end()
    return text + passage[at:], labels


def matched() -> list[tuple[Label, Quotation | None]]:
    """Every label with the quotation that was found behind its mark."""
    pairs: list[tuple[Label, Quotation | None]] = []
    for text, labels in passages():
        found = find_quotations(text)
        for label in labels:
            # The mark has one character, or two: ''.
            pairs.append((label, next((q for q in found if 1 <= q.start - label.mark <= 2), None)))
    return pairs


def test_floors_belong_to_this_sample() -> None:
    """Whoever changes the sample measures again."""
    assert hashlib.sha256(NEWS.read_bytes()).hexdigest()[:16] == DIGEST


def test_every_quotation_of_the_sample_is_found() -> None:
    """No pair of marks is missed, and nothing is found where there are none."""
    assert all(quotation for _, quotation in matched())
    assert sum(len(find_quotations(text)) for text, _ in passages()) == len(matched()) >= 30


def test_speakers_keep_their_floor() -> None:
    """Names are whole ones, and titles and scare quotes have no speaker."""
    right = [
        q is not None and (q.speaker.name if q.speaker else None) == label.speaker for label, q in matched()
    ]
    assert sum(right) / len(right) >= SPEAKERS_FLOOR


def test_kinds_keep_their_floor() -> None:
    """Speech is voiced, fragments are not, scare quotes are neither."""
    right = [q is not None and q.kind == label.kind for label, q in matched()]
    assert sum(right) / len(right) >= KINDS_FLOOR
