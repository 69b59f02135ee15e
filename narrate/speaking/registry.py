"""Which rules are tried where, and in which order.

A trigger finds what may need a reading: a digit or a sign before one (`number`), a fraction that is one
character (`vulgar`), a sum of money (`money`), a word with a capital that looks like more than a word
(`capital`), a small word that may be an address, an abbreviation or one of two words with a slash
(`small`), and signs (`symbol`). There the rules of that kind are tried in this order, longest form
first, and the first that reads wins. To read something new, add a rule to the module of its class, and
make sure that the trigger stops there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from narrate.model import Mark
from narrate.speaking import (
    abbreviations,
    datelines,
    dates,
    initialisms,
    measures,
    money,
    quantities,
    roman,
    rules,
    symbols,
    tags,
    telephone,
    times,
    web,
)

# Most words must fail at their first letters: this takes a third of the time of the whole pass.
_TRIGGER = re.compile(
    rf"""
    (?<!\w)(?:
        (?P<money>[-−]?{money.SIGN}\s?\.?\d)
        |(?P<number>(?<!\d\.)(?:(?<![^\s(\["“‘'])[-−+]|['‘’](?=\d0s)|’(?=\d\d(?!\w))|\((?=\d{{2,5}}\)[\s-]?\d))?\.?\d)
        |(?P<small>[A-Za-z][\w+-]{{0,62}}(?=[./@]\w|://)|(?:{abbreviations.SMALL_WORDS})(?!\w)|[a-z]{{3,9}}(?=\.?\s\d))
        |(?P<capital>[A-Z](?=[A-Z\d&-]|[a-z]{{0,8}}(?:[.–&-]|,?\s\d|,\s[A-Z]))|(?:{abbreviations.BARE_WORDS})\b|{roman.SMALL}|[IVX]\b)
    )
    |(?P<symbol>[@#&+<=°§×÷±≈~≤≥™®©№→•*|/\[\]−†‡¹²³⁰⁴-⁹-]|{symbols.EMOJI}|\((?=[A-Za-z]))
    |(?P<vulgar>[{quantities.VULGAR}])
    """,
    re.VERBOSE,
)
_CAPITAL = (
    *dates.CAPITAL_RULES,
    *roman.CAPITAL_RULES,
    *abbreviations.CAPITAL_RULES,
    *money.CAPITAL_RULES,
    *initialisms.CAPITAL_RULES,
)
_NUMBER = (
    *telephone.NUMBER_RULES,
    *dates.NUMBER_RULES,
    *times.NUMBER_RULES,
    *money.NUMBER_RULES,
    *measures.NUMBER_RULES,
    *quantities.NUMBER_RULES,
)
_RULES: Mapping[str, Sequence[rules.Rule]] = {
    "money": money.MONEY_RULES,
    "number": _NUMBER,
    "vulgar": quantities.VULGAR_RULES,
    "small": (
        *web.SMALL_RULES,
        *abbreviations.SMALL_RULES,
        *dates.SMALL_RULES,
        *symbols.SMALL_RULES,
        *_CAPITAL,
    ),
    "capital": _CAPITAL,
    "symbol": (*tags.TAG_RULES, *web.SYMBOL_RULES, *abbreviations.SYMBOL_RULES, *symbols.SYMBOL_RULES),
}


def marks(text: str) -> Iterator[Mark]:
    """Marks of kind "sub" for the whole text, in order."""
    framed = list(datelines.frame(text))
    read = rules.apply(text, _TRIGGER, _RULES)
    if not framed:
        return read
    inside = [mark for mark in read if not any(_overlap(mark, other) for other in framed)]
    return iter(sorted((*framed, *inside), key=lambda mark: mark.start))


def _overlap(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end
