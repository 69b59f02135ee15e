"""People keep their voices: those that a cast reserves, and from one article of a show to the next."""

from __future__ import annotations

import tomllib
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

import narrate
from narrate import casting
from narrate.errors import CastError, OptionError
from narrate.model import Speaker, Voice
from tests.helpers import CAST as SMALL
from tests.test_casting import CAST

MOREAU = '"We waited for hours," said Ada Moreau.'
FERRY = f"Ferry late\n\n{MOREAU}\n\n“Nobody told us anything,” said Tom Lind.\n"
STORM = """Storm ahead

"Stay at home if you can," said Eva Holt.

"The harbour is closed," said Tom Lind.

"I have seen worse," Ada Moreau said.
"""


def _voices(script: narrate.Script) -> dict[str, str]:
    """The voice of everybody who is quoted."""
    return {each.speaker.name: each.voice.name for each in script.utterances if each.speaker is not None}


def _write(folder: Path, **articles: str) -> None:
    for name, text in articles.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def _narrate(article: Path, **options: object) -> dict[str, str]:
    """Narrate an article into a file beside it."""
    made = narrate.narrate(article, article.with_suffix(".vtt"), engine="tone", **options)  # type: ignore[arg-type]
    return _voices(made.narration.script)


# -- what a cast reserves ----------------------------------------------------------------------------
def test_nobody_else_gets_a_reserved_voice() -> None:
    """Not the first woman of the article, and not the third, for whom no other voice is left either."""
    reserved = replace(CAST, people={"Ada Moreau": CAST.pools["f"][0]})
    names = ["Eva Holt", "Ann Lee", "Ida Roth", "Ada Moreau"]
    voices = casting.assign(reserved, [Speaker(name, "f") for name in names])
    assert voices["Ada Moreau"].name == "woman0"
    assert "woman0" not in {voices[name].name for name in names[:-1]}


@pytest.mark.parametrize(
    ("entry", "speaker", "has_it"),
    [
        ("Ada Moreau", Speaker("Moreau", None), True),
        ("Ada Moreau", Speaker("Mrs Moreau", "f"), True),
        ("Ada Moreau", Speaker("Mr Moreau", "m"), False),
        ("Moreau", Speaker("Ada Moreau", "f"), True),
        ("Moreau", Speaker("Chancellor Ada Moreau", "f"), True),
        ("Ada Moreau", Speaker("Eva Moreau", "f"), False),
        ("Ada Moreau", Speaker("the mayor", None), True),
        ("Ada Moreau", Speaker("The Mayor", None), True),
        ("Ada Moreau", Speaker("the governor", None), False),
    ],
)
def test_a_last_name_or_an_alias_is_enough(entry: str, speaker: Speaker, has_it: bool) -> None:
    """In the cast or in the article, as long as it can be the same person."""
    own = Voice("own", "tone", "900", gender="f")
    cast = replace(CAST, people={entry: own}, aliases={entry: ("the mayor",)})
    assert (casting.assign(cast, [speaker])[speaker.name] == own) is has_it


def test_a_last_name_that_two_speakers_have_is_neither() -> None:
    """It is not guessed who is meant; the full name says it."""
    own = Voice("own", "tone", "900")
    couple = [Speaker("Ada Moreau", "f"), Speaker("Tom Moreau", "m")]
    by_last_name = casting.assign(replace(CAST, people={"Moreau": own}), couple)
    assert own not in by_last_name.values()
    in_full = casting.assign(replace(CAST, people={"Tom Moreau": own}), couple)
    assert [name for name, voice in in_full.items() if voice == own] == ["Tom Moreau"]


