"""Where the items begin in a list that was run together on one line.

    Rain closes two bridges in Orlow Ferry firm says refunds will take weeks Mayor calls for patience

An item may begin at a capital letter. Which capitals begin one is decided for the whole line at once, by
dynamic programming over all ways to split it, scored by a linear model of the breaks (what stands
before and after) and of the items (length, verb). What the rest of the article says about a word is the
best witness: one that it also writes in lower case has its capital here because an item begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from narrate.english.titles import OFFICES_BEFORE_NAMES, gender_by_title
from narrate.structure.rules.tagging import FINITE, Token

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
    *gender_by_title(), *OFFICES_BEFORE_NAMES, "st", "st.",
    "new", "san", "los", "north", "south", "east", "west", "united", "us", "uk", "u.s.", "u.k.",
}  # fmt: skip
_WORD = re.compile(r"[.!?:]|[^\W_][\w’'-]*|[^\s\w]")
_POSSESSIVES = ("'s", "’s")
_QUOTATION_MARKS = ("”", "’", '"', "''", "'")
_CLAUSE_SIGNS = (",", ":", ";", "–", "—", "--", "-")
_SIZES = (3, 5, 16, 24)
"""Words of an item, for the feature of its length."""
_WITNESSES = 1_000_000
"""Characters: a long book. More of a text says nothing new about its words, and takes time."""


@dataclass(frozen=True, slots=True)
class Usage:
    """How the rest of the article writes words."""

    common: set[str] = field(default_factory=set)
    """Seen in lower case."""
    names: set[str] = field(default_factory=set)
    """Seen with a capital inside a sentence."""
    pairs: set[tuple[str, str]] = field(default_factory=set)
    """Words with capitals that were seen side by side."""

    def add(self, words: Sequence[str]) -> None:
        """Take in the words of a text, in order and with the punctuation between them."""
        plain = map(_without_possessive, words)
        self.common.update(filter(str.islower, plain))
        for before, here in pairwise(words):
            if here[0].isupper() and before[0].isalpha():
                self._add_name(before, _without_possessive(here))

    def _add_name(self, before: str, name: str) -> None:
        self.names.add(name)
        if before[0].isupper() and not before.endswith(_POSSESSIVES):
            self.pairs.add((before, name))


def usage_of(texts: Iterable[str]) -> Usage:
    """Count how words are written in running text, of which the beginning is enough."""
    usage = Usage()
    length = 0
    for text in texts:
        usage.add(_WORD.findall(text))
        length += len(text)
        if length > _WITNESSES:
            break
    return usage


def _without_possessive(word: str) -> str:
    return word[:-2] if word.endswith(_POSSESSIVES) else word


def find_breaks(tokens: Sequence[Token], line: str, usage: Usage) -> list[int]:
    """Indexes of the tokens that begin an item, without the first: the best of all ways to split.

    `tokens`: of `line`, with their parts of speech.
    """
    places = _places(tokens, line, usage)
    # For each place, the best score of a split that ends there, and where its last item begins.
    best = [0.0]
    origin = [0]
    for end in places[1:]:
        gain = _gain(tokens, end, usage)
        scores = []
        for score, begin in zip(best, places, strict=False):  # only what lies before has a score yet
            features = item_features(tokens[begin:end])
            scores.append(score + gain + _score(features))
        highest = max(scores)
        best.append(highest)
        origin.append(scores.index(highest))
    return [places[index] for index in _path(origin)]


def _places(tokens: Sequence[Token], line: str, usage: Usage) -> list[int]:
    """Where an item may begin, and the end of the line."""
    possible = [at for at in range(1, len(tokens)) if may_begin(tokens, at, line, usage)]
    return [0, *possible, len(tokens)]


def _gain(tokens: Sequence[Token], at: int, usage: Usage) -> float:
    """The score of a break at a token; the line's end is none."""
    return _score(break_features(tokens, at, usage)) if at < len(tokens) else 0.0


def _path(origin: Sequence[int]) -> list[int]:
    """The best way from the first place to the last, without these two."""
    path: list[int] = []
    at = origin[-1]
    while at:
        path.append(at)
        at = origin[at]
    return path[::-1]


def _score(features: Sequence[str]) -> float:
    return sum(WEIGHTS.get(feature, 0.0) for feature in features)


def may_begin(tokens: Sequence[Token], at: int, line: str, usage: Usage) -> bool:
    """Whether grammar and the article's own names allow an item to begin at a token."""
    before = tokens[at - 1].text
    follows_space = line[tokens[at].start - 1].isspace()
    if not follows_space or not _word(tokens, at).text[0].isupper():
        return False
    goes_on = _class_before(tokens, at) in ("comma", "function") or before.lower() in _BEFORE_NAMES
    return not goes_on and not (before[0].isupper() and _is_inside_name(tokens, at, usage))


def _is_inside_name(tokens: Sequence[Token], at: int, usage: Usage) -> bool:
    """Whether two capitals belong together: "Syrian President", "Doctors Without Borders"."""
    before, here = tokens[at - 1], _word(tokens, at)
    if before.tag == "JJ" or (before.text, here.text) in usage.pairs:
        return True
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return here.tag in _FUNCTION and after[:1].isupper()


def _word(tokens: Sequence[Token], at: int) -> Token:
    """The token, or the one behind an opening quotation mark."""
    is_opening = not tokens[at].text[0].isalnum()
    return tokens[at + 1] if is_opening and at + 1 < len(tokens) else tokens[at]


def _class_before(tokens: Sequence[Token], at: int) -> str:
    """What stands before a token: one of the classes in WEIGHTS, "comma" or "function"."""
    token = tokens[at - 1]
    if token.text in _QUOTATION_MARKS:
        # After a quotation that ends with a comma comes who said it.
        return "comma" if tokens[max(at - 2, 0)].text == "," else "noun"
    if token.text in _CLAUSE_SIGNS:
        return "comma"
    return "function" if _is_function(token) else _CLASSES.get(token.tag, "noun")


def _is_function(token: Token) -> bool:
    return token.tag in _FUNCTION or token.text in ("not", "n't")


def break_features(tokens: Sequence[Token], at: int, usage: Usage) -> list[str]:
    """What speaks for and against a new item at a token: names of features in WEIGHTS."""
    before, here = tokens[at - 1].text, _word(tokens, at).text
    familiarity = _familiarity(here, usage)
    features = ["break", "after " + _class_before(tokens, at), familiarity]
    if familiarity == "name" and before in usage.names:
        features.append("names never together")
    return features


def _familiarity(word: str, usage: Usage) -> str:
    """How the rest of the article writes a word: as a name, as any other, or neither for sure."""
    is_name = word in usage.names
    is_common = word.lower() in usage.common
    if is_name == is_common:
        return "unknown word"
    return "name" if is_name else "common word"


def item_features(item: Sequence[Token]) -> list[str]:
    """What speaks for an item and against it, its length and its verb: names of features in WEIGHTS."""
    words = sum(token.text[0].isalnum() for token in item)
    fitting = (f"up to {most} words" for most in _SIZES if words <= most)
    return [next(fitting, "longer"), f"verb {_verb(item)}"]


def _verb(item: Sequence[Token]) -> str:
    tags = {token.tag for token in item}
    if tags & FINITE:
        return "finite"
    return "participle" if "VBN" in tags else "none"
