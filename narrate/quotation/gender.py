"""The gender of a first name, from the name lists that the Faker project keeps by country (MIT)."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from narrate.model import Gender

LOCALES = (
    "en_US en en_GB en_IE en_NZ en_IN en_KE de_DE fr_FR es_ES it_IT nl_NL pt_BR pl_PL sv_SE da_DK no_NO fi_FI "
    "cs_CZ hr_HR hu_HU ro_RO tr_TR id_ID"
).split()
"""Lists in Latin letters. The first has frequencies, which decide where the others disagree."""
CLEAR = 5.0
"""How many times more frequent a name must be for one gender to show it; "Jamie" is five to one."""


def of_first_name(name: str) -> Gender | None:
    """ "m" or "f" where the lists agree or one gender prevails; None for unknown and shared names."""
    women, men = _frequencies(name.split("-")[0].casefold())
    if women > CLEAR * men:
        return "f"
    return "m" if men > CLEAR * women else None


def _frequencies(name: str) -> tuple[float, float]:
    weights = _tables()
    return weights[0].get(name, 0.0), weights[1].get(name, 0.0)


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, float], dict[str, float]]:
    """Name to weight, for women and for men: frequency per million, plus one for each list that has it."""
    women: dict[str, float] = {}
    men: dict[str, float] = {}
    for locale in LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for table, attribute in ((women, "first_names_female"), (men, "first_names_male")):
            names = getattr(provider, attribute, ())
            for name in names:
                weight = names[name] * 1e4 if locale == "en_US" and isinstance(names, dict) else 1.0
                key = name.casefold()
                table[key] = table.get(key, 0.0) + weight
    return women, men