def test_a_cast_file_gives_other_names(tmp_path: Path) -> None:
    """`[people]` takes a voice, or a table with the voice and aliases."""
    (tmp_path / "mine.toml").write_text(
        'extends = "default"\n[people."Ada Moreau"]\nvoice = "clara"\naliases = ["Tom Lind"]\n'
    )
    _write(tmp_path, ferry=FERRY)
    script = narrate.write_script(tmp_path / "ferry.txt", cast=str(tmp_path / "mine.toml"))
    assert _voices(script) == {"Ada Moreau": "clara", "Tom Lind": "clara"}


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('voice = "claar"', r"mine\.toml, line 3.*did you mean clara"),
        ('vioce = "clara"', r"unknown key, `people\.Ada Moreau\.vioce`.*line 3.*did you mean voice"),
        ('voice = "clara"\naliases = "Moreau"', r"line 4.*write them as"),
        ("", r"line 2.*one of"),
    ],
)
def test_a_mistake_in_a_person_of_a_cast_is_named(tmp_path: Path, table: str, said: str) -> None:
    """With the file, the line and the way out."""
    path = tmp_path / "mine.toml"
    path.write_text(f'extends = "default"\n[people."Ada Moreau"]\n{table}\n')
    with pytest.raises(CastError, match=said):
        casting.load_cast(str(path))


def test_a_note_says_which_people_of_the_cast_are_not_quoted(tmp_path: Path) -> None:
    """A name that was mistyped is not overlooked, and the name that was probably meant is given."""
    cast = tmp_path / "mine.toml"
    cast.write_text('extends = "default"\n[people]\n"Ada Moraeu" = "clara"\n"Ida Holm" = "vera"\n')
    _write(tmp_path, ferry=FERRY)
    notes = narrate.write_script(tmp_path / "ferry.txt", cast=str(cast)).notes
    note = next(note for note in notes if "not quoted" in note)
    assert "Ada Moraeu, Ida Holm" in note
    assert "did you mean Ada Moreau?" in note


def test_five_hundred_speakers_share_the_voices_and_one_line_says_so(tmp_path: Path) -> None:
    """The voices are shared evenly, and nobody speaks as the narrator."""
    quoted = "\n\n".join(
        f"“This is what I think of it,” said Ada Moreau{number:03}." for number in range(500)
    )
    _write(tmp_path, crowd=f"Crowd\n\n{quoted}\n")
    script = narrate.write_script(tmp_path / "crowd.txt")
    voices = list(_voices(script).values())
    assert len(voices) == 500
    counts = {voice: voices.count(voice) for voice in voices}
    assert max(counts.values()) - min(counts.values()) <= 1
    assert sum("500 people share" in note for note in script.notes) == 1


# -- what a folder remembers -------------------------------------------------------------------------
def test_the_same_person_has_the_same_voice_in_every_article(tmp_path: Path) -> None:
    """Whoever speaks first in the second article does not take the voice of somebody of the first."""
    _write(tmp_path, ferry=FERRY, storm=STORM)
    people = tmp_path / "people.toml"
    first = _narrate(tmp_path / "ferry.txt", people=people)
    second = _narrate(tmp_path / "storm.txt", people=people)
    assert {name: second[name] for name in first} == first
    assert len(set(second.values())) == 3
    written = tomllib.loads(people.read_text(encoding="utf-8"))["people"]
    assert written["Ada Moreau"] == {"gender": "f", "voice": first["Ada Moreau"]}
    assert list(written) == ["Ada Moreau", "Tom Lind", "Eva Holt"]


def test_the_same_articles_in_the_same_order_give_the_same_file(tmp_path: Path) -> None:
    """Byte for byte, also when an article is narrated again."""
    files = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        _write(folder, ferry=FERRY, storm=STORM)
        people = folder / "people.toml"
        people.touch()  # found by itself
        _narrate(folder / "ferry.txt")
        _narrate(folder / "storm.txt")
        files.append(people.read_bytes())
        _narrate(folder / "ferry.txt")
        assert people.read_bytes() == files[-1]
    assert files[0] == files[1]


