"""Whether everything that an article calls somebody leads to one person, and namesakes stay apart."""

from __future__ import annotations

import pytest

from narrate.model import Speaker
from narrate.quotation import find_quotations


def _speakers(text: str) -> list[Speaker | None]:
    return [quotation.speaker for quotation in find_quotations(text)]


def _names(text: str) -> list[str | None]:
    return [speaker.name if speaker else None for speaker in _speakers(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“One,” said Fiona. “Two,” said Fiona Quill.", "Fiona Quill"),
        ("“One,” said Fiona Quill. “Two,” said Fiona.", "Fiona Quill"),
        ("“One,” said Quill. “Two,” said Fiona Quill.", "Fiona Quill"),
        ("“One,” said Bob Quill. “Two,” said Robert Quill.", "Bob Quill"),
        ("“One,” said R. Quill. “Two,” said Robert Quill.", "R. Quill"),
        ("“One,” said Alan O’Quill. “Two,” said O'Quill.", "Alan O’Quill"),
        ("“One,” said Oldtown’s Quill. “Two,” said mayor Fiona Quill.", "Fiona Quill"),
        ("“One,” said Mrs Quill. “Two,” said Fiona Quill MP.", "Fiona Quill"),
        ("“One,” said Fiona Quill, head of the choir. “Two,” said the head.", "Fiona Quill"),
        ("“One,” said a neighbour. “Two,” the neighbour said.", "a neighbour"),
        ("“One,” said an UNRO official. “Two,” the official said.", "an UNRO official"),
    ],
)
def test_one_person_has_one_name(text: str, name: str) -> None:
    """First and last names, nicknames, initials, apostrophes and offices, before and after the full name."""
    assert _names(text) == [name, name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“One,” said Mr Quill. “Two,” said Mrs Quill.", ["Mr Quill", "Mrs Quill"]),
        ("“One,” said Fiona Quill. “Two,” said Viktor Quill.", ["Fiona Quill", "Viktor Quill"]),
        ("“One,” said a neighbour. “Two,” said a teacher.", ["a neighbour", "a teacher"]),
    ],
)
def test_namesakes_are_told_apart(text: str, names: list[str]) -> None:
    """Couples and siblings are two, also for whoever gives out voices by name."""
    assert _names(text) == names


@pytest.mark.parametrize(
    ("phrase", "name", "title"),
    [
        ("Representative Otto T. King of New Ulm", "Otto T. King", "Representative"),
        ("US Secretary of State Otto Quill", "Otto Quill", "US Secretary of State"),
        ("Chancellor of the Exchequer Otto Quill", "Otto Quill", "Chancellor of the Exchequer"),
        ("Oldtown MP Otto Quill", "Otto Quill", "Oldtown MP"),
        ("34-year-old Otto Quill", "Otto Quill", None),
        ("Otto A Quill", "Otto A Quill", None),
        ("Otto Quill/For The Lantern", "Otto Quill", None),
        ("Air Force 1st Lt. Otto Quill", "Otto Quill", None),
        ("state Del. Otto Quill", "Otto Quill", None),
        ("the state news agency OQA", "OQA", None),
        (
            "the Joint Committee on Intelligence and Security",
            "Joint Committee on Intelligence and Security",
            None,
        ),
        ("President-elect Otto Quill", "Otto Quill", "President-elect"),
        ("Dean Quill", "Dean Quill", None),
        ("Opposition Leader Bill Quill", "Bill Quill", "Opposition Leader"),
        ("a baker named Otto Quill", "Otto Quill", "baker"),
        ("Sir Otto Quill KC", "Otto Quill", None),
        ("Prime Minister Theresa May", "Theresa May", "Prime Minister"),
        ("Ot\xadto Quill", "Otto Quill", None),
        ("Otto d'Orsel", "Otto d'Orsel", None),
        ("the Archbishop of Oldtown, Otto Quill", "Otto Quill", "Archbishop of Oldtown"),
        ("the Duchess of Oldtown", "the Duchess of Oldtown", None),
        ("the Water Standards Agency", "Water Standards Agency", None),
        ("the State Department", "State Department", None),
        ("People for the Fair Treatment of Foxes", "People for the Fair Treatment of Foxes", None),
    ],
)
def test_a_name_is_told_from_its_office(phrase: str, name: str, title: str | None) -> None:
    """What stands before and after a name is no part of it; the whole name of a body is."""
    (speaker,) = _speakers(f"“We will rebuild it all,” said {phrase}.")
    assert speaker is not None
    assert (speaker.name, speaker.title) == (name, title)


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Otto Quill, a baker, sat.", "baker"),
        ("Otto Quill, 40, a baker, sat.", "baker"),
        ("Otto Quill of the Oldtown guild, a baker, sat.", "baker"),
        ("Otto Quill met with Fiona Kemp, a baker, on Monday.", None),
        ("After Otto Quill fell, a baker helped.", None),
    ],
)
def test_an_aside_belongs_to_whom_it_follows(sentence: str, title: str | None) -> None:
    """An age or a place may stand between, a verb or somebody else may not."""
    (speaker,) = _speakers(f"{sentence} “We will rebuild it all,” Otto Quill said.")
    assert speaker is not None
    assert speaker.title == title


