"""How far a reporting verb reaches: whether a quotation is still part of what the verb reports.

In "she said that the plan, which the mayor had called “bold,” would fail" the quotation is within reach of
"called", and hardly of "said". No parser: what stands between the verb and the quotation is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from narrate.quotation.clauses import Clause
from narrate.quotation.linking import STRONG
from narrate.quotation.mentions import Mention
from narrate.quotation.tokens import Token
from narrate.quotation.word_classes import CONJUNCTIONS, PREPOSITIONS, TIME_WORDS, words

STEPS = (1, 3, 6, 10, 16, 24)
"""Upper bounds, in tokens, by which distances inside a sentence are told apart."""

MOST_PASSED = 3
"""Mentions; more are told apart no more."""

_SUBORDINATE = words("when while after before because since although though if as until unless whether how")
_COMPLEMENT = words("that if whether how why what it there he she they his her the")
_STOPS = frozenset(",;—–-()")
_BREAKS = {
    **dict.fromkeys(words("who whom whose which where"), "relative"),
    **dict.fromkeys(_SUBORDINATE, "subordinate"),
    **dict.fromkeys(words("and but or nor"), "coordinate"),
    **dict.fromkeys(_STOPS, "stop"),
    ",": "comma",
}
"""Where a report may end, by the word or mark."""
_AFTER_PARENTHESIS = frozenset(".,;!?")
_ONLY_PREPOSITIONS = PREPOSITIONS - CONJUNCTIONS
"""That a preposition stands before a mention is a feature of its own."""


def scope_features(clause: Clause, mention: Mention, verb: int, at: int) -> Iterator[str]:
    """Features of the stretch between a mention's reporting verb and a quotation of its sentence."""
    if _is_outdone(clause, mention, verb, at):
        yield "nearer subject between"
    if _is_subordinate(clause.tokens, mention):
        yield "in a subordinate clause"
    if verb < at:
        yield from _after_verb(clause, verb, at)
    else:
        yield from _before_verb(clause.tokens, mention, verb, at)


def _is_outdone(clause: Clause, mention: Mention, verb: int, at: int) -> bool:
    """Whether somebody else is surely the subject of a verb that stands nearer to the quotation."""
    low, high = min(verb, at), max(verb, at)
    for other in clause.mentions:
        if other is not mention and any(link in STRONG and low < v < high for link, v in other.links):
            return True
    return False


def _is_subordinate(tokens: Sequence[Token], mention: Mention) -> bool:
    """ "When Lee said", "if Lee says": whether a conjunction stands before a subject."""
    return mention.first > 0 and tokens[mention.first - 1].low in _SUBORDINATE


def step(distance: int) -> str:
    """A distance in tokens, the longer the less exactly."""
    for bound in STEPS:
        if distance <= bound:
            return f"within {bound}"
    return f"beyond {STEPS[-1]}"


def _after_verb(clause: Clause, verb: int, at: int) -> Iterator[str]:
    """Features of what stands between a verb and the quotation after it."""
    between = clause.tokens[verb + 1 : at]
    yield f"reported {step(len(between))}"
    if not between:
        return
    if between[0].low in _COMPLEMENT:
        yield f"reported with “{between[0].low}”"
    yield from _crossings(between)
    passed = sum(verb < mention.first < at for mention in clause.mentions if _can_lead(mention))
    if passed:
        yield f"reported past {min(passed, MOST_PASSED)} mentions"


def _can_lead(mention: Mention) -> bool:
    """Whether somebody else may be the subject from here on."""
    return not (mention.governed or mention.possessive)


def _crossings(between: Sequence[Token]) -> Iterator[str]:
    """What a report goes on past."""
    crossed = [kind for kind in map(_crossing, between) if kind]
    if not crossed:
        yield "reported without a break"
        return
    yield from (f"reported past {kind}" for kind in sorted(set(crossed)))
    if crossed.count("comma") > 1:
        yield "reported past several commas"
    yield f"break before it: {crossed[-1]}"


def _crossing(token: Token) -> str:
    """Which sort of break a token is; "" for none."""
    return "quotation" if token.quotation >= 0 else _BREAKS.get(token.low, "")


def _before_verb(tokens: Sequence[Token], mention: Mention, verb: int, at: int) -> Iterator[str]:
    """Features of what stands between a quotation and the verb after it."""
    between = tokens[at + 1 : verb]
    yield f"reported back {step(len(between))}"
    ends = _ends(tokens, max(verb + 1, mention.last))
    if ends:
        yield "reported back at the end"
    yield from _parenthesis(between, ends=ends)
    crossed = {kind for kind in map(_crossing, between) if kind not in ("", "comma")}
    yield from (f"back past {kind}" for kind in sorted(crossed))


def _parenthesis(between: Sequence[Token], *, ends: bool) -> Iterator[str]:
    """How far back the last punctuation mark stands: it opens a parenthesis, ", Lee said"."""
    stops = [i for i, token in enumerate(between) if token.text in _STOPS]
    if not stops:
        return
    length = step(len(between) - stops[-1])
    yield f"reported back after “{between[stops[-1]].text}” {length}"
    if ends:
        yield f"parenthesis {length}"


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence or a parenthesis ends before a token, or says when something was said."""
    if at < len(tokens) and tokens[at].low == "it":
        at += 1  # As she puts it.
    return at >= len(tokens) or tokens[at].text in _AFTER_PARENTHESIS or tokens[at].low in TIME_WORDS


def place_features(tokens: Sequence[Token], mention: Mention) -> Iterator[str]:
    """Features of the words on either side of a mention."""
    before = tokens[mention.first - 1] if mention.first else None
    if before is not None and not before.capital and before.low not in _ONLY_PREPOSITIONS:
        yield f"mention after “{before.low or 'quotation'}”"
    if mention.last < len(tokens) and not tokens[mention.last].capital:
        after = tokens[mention.last]
        yield f"mention before “{after.low or 'quotation'}”"
