"""Words of the reporter's, and who is mentioned in them: names, descriptions and pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from narrate.model import Gender
from narrate.quotation.abroad.tables import Table
from narrate.quotation.word_classes import words

LONGEST_DESCRIPTION = 8
"""Words, with the article and what belongs to its noun: "la directrice de l'hôpital de la ville"."""

_LINKING = words("de des du del dello della dei do da dos das d di l la le der")
"""What joins nouns to one description."""
_TOKEN = re.compile(
    r"(?P<source>d['’]après\b)"
    r"|-(?:t-)?(?P<inverted>ils?|elles?|on)\b"
    r"|(?P<elided>(?:[^\W\d_]{0,5}l|[Uu]n|[dnscjtmDNSCJTM]|[Qq]u))['’](?=[^\W\d_])"
    r"|(?P<title>(?:Dr|Prof|Dipl|Mr|Mme|Sra?|Sig|Dott|St|M)\.(?=\s[A-ZÀ-Þ]))"
    r"|(?P<word>[^\W\d_](?:[\w.](?=\w)|\w|['’-](?!(?:t-)?(?:ils?|elles?|on)\b)(?=\w))*)"
    r"|(?P<sign>[^\w\s])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign."""

    text: str
    low: str
    start: int
    end: int
    capital: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody who is mentioned."""

    kind: Literal["name", "description", "pronoun"]
    words: tuple[str, ...]
    """Of a name, with titles before it; of a description, as written with its article; the pronoun."""
    first: int
    """Index of its first token."""
    last: int
    """Index of the token after it."""
    gender: Gender | None = None
    """What the article or the pronoun shows."""
    governed: bool = False
    """Whether a preposition stands before it."""


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The words and signs of a stretch; elided articles and inverted pronouns are words of their own."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        written = match[match.lastgroup or 0]
        low = written.lower().replace("’", "'").rstrip(".")
        if match["elided"]:
            written += "'"
        begin = match.end() - len(written) if match["inverted"] else match.start()
        found.append(Token(written, low, begin, match.end(), written[0].isupper()))
    return found


def mentions_in(tokens: Sequence[Token], table: Table) -> list[Mention]:
    """Everybody who is mentioned, in order."""
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        mention = _mention_at(tokens, at, table)
        if mention is None:
            at += 1
            continue
        found.append(mention)
        at = mention.last
    return found


def _mention_at(tokens: Sequence[Token], at: int, table: Table) -> Mention | None:
    token = tokens[at]
    governed = at > 0 and _governs(tokens[at - 1], table)
    if token.low in table.pronouns and not _is_article(tokens, at, table):
        return Mention("pronoun", (token.low,), at, at + 1, table.pronouns[token.low], governed)
    if token.low in table.articles:
        return _described(tokens, at, table, governed=governed)
    if _is_name(token, table):
        end = _name_end(tokens, at, table)
        return Mention("name", tuple(each.text for each in tokens[at:end]), at, end, None, governed)
    return None


def _is_article(tokens: Sequence[Token], at: int, table: Table) -> bool:
    """Whether a word that can be a pronoun is an article here."""
    return tokens[at].low in table.articles


def _governs(before: Token, table: Table) -> bool:
    return before.low in table.prepositions or (table.capital_nouns and before.low in ("der", "des"))


def _is_name(token: Token, table: Table) -> bool:
    is_function_word = token.low in table.others or token.low in table.verbs
    return token.capital and not is_function_word and token.low not in table.articles


def _name_end(tokens: Sequence[Token], at: int, table: Table) -> int:
    """Index after the words with capitals, and the particles between them."""
    end = at + 1
    while end < len(tokens):
        if _is_name(tokens[end], table):
            end += 1
            continue
        follows = tokens[end].low in table.particles and end + 1 < len(tokens)
        if not follows or not _is_name(tokens[end + 1], table):
            break
        end += 2
    return end


def _described(tokens: Sequence[Token], at: int, table: Table, *, governed: bool) -> Mention | None:
    """ "le maire de Lyon", "der Sprecher"; or the name that it leads to: "le maire Jean Roy"."""
    gender = table.articles[tokens[at].low]
    end = _description_end(tokens, at, table)
    if end == at + 1:
        return None
    written = [token.text for token in tokens[at:end]]
    name = _name_inside(tokens, at + 1, end, table)
    if name is not None:
        return Mention("name", tuple(token.text for token in tokens[name:end]), at, end, gender, governed)
    written[0] = written[0].lower()
    return Mention("description", tuple(written), at, end, gender, governed)


def _description_end(tokens: Sequence[Token], at: int, table: Table) -> int:
    """Index after the last noun of a description; that after its article if it has none."""
    begin = at + 1
    limit = min(len(tokens), at + LONGEST_DESCRIPTION)
    end = begin
    while end < limit and _belongs(tokens[end], table):
        if end > begin and _ends_name(tokens, end, table):
            break
        end += 1
    while end > begin and not _is_noun(tokens[end - 1], table):
        end -= 1
    return end


def _ends_name(tokens: Sequence[Token], at: int, table: Table) -> bool:
    """Whether a name with which the description ends stands before a word."""
    token, before = tokens[at], tokens[at - 1]
    return before.capital and not token.capital and token.low not in table.particles


def _belongs(token: Token, table: Table) -> bool:
    """Whether a word can go on with a description."""
    is_word = token.text[0].isalpha()
    is_linking = token.low in _LINKING
    return is_word and (is_linking or _is_noun(token, table))


def _is_noun(token: Token, table: Table) -> bool:
    if not token.text[0].isalpha() or token.low in table.verbs or token.low in table.others:
        return False
    return token.low not in table.articles and token.low not in table.pronouns


def _name_inside(tokens: Sequence[Token], start: int, end: int, table: Table) -> int | None:
    """Where the name begins that a description ends with; in German, with the titles before it."""
    if table.capital_nouns:
        return _german_name_inside(tokens, start, end)
    at = _capitals_before(tokens, start, end)
    is_behind_noun = start < at < end and _is_noun(tokens[at - 1], table)
    return at if is_behind_noun else None


def _german_name_inside(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Where two capitals and more begin that end the description, if it has no others."""
    at = _capitals_before(tokens, start, end)
    has_others = any(token.capital for token in tokens[start:at])
    is_name = end - at > 1 and not has_others
    return at if is_name else None


def _capitals_before(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where the words with capitals right before an index begin, from `start` on."""
    at = end
    while at > start and tokens[at - 1].capital:
        at -= 1
    return at


def names_of(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The names among the mentions."""
    return (mention for mention in mentions if mention.kind == "name")