def test_what_a_user_writes_counts_and_stays(tmp_path: Path) -> None:
    """A voice, a gender and an alias are kept, comments too, and what is missing is filled in."""
    _write(tmp_path, ferry=FERRY, storm=STORM)
    people = tmp_path / "people.toml"
    people.write_text(
        '# ours\n[people."Ada Moreau"]\nvoice = "450"  # high\naliases = ["Eva Holt"]\n'
        '[people."Tom Lind"] # a woman\ngender = "f"\n'
    )
    voices = _narrate(tmp_path / "storm.txt")
    assert voices["Ada Moreau"] == voices["Eva Holt"]
    text = people.read_text(encoding="utf-8")
    assert all(kept in text for kept in ("# ours", "# high", "# a woman"))
    assert tomllib.loads(text)["people"]["Tom Lind"] == {"gender": "f", "voice": voices["Tom Lind"]}


def test_a_script_remembers_nobody_and_shows_what_narrating_would_do(tmp_path: Path) -> None:
    """Looking changes nothing; "none" forgets for one run."""
    _write(tmp_path, ferry=FERRY, storm=STORM)
    people = tmp_path / "people.toml"
    people.touch()
    shown = _voices(narrate.write_script(tmp_path / "ferry.txt", engine="tone"))
    assert people.read_bytes() == b""
    assert _narrate(tmp_path / "ferry.txt") == shown
    before = people.read_bytes()
    _narrate(tmp_path / "storm.txt", people="none")
    assert people.read_bytes() == before


def test_runs_at_the_same_time_lose_nobody(tmp_path: Path) -> None:
    """Every article's people are in the file afterwards, and everybody has one voice."""
    people = tmp_path / "people.toml"
    articles = []
    for number in range(6):
        name = f"article{number}"
        _write(tmp_path, **{name: f"{FERRY}\n“It was only number {number},” said Ida Holm{number}.\n"})
        articles.append(tmp_path / f"{name}.txt")
    with ProcessPoolExecutor(3) as workers:
        told = list(workers.map(_narrate_with, articles, [people] * len(articles)))
    remembered = tomllib.loads(people.read_text(encoding="utf-8"))["people"]
    for voices in told:
        assert voices == {name: remembered[name]["voice"] for name in voices}
    assert {f"Ida Holm{number}" for number in range(6)} < set(remembered)


def _narrate_with(article: Path, people: Path) -> dict[str, str]:
    return _narrate(article, people=people)


def test_nothing_is_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the file cannot be put in its place, the old one is there, and nothing beside it."""
    _write(tmp_path, ferry=FERRY)
    people = tmp_path / "people.toml"
    people.write_text("# mine\n")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CastError, match=r"people\.toml \(.*No space left"):
        _narrate(tmp_path / "ferry.txt")
    assert people.read_text() == "# mine\n"
    assert not list(tmp_path.glob("*.part")) + list(tmp_path.glob(".*.part"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[people."Ada Moreau"]\ngendre = "f"\n', r"unknown key `gendre`: \S*people\.toml, line 2 .*gender"),
        ('[people."Ada Moreau"]\ngender = "female"\n', r"line 2 \(write \"f\" or \"m\""),
        ('[people.A]\naliases = ["B"]\n[people.C]\naliases = ["B"]\n', r"B is both A and C: \S*, line 3"),
        ('[peple."Ada Moreau"]\nvoice = "440"\n', r"unknown key `peple`.*did you mean people"),
        ("[people\n", r"not valid TOML"),
        ("people = 3\n", r"line 1 \(write \[people"),
    ],
)
def test_a_mistake_in_the_file_is_named_and_nothing_is_written(tmp_path: Path, text: str, said: str) -> None:
    """One line with the file, the line and what to do."""
    _write(tmp_path, ferry=FERRY)
    people = tmp_path / "people.toml"
    people.write_text(text)
    with pytest.raises(CastError, match=said):
        _narrate(tmp_path / "ferry.txt")
    assert people.read_text() == text


def test_a_voice_that_the_cast_does_not_have_is_noted(tmp_path: Path) -> None:
    """Another cast is no reason to refuse the article; the entry stays for the cast that it is for."""
    _write(tmp_path, ferry=FERRY)
    people = tmp_path / "people.toml"
    people.write_text('[people."Ada Moreau"]\nvoice = "clarra"\n')
    made = narrate.narrate(tmp_path / "ferry.txt", tmp_path / "ferry.ledger.json", people=people)
    note = next(note for note in made.narration.script.notes if "clarra" in note)
    assert "line 1" in note
    assert "did you mean clara?" in note
    assert tomllib.loads(people.read_text())["people"]["Ada Moreau"]["voice"] == "clarra"


def test_a_cast_that_says_otherwise_is_noted(tmp_path: Path) -> None:
    """The folder's file counts, since it is nearer to the article, and it is said that it does."""
    _write(tmp_path, ferry=FERRY)
    (tmp_path / "people.toml").write_text('[people."Ada Moreau"]\nvoice = "clara"\n')
    cast = tmp_path / "mine.toml"
    cast.write_text('extends = "default"\n[people]\n"Ada Moreau" = "vera"\n')
    script = narrate.write_script(tmp_path / "ferry.txt", cast=str(cast))
    assert _voices(script)["Ada Moreau"] == "clara"
    assert any("speaks as clara" in note and "reserves vera" in note for note in script.notes)