@pytest.mark.parametrize("verb", ["warned people", "has warned people", "accused officials"])
def test_a_verb_is_no_part_of_a_name(verb: str) -> None:
    """What follows a body's name and its verb is not taken for the head of a phrase."""
    assert _names(f"The Water Standards Agency {verb} that “the wells are not safe.”") == [
        "Water Standards Agency"
    ]


def test_a_nickname_inside_a_name_is_nobodys() -> None:
    """Robert “Bob” Quill is one person, found again as Bob; the marks around Bob are no speech."""
    assert _names("“One,” said Robert “Bob” Quill. “Two,” Bob said.") == [
        "Robert Quill",
        None,
        "Robert Quill",
    ]


@pytest.mark.parametrize(
    ("phrase", "gender"),
    [
        ("Dame Xu Qelim", "f"),
        ("Lady Qelim", "f"),
        ("Baroness Qelim", "f"),
        ("Sir Xu Qelim", "m"),
        ("Lord Qelim of Oldtown", "m"),
        ("Professor Dame Xu Qelim", "f"),
        ("her husband, Xu Qelim", "m"),
        ("his ex-wife Xu Qelim", "f"),
        ("mother-of-two Xu Qelim", "f"),
        ("chairman Susan Quill", "f"),
        ("Kim Xu Qelim", None),
        ("the Crystal Palace", None),
    ],
)
def test_gender_by_titles_and_kin(phrase: str, gender: str | None) -> None:
    """British titles and kin show it; family names that stand first, bodies and places do not."""
    (speaker,) = _speakers(f"“We will rebuild it all,” said {phrase}.")
    assert speaker is not None
    assert speaker.gender == gender


def test_an_office_may_begin_the_sentence() -> None:
    """Its capital is the sentence's, and the place belongs to it."""
    assert _names("Mayor of Oldtown Otto Quill called it “a farce.” The mayor left.") == ["Otto Quill"]


def test_a_rare_first_name_is_doubted() -> None:
    """Few lists of first names have Addison, so that "he" can mean somebody of that name."""
    text = (
        "Rovers shortstop Addison Quill smiled. “We won,” he said. “It is late.”\n“Good night,” Quill said."
    )
    assert {(s.name, s.gender) for s in _speakers(text) if s} == {("Addison Quill", "m")}


def test_many_pronouns_outweigh_a_first_name() -> None:
    """Susan can be a man where the article says "he" throughout; one pronoun may be somebody else's."""
    often = "Susan Qelim came. He sat. " * 5
    assert [s and s.gender for s in _speakers(often + "“One,” said Susan Qelim.")] == ["m"]
    once = "Susan Qelim came. He sat. "
    assert [s and s.gender for s in _speakers(once + "“One,” said Susan Qelim.")] == ["f"]


def test_one_person_is_one_value() -> None:
    """However an article refers to somebody, the speaker is the same, with the fullest name and title."""
    text = (
        "“One,” said Kessler.\nDeputy Mayor Nadia Kessler spoke first.\n"
        "“We will rebuild,” she said.\n“It is late,” said Ms. Kessler.\n“Good night,” the deputy mayor said."
    )
    assert set(_speakers(text)) == {Speaker("Nadia Kessler", "f", "Deputy Mayor")}
