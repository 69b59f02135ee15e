"""The sentences of a text, with the words that can be names told from those that only begin one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from narrate.english.reporting_verbs import REPORTING_VERBS, SAY
from narrate.quotation.gender import is_given, of_first_name
from narrate.quotation.nouns import HONORIFICS, ROLES
from narrate.quotation.spans import Span
from narrate.quotation.tokens import Token, opens_sentence, split_sentences, tokenize
from narrate.quotation.word_classes import AUXILIARIES, FUNCTION_WORDS

_LOWER_CASE = re.compile(r"\b[a-z]{3,}\b")
_NAME_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]*\w")
_PAIR = re.compile(r"\b([A-Z][a-z]+\.?) (?=([A-Z][a-z]+)\b)")
_VERB_ENDINGS = ("ing", "ly", "ed")
_BEFORE_CAPITAL = frozenset(".!?\"”’'")
"""What may stand at the end of a sentence, so that a capital after it says nothing."""
_CONTRACTION = re.compile("[’']")
_AFTER_NAME = REPORTING_VERBS | AUXILIARIES | {"", "and", ":", "(", "who"}
"""What shows that the word before it is somebody; "" is a quotation."""


class Sentence(NamedTuple):
    """A sentence of the reporter's, with the quotations in it folded into one token each."""

    tokens: list[Token]
    paragraph: int
    """Index of its paragraph."""


def sentences(text: str, paragraphs: Sequence[tuple[int, int]], spans: Sequence[Span]) -> Iterator[Sentence]:
    """Every sentence of the paragraphs, in order."""
    vocabulary = Vocabulary(text)
    by_paragraph: defaultdict[int, list[tuple[int, Span]]] = defaultdict(list)
    for number, span in enumerate(spans):
        by_paragraph[span.paragraph].append((number, span))
    for index, (start, end) in enumerate(paragraphs):
        quoted = by_paragraph[index]
        tokens = tokenize(text, start, end, quoted)
        for part in split_sentences(text, tokens):
            named = _with_names(part, vocabulary)
            yield Sentence(named, index)


class Vocabulary:
    """Which words a text writes in lower case, and which with a capital inside sentences.

    That tells names from other words at the start of a sentence: "Rose said" from "Roses are".
    """

    def __init__(self, text: str) -> None:
        self._lower_case = set(_LOWER_CASE.findall(text))
        self._names = set(_NAME_INSIDE.findall(text))
        self._also_names = set(_also_names(text))

    def is_name(self, word: str) -> bool:
        """Whether a word that is capitalised inside a sentence can be a name."""
        low = word.lower()
        if low in SAY:
            return False
        if low in FUNCTION_WORDS or _CONTRACTION.split(low, maxsplit=1)[0] in FUNCTION_WORDS:
            return len(word) > 1 and (word.isupper() or word in self._also_names)
        return True

    def starts_with_name(self, word: str, following: Token | None) -> bool:
        """Whether the first word of a sentence can be one: "Rubio said", but not "Likewise, she said"."""
        if not self.is_name(word):
            return False
        if following is None or self._is_surely_name(word) or _begins_office(word, following):
            return True
        return not self._is_plain_word(word) and _is_followed_like_name(word, following)

    def _is_plain_word(self, word: str) -> bool:
        """Whether the text has it in lower case too, or it ends like a verb or an adverb."""
        low = word.lower()
        return low in self._lower_case or low.endswith(_VERB_ENDINGS)

    def _is_surely_name(self, word: str) -> bool:
        """Whether the text has it as a name elsewhere, or writes it in capitals."""
        return word in self._names or (word.isupper() and len(word) > 1)


def _begins_office(word: str, following: Token) -> bool:
    """Mayor of Oldtown Ann Lee."""
    return following.low == "of" and word.lower() in ROLES


def _is_followed_like_name(word: str, following: Token) -> bool:
    """Whether what follows a word shows that it is somebody."""
    return following.capital or following.low in _AFTER_NAME or is_given(word)


def _also_names(text: str) -> Iterator[str]:
    """Function words that are somebody's name in this text: Theresa May, Will Young."""
    end = 0
    for match in _PAIR.finditer(text):
        one, other = match.groups()
        start = match.start()
        before = text[max(end, start - 2) : start]
        end = match.end()
        if _is_surname(one, other):
            yield other
        elif _is_first_name(one, before):
            yield one


def _is_surname(one: str, other: str) -> bool:
    """Whether the second of two words with a capital is a name by what stands before it."""
    if other.lower() not in FUNCTION_WORDS:
        return False
    return one.lower() in HONORIFICS or is_given(one)


def _is_first_name(word: str, before: str) -> bool:
    """Whether a word such as Will begins a name, and not a sentence."""
    if word.lower() not in AUXILIARIES:
        return False
    return _is_inside_sentence(before) and of_first_name(word) is not None


def _is_inside_sentence(before: str) -> bool:
    """Whether the two characters before a word end no sentence."""
    if len(before) < 2 or before[1] != " ":
        return False
    return before[0] not in _BEFORE_CAPITAL and not before[0].isspace()


def _with_names(tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Token]:
    """The tokens of a sentence, those marked that can be part of a name."""
    marked = []
    first = True
    for i, token in enumerate(tokens):
        is_name = token.capital and _can_be_name(tokens, i, vocabulary, first=first)
        marked.append(token._replace(named=True) if is_name else token)
        first = opens_sentence(token, was_open=first)
    return marked


def _can_be_name(tokens: Sequence[Token], at: int, vocabulary: Vocabulary, *, first: bool) -> bool:
    """`first`: whether a sentence begins with this word, which says nothing about its capital."""
    word = tokens[at].text
    if not first:
        return vocabulary.is_name(word)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return vocabulary.starts_with_name(word, following)