def test_descriptions_are_not_remembered() -> None:
    """A spokesman is another man in the next article; a body with a name stays the same."""
    speakers = [Speaker("a spokesman", "m"), Speaker("Coast Guard", None), Speaker("Ada Moreau", "f")]
    new = casting.newcomers(SMALL, speakers, casting.assign(SMALL, speakers), [])
    assert [person.name for person in new] == ["Coast Guard", "Ada Moreau"]


def test_a_show_remembers_its_people(tmp_path: Path) -> None:
    """`--feed` needs no option for it: the file is in the folder of the show."""
    from narrate.pipeline.publishing import create_show, publish

    show = tmp_path / "show"
    create_show(
        show,
        {
            "title": "Show", "description": "News", "author": "Ada", "category": ("News",),
            "address": "https://example.org/show", "link": "https://example.org", "language": "en",
        },
    )  # fmt: skip
    _write(tmp_path, ferry=FERRY, storm=STORM)
    options = narrate.Options(engine="tone", cover="none")
    told = [
        _voices(publish(tmp_path / f"{name}.txt", show, options=options)[0].narration.script)
        for name in ("ferry", "storm")
    ]
    remembered = tomllib.loads((show / "people.toml").read_text(encoding="utf-8"))["people"]
    assert told[0]["Ada Moreau"] == told[1]["Ada Moreau"] == remembered["Ada Moreau"]["voice"]


def test_a_narrate_toml_can_name_the_file(tmp_path: Path) -> None:
    """For everything in its folder; the path is relative to it."""
    _write(tmp_path, ferry=FERRY)
    (tmp_path / "narrate.toml").write_text('people = "voices/people.toml"\n')
    narrate.narrate(
        tmp_path / "ferry.txt", tmp_path / "ferry.vtt", narrate.load_options(tmp_path / "ferry.txt")
    )
    remembered = tomllib.loads((tmp_path / "voices" / "people.toml").read_text(encoding="utf-8"))
    assert set(remembered["people"]) == {"Ada Moreau", "Tom Lind"}


def test_a_narrate_toml_cannot_correct_all_articles(tmp_path: Path) -> None:
    """Corrections are of one article."""
    (tmp_path / "narrate.toml").write_text('corrections = "mine.toml"\n')
    with pytest.raises(OptionError, match="not an option for all articles"):
        narrate.load_options(tmp_path / "ferry.txt")


def test_the_option_takes_a_file(tmp_path: Path) -> None:
    """Like every option, it is checked before any work is done."""
    with pytest.raises(OptionError, match="invalid people: 3"):
        narrate.Options(people=3)  # type: ignore[arg-type]
