"""What first names show."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from narrate.quotation.gender import FOLDER, is_given, of_first_name, of_full_name


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Susan", "f"),
        ("ROBERT", "m"),
        ("Zoë", "f"),
        ("Jörg", "m"),
        ("Agnieszka", "f"),
        ("Mehmet", "m"),
        ("Hillary", "f"),
        ("Ahmed", "m"),
        ("Jamie", None),
        ("Jean", None),
        ("Robin", None),
        ("Xu", None),
        ("Kansas", None),
        ("Apple", None),
    ],
)
def test_a_first_name_shows_a_gender_where_nearly_all_who_have_it_share_one(
    name: str, gender: str | None
) -> None:
    """Names of many languages are known; shared names show nothing, nor do words that few are called."""
    assert of_first_name(name) == gender


def test_a_double_name_shows_what_it_shows_whole_and_else_what_its_first_half_shows() -> None:
    """Jan is open by itself."""
    assert of_first_name("Hans-Peter") == "m"
    assert of_first_name("Anna-Zzyx") == "f"
    assert of_first_name("Zzyx-Anna") is None


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Kim Jong Un", None), ("Kim Yo-jong", None), ("Kim Novak", "f"), ("Susan Kim", "f")],
)
def test_a_family_name_that_stands_first_is_no_first_name(name: str, gender: str | None) -> None:
    """In Korea and China the family name comes first; Kim Novak is two words without a hyphen."""
    assert of_full_name(name.split()) == gender


def test_of_the_words_for_offices_only_some_are_common_first_names() -> None:
    """Dean Smith may be called Dean; Senator Smith is not called Senator."""
    assert is_given("Dean")
    assert not any(map(is_given, ["Senator", "Major", "King", "Bishop", "Judge"]))


def test_the_lists_agree_with_each_other() -> None:
    """No name is in both, all are in lower case, and each stands once, in order."""
    lists = {
        file: (FOLDER / file).read_text(encoding="utf-8").split("\n") for file in ("women.txt", "men.txt")
    }
    assert not set(lists["women.txt"][:-1]) & set(lists["men.txt"][:-1])
    for names in lists.values():
        assert names.pop() == ""
        assert names == sorted({name.casefold() for name in names})
        assert len(names) > 6000


def test_the_notice_of_the_sources_is_installed_with_the_lists() -> None:
    """Faker's licence asks for it."""
    notice = (FOLDER / "NOTICE.txt").read_text(encoding="utf-8")
    assert "Copyright (c) 2012 Daniele Faraglia" in notice
    assert "Social Security" in notice


def test_nothing_has_to_be_installed_for_it() -> None:
    """The lists are ours since the library that they come from takes 25 MB."""
    code = (
        "import json, sys; from narrate.quotation.gender import of_first_name;"
        "print(json.dumps([of_first_name('Ada'), 'faker' in sys.modules]))"
    )
    answer = subprocess.check_output([sys.executable, "-c", code], text=True)
    assert json.loads(answer) == ["f", False]
