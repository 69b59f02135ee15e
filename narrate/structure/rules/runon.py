"""Lists whose items were run together on one line, with nothing between them, are split again.

    Rain closes two bridges in Orlow Ferry firm says refunds will take weeks Mayor calls for patience

An item may begin at a capital letter. Which capitals begin one is decided for the whole line at once, by
dynamic programming over all ways to split it, scored by a linear model of the breaks (what stands
before and after) and of the items (length, verb). What the rest of the article says about a word is the
best witness: one that it also writes in lower case has its capital here because an item begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from narrate.structure.piece import Piece
from narrate.structure.rules.tagging import FINITE, Token, tokenize

FEWEST_WORDS = 20
"""Three short items. Lines with fewer that end without a full stop are headings and captions."""
MOST_WORDS = 250
_FEWEST_ITEMS = 3

# Found by an averaged perceptron on 800 lists, joined at random from 328 headlines of US and British
# news (benchmarks/runon.py). Trained on one half and tested on the other, breaks have F1 0.94, nine
# items in ten come out whole and seven lists in ten without a mistake.
WEIGHTS: dict[str, float] = {
    "break": 2.8,
    "after noun": 4.5,
    "after pronoun": 3.5,
    "after name": 2.5,
    "after adjective": -0.5,
    "after adverb": -0.8,
    "after verb": -1.6,
    "after number": -4.7,
    "common word": 10.0,
    "name": -5.1,
    "names never together": 2.6,
    "unknown word": -2.1,
    "up to 3 words": -6.6,
    "up to 5 words": 2.1,
    "up to 16 words": 8.8,
    "up to 24 words": 0.0,
    "longer": -1.4,
    "verb finite": 1.3,
    "verb participle": 3.4,
    "verb none": -1.8,
}

_FUNCTION = {"IN", "DT", "CC", "TO", "PRP$", "MD", "WDT", "WP", "WRB", "PDT", "POS", "HYPH", "("}
_CLASSES = {
    "NN": "noun", "NNS": "noun", "NNP": "name", "NNPS": "name", "PRP": "pronoun", "EX": "pronoun",
    "VBZ": "verb", "VBP": "verb", "VBD": "verb", "VB": "verb", "VBN": "verb", "VBG": "verb",
    "JJ": "adjective", "JJR": "adjective", "JJS": "adjective", "CD": "number",
    "RB": "adverb", "RP": "adverb", "RBR": "adverb",
}  # fmt: skip
# A name follows these, so no item begins behind them.
_BEFORE_NAMES = {
    "president", "president-elect", "minister", "mayor", "king", "queen", "prince", "princess", "pope",
    "judge", "justice", "chancellor", "senator", "governor", "secretary", "chief", "director", "leader",
    "sir", "mr", "mrs", "ms", "dr", "st", "mr.", "mrs.", "ms.", "dr.", "st.", "sen.", "rep.", "gov.",
    "new", "san", "los", "north", "south", "east", "west", "united", "us", "uk", "u.s.", "u.k.",
}  # fmt: skip
_WORD = re.compile(r"[.!?:]|[^\W_][\w’'-]*|[^\s\w]")
_POSSESSIVE = re.compile(r"[’']s$")
_WITNESSES = 1_000_000
"""Characters: a long book. More of a text says nothing new about its words, and takes time."""
_INNER_END = re.compile(r"(?:\w{3,}[!?.]|\.\.\.|…)[\"”’')]*\s+[\"“‘'(]?[A-Z0-9]")


@dataclass(frozen=True, slots=True)
class Usage:
    """How the rest of the article writes words."""

    common: frozenset[str]
    """Seen in lower case."""
    names: frozenset[str]
    """Seen with a capital inside a sentence."""
    pairs: frozenset[tuple[str, str]]
    """Words with capitals that were seen side by side."""


def split_runons(pieces: Sequence[Piece]) -> list[Piece]:
    """Open lines that are lists run together become their items."""
    candidates = [piece.kind is None and _may_be_list(piece) for piece in pieces]
    if not any(candidates):
        return list(pieces)
    # Only once, and not from the lines in question: their neighbours across a break are no names.
    texts = [piece.text for piece, is_one in zip(pieces, candidates, strict=True) if not is_one]
    usage = usage_of(texts)
    split = (
        (_items(piece, usage) if is_one else []) or [piece]
        for piece, is_one in zip(pieces, candidates, strict=True)
    )
    return [part for parts in split for part in parts]


def _may_be_list(piece: Piece) -> bool:
    """Whether the line is long, ends without a full stop and has none inside."""
    if piece.closed or len(piece.text) > 20 * MOST_WORDS:
        return False
    words = [word for word in piece.words if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    # With capitals at most words, as American headlines have them, none of them tells anything.
    told_apart = capitals >= _FEWEST_ITEMS - 1 and capitals * 5 < len(words) * 3
    return told_apart and FEWEST_WORDS <= len(piece.words) <= MOST_WORDS and not _INNER_END.search(piece.text)


def _items(piece: Piece, usage: Usage) -> list[Piece]:
    """The items, or nothing where they do not read as items: few, or without verbs."""
    tokens = tokenize(piece.text)
    breaks = find_breaks(tokens, piece.text, usage)
    items = [tokens[left:right] for left, right in pairwise([0, *breaks, len(tokens)])]
    with_verb = sum(any(token.tag in FINITE or token.tag == "VBN" for token in item) for item in items)
    if len(items) < _FEWEST_ITEMS or with_verb * 4 < len(items) * 3:
        return []
    return [item.marked("list_item") for item in piece.cut(*(tokens[place].start for place in breaks))]


def usage_of(texts: Iterable[str]) -> Usage:
    """Count how words are written in running text, of which the beginning is enough."""
    common: set[str] = set()
    names: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    read = 0
    for text in texts:
        words = _WORD.findall(text)
        common.update(filter(str.islower, map(_without_possessive, words)))
        for before, here in pairwise(words):
            if here[0].isupper() and before[0].isalpha():
                word = _without_possessive(here)
                names.add(word)
                if before[0].isupper() and not _POSSESSIVE.search(before):
                    pairs.add((before, word))
        read += len(text)
        if read > _WITNESSES:
            break
    return Usage(frozenset(common), frozenset(names), frozenset(pairs))


def _without_possessive(word: str) -> str:
    return word[:-2] if word[-2:] in ("'s", "’s") else word


def find_breaks(tokens: Sequence[Token], line: str, usage: Usage) -> list[int]:
    """Indexes of the tokens that begin an item, without the first: the best of all ways to split."""
    places = [0, *(at for at in range(1, len(tokens)) if may_begin(tokens, at, line, usage)), len(tokens)]
    best = [0.0, *(float("-inf") for _ in places[1:])]
    origin = [0] * len(places)
    for right in range(1, len(places)):
        is_break = places[right] < len(tokens)
        gain = _score(break_features(tokens, places[right], usage)) if is_break else 0.0
        for left in range(right):
            score = best[left] + gain + _score(item_features(tokens[places[left] : places[right]]))
            if score > best[right]:
                best[right], origin[right] = score, left
    return list(_walk_back(places, origin))[::-1]


def _walk_back(places: Sequence[int], origin: Sequence[int]) -> Iterator[int]:
    at = origin[-1]
    while at:
        yield places[at]
        at = origin[at]


def _score(features: Sequence[str]) -> float:
    return sum(WEIGHTS.get(feature, 0.0) for feature in features)


def may_begin(tokens: Sequence[Token], at: int, line: str, usage: Usage) -> bool:
    """What grammar and the article's own names leave open."""
    before, here = tokens[at - 1], _word(tokens, at)
    if not line[tokens[at].start - 1].isspace() or not here.text[0].isupper():
        return False
    if _class_before(tokens, at) in ("comma", "function") or before.text.lower() in _BEFORE_NAMES:
        return False
    if not before.text[0].isupper():
        return True
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    # "Syrian President", "Doctors Without Borders": inside a name.
    inside = before.tag == "JJ" or (here.tag in _FUNCTION and after[:1].isupper())
    return not inside and (before.text, here.text) not in usage.pairs


