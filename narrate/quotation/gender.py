"""The gender of a first name, by the lists that the Faker project keeps by country (MIT)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module

from narrate.model import Gender

# fmt: off
LOCALES = (
    "en_US", "en", "en_GB", "en_IE", "en_NZ", "en_IN", "en_KE", "de_DE", "fr_FR", "es_ES", "it_IT",
    "nl_NL", "pt_BR", "pl_PL", "sv_SE", "da_DK", "no_NO", "fi_FI", "cs_CZ", "hr_HR", "hu_HU", "ro_RO",
    "tr_TR", "id_ID",
)
# fmt: on
"""Lists in Latin letters. The first has frequencies, which decide where the others disagree."""
CLEAR = 5.0
"""How many times the weight one gender needs of the other: it leaves "Jamie" and "Alexis" open."""
FREQUENCY_WEIGHT = 1e4
"""Makes the frequency of a name in the first list (1e-3 is common) comparable to one entry in another."""

KOREAN = frozenset(
    [
        "kim",
        "lee",
        "park",
        "choi",
        "jung",
        "kang",
        "cho",
        "yoon",
        "jang",
        "lim",
        "han",
        "seo",
        "shin",
        "kwon",
        "hwang",
        "ahn",
        "song",
        "moon",
    ]
)
"""The commonest family names in Korea, which Faker has in Hangul only."""
COMMON = 5.0
"""Weight of a common name: of the words for offices it lets only "Dean" pass, with 15; the next have 2."""


def of_first_name(name: str) -> Gender | None:
    """What a first name shows; None for names that are unknown or shared."""
    women, men = _weights()
    key = name.partition("-")[0].casefold()
    woman, man = women.get(key, 0.0), men.get(key, 0.0)
    if woman > CLEAR * man:
        return "f"
    return "m" if man > CLEAR * woman else None


def of_full_name(name: Sequence[str]) -> Gender | None:
    """What a name of two words and more shows, unless its family name stands first: Kim Jong Un."""
    if name[0].casefold() in _family_first() and (len(name) > 2 or "-" in name[1]):
        return None
    return of_first_name(name[0])


def is_given(name: str) -> bool:
    """Whether a word is a common first name, so that it is one even where it can be an office: Dean."""
    women, men = _weights()
    key = name.casefold()
    return women.get(key, 0.0) + men.get(key, 0.0) >= COMMON


@lru_cache(maxsize=1)
def _family_first() -> frozenset[str]:
    """Family names of languages that put them first, in Latin letters."""
    provider = import_module("faker.providers.person.zh_CN").Provider
    return frozenset(name.casefold() for name in provider.last_romanized_names) | KOREAN


@lru_cache(maxsize=1)
def _weights() -> tuple[dict[str, float], dict[str, float]]:
    """Name in lower case to weight, for women and for men; read when the first name is asked for."""
    women: dict[str, float] = {}
    men: dict[str, float] = {}
    for locale in LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for table, attribute in ((women, "first_names_female"), (men, "first_names_male")):
            names = getattr(provider, attribute, ())
            for name in names:
                weight = names[name] * FREQUENCY_WEIGHT if locale == LOCALES[0] else 1.0
                table[name.casefold()] = table.get(name.casefold(), 0.0) + weight
    return women, men
