"""Which rules are tried where, and in which order.

A trigger finds what may need a reading: a digit or a sign before one (`number`), a sum of money
(`money`), a word that begins with a capital (`capital`), a small word that may be an address, an
abbreviation or one of two words with a slash (`small`), and signs (`symbol`). There the rules of that
kind are tried in this order, longest form first, and the first that reads wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from narrate.model import Mark
from narrate.speaking import (
    abbreviations,
    dates,
    initialisms,
    measures,
    money,
    quantities,
    roman,
    rules,
    symbols,
    telephone,
    times,
    web,
)

_TRIGGER = re.compile(
    rf"""
    (?P<money>(?<!\w)[-−]?{money.SIGN}\s?\.?\d)
    |(?P<number>(?<![\w.])(?:(?<!\S)[-−+]|['‘’](?=\d0s)|’(?=\d\d(?!\w))|\((?=\d{{3}}\)))?\.?\d|[{quantities.VULGAR}])
    |(?P<small>(?<![\w@])(?:[\w.+-]{{1,64}}(?=@\w)|https?://|www\.|[A-Za-z\d-]+\.(?=[a-z])|[A-Za-z]+/(?=[A-Za-z])
        |(?:{abbreviations.SMALL_WORDS})(?!\w)|[a-z]{{3,4}}\.\s\d))
    |(?P<capital>(?<!\w)[A-Z])
    |(?P<symbol>[@#&+=°§×÷±≈~≤≥™®©№→•*|/\[\]−-]|{symbols.EMOJI}|\((?=[A-Za-z]))
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
    "small": (
        *web.SMALL_RULES,
        *abbreviations.SMALL_RULES,
        *dates.SMALL_RULES,
        *symbols.SMALL_RULES,
        *_CAPITAL,
    ),
    "capital": _CAPITAL,
    "symbol": (*web.SYMBOL_RULES, *symbols.SYMBOL_RULES),
}


def marks(text: str) -> Iterator[Mark]:
    """Marks of kind "sub" for the whole text, in order."""
    return rules.apply(text, _TRIGGER, _RULES)