def _word(tokens: Sequence[Token], at: int) -> Token:
    """The token, or the one behind an opening quotation mark."""
    opening = not tokens[at].text[0].isalnum() and at + 1 < len(tokens)
    return tokens[at + 1] if opening else tokens[at]


def _class_before(tokens: Sequence[Token], at: int) -> str:
    token = tokens[at - 1]
    if token.text in ("”", "’", '"', "''", "'"):
        # After a quotation that ends with a comma comes who said it.
        return "comma" if at > 1 and tokens[at - 2].text == "," else "noun"
    if token.text in (",", ":", ";", "–", "—", "--", "-"):
        return "comma"
    if token.tag in _FUNCTION or token.text in ("not", "n't"):
        return "function"
    return _CLASSES.get(token.tag, "noun")


def break_features(tokens: Sequence[Token], at: int, usage: Usage) -> list[str]:
    """What speaks for and against a new item at a token."""
    before, here = tokens[at - 1].text, _word(tokens, at).text
    features = ["break", "after " + _class_before(tokens, at)]
    if here not in usage.names and here.lower() in usage.common:
        features.append("common word")
    elif here in usage.names and here.lower() not in usage.common:
        features.append("name")
        if before in usage.names:
            features.append("names never together")
    else:
        features.append("unknown word")
    return features


def item_features(item: Sequence[Token]) -> list[str]:
    """Whether a stretch could be an item: its length in words and its verb."""
    words = sum(token.text[0].isalnum() for token in item)
    size = next((f"up to {most} words" for most in (3, 5, 16, 24) if words <= most), "longer")
    tags = {token.tag for token in item}
    verb = "finite" if tags & FINITE else "participle" if "VBN" in tags else "none"
    return [size, f"verb {verb}"]
