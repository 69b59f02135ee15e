"""Small articles and casts for tests, built by hand so that no stage is needed to make them."""

from __future__ import annotations

from collections.abc import Sequence

from narrate.model import Article, Block, BlockKind, Cast, Quotation, QuotationKind, Speaker, Utterance, Voice

NARRATOR = Voice("narrator", "tone", "440")
WOMAN = Voice("woman", "tone", "660", gender="f")
MAN = Voice("man", "tone", "220", gender="m")
NEUTRAL = Voice("neutral", "tone", "550")
CAST = Cast(
    "test",
    roles={"narration": NARRATOR, "quote": NEUTRAL, "caption": Voice("describer", "tone", "330")},
    pools={"f": (WOMAN,), "m": (MAN,), "unknown": (NEUTRAL,)},
)


def article(*parts: tuple[BlockKind, str], silent: Sequence[int] = ()) -> Article:
    """An article of one block per line; blocks numbered in `silent` are not spoken."""
    blocks = []
    at = 0
    for index, (kind, text) in enumerate(parts):
        spoken = index not in silent
        blocks.append(Block(kind, text, at, at + len(text), spoken, None if spoken else "for a test"))
        at += len(text) + 1
    source = "\n".join(text for _, text in parts)
    return Article(source, tuple(blocks), title=parts[0][1])


def quotation(
    source: str, words: str, kind: QuotationKind = "direct", speaker: Speaker | None = None
) -> Quotation:
    """The quotation of these words, which stand once in the source."""
    start = source.index(words)
    return Quotation(start, start + len(words), words, kind, speaker)


def utterance(text: str, voice: Voice = NARRATOR, **fields: object) -> Utterance:
    """A narrated utterance with this text."""
    values = {"index": 0, "block": 0, "role": "narration", "speaker": None, "start": 0, "end": len(text)}
    return Utterance(text=text, voice=voice, chapter=0, **(values | fields))  # type: ignore[arg-type]
