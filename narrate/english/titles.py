"""Titles and offices before names: how they are shortened, how they are said, and the gender that they show.

"Mr. Lee", "Lt Ann Lee", "Dame Ann", "Prime Minister Lee".
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Gender = Literal["f", "m"]


class Title(NamedTuple):
    """A short title before a name."""

    spoken: str
    """In full, as it is read."""
    gender: Gender | None = None
    """The gender that it shows."""


SHORT_TITLES = {
    "Mr": Title("Mister", "m"), "Mrs": Title("Missus", "f"), "Ms": Title("Miz", "f"),
    "Messrs": Title("Messieurs", "m"), "Mme": Title("Madame", "f"), "Msgr": Title("Monsignor", "m"),
    "Fr": Title("Father", "m"), "Dr": Title("Doctor"), "Drs": Title("Doctors"), "Prof": Title("Professor"),
    "Rev": Title("Reverend"), "Hon": Title("Honorable"), "Sen": Title("Senator"), "Sens": Title("Senators"),
    "Rep": Title("Representative"), "Reps": Title("Representatives"), "Gov": Title("Governor"),
    "Govs": Title("Governors"), "Pres": Title("President"), "Sec": Title("Secretary"),
    "Del": Title("Delegate"), "Amb": Title("Ambassador"), "Atty": Title("Attorney"),
    "Asst": Title("Assistant"),
    "Cllr": Title("Councillor"), "Gen": Title("General"), "Brig": Title("Brigadier"), "Col": Title("Colonel"),
    "Maj": Title("Major"), "Capt": Title("Captain"), "Cmdr": Title("Commander"), "Cdr": Title("Commander"),
    "Adm": Title("Admiral"), "Lt": Title("Lieutenant"), "Sgt": Title("Sergeant"), "Cpl": Title("Corporal"),
    "Pvt": Title("Private"), "Pfc": Title("Private First Class"), "Spc": Title("Specialist"),
    "Supt": Title("Superintendent"), "Insp": Title("Inspector"), "Det": Title("Detective"),
}  # fmt: skip
"""Before a name, without their full stop."""
UNDOTTED_TITLES = frozenset(
    (
        "Mr",
        "Mrs",
        "Ms",
        "Mme",
        "Dr",
        "Prof",
        "Lt",
        "Sgt",
        "Cpl",
        "Capt",
        "Cllr",
        "Supt",
        "Insp",
        "Det",
        "Rev",
        "Col",
        "Maj",
    )
)
"""Those that Britons write without a full stop. The others are also names ("Sen", "Rep") or words."""
HEADLINE_TITLES = frozenset(("Sen", "Rep", "Gov", "Gen", "Adm"))
"""Those that American headlines have without a full stop."""

FORMS_OF_ADDRESS: dict[str, Gender] = {
    "miss": "f", "madam": "f", "madame": "f", "sir": "m", "dame": "f", "lord": "m", "lady": "f",
    "monsieur": "m", "herr": "m", "frau": "f", "señor": "m", "señora": "f", "signor": "m", "signora": "f",
}  # fmt: skip
"""Written in full before a name, in lower case."""

_OFFICES = """
president president-elect vice prime minister chancellor secretary senator congressman congresswoman
representative governor mayor judge justice ambassador chief director leader general colonel major captain
lieutenant sergeant admiral commander king queen prince princess baron baroness pope cardinal bishop
archbishop father sister rabbi imam sheikh ayatollah professor
"""
OFFICES_BEFORE_NAMES = frozenset(_OFFICES.split())
"""Offices that stand right before names as titles do, in lower case; those of two words, word by word."""


def gender_by_title() -> dict[str, Gender | None]:
    """Every title as it stands before a name, in lower case, with and without a full stop, and its gender."""
    genders: dict[str, Gender | None] = dict(FORMS_OF_ADDRESS)
    for short, title in SHORT_TITLES.items():
        genders[f"{short.lower()}."] = title.gender
        if short in UNDOTTED_TITLES or short in HEADLINE_TITLES:
            genders[short.lower()] = title.gender
    return genders
