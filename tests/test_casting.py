"""Casts are read strictly, and voices are given out fairly and always alike."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from narrate import casting
from narrate.errors import CastError
from narrate.model import Cast, EngineVoice, Speaker, Voice

POOLS = {
    "f": tuple(Voice(f"woman{i}", "tone", "600", gender="f") for i in range(2)),
    "m": tuple(Voice(f"man{i}", "tone", "200", gender="m") for i in range(2)),
    "unknown": (Voice("neutral", "tone", "400"),),
}
CAST = Cast("test", {"narration": Voice("narrator", "tone", "500")}, POOLS)
GOOD = """
name = "small"
engine = "tone"
[voices.anchor]
engine_voice = "440"
rate = 1.1
[voices.guest]
engine_voice = "220"
gender = "m"
[roles]
narration = "anchor"
[pools]
m = ["guest"]
[people]
"Ada Moreau" = "guest"
"""


def _speakers(**genders: str | None) -> list[Speaker]:
    return [Speaker(name, gender) for name, gender in genders.items()]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("speakers", "voices"),
    [
        (_speakers(Ann="f", Bob="m"), ["woman0", "man0"]),
        (_speakers(Ann="f", Bea="f", Cho="f"), ["woman0", "woman1", "neutral"]),
        (_speakers(Ann="f", Bea="f", Cho="f", Dee="f"), ["woman0", "woman1", "neutral", "woman0"]),
        (_speakers(Police=None, Court=None), ["neutral", "woman0"]),
        ([Speaker("Ann", "f"), Speaker("Ann", "f")], ["woman0"]),
        ([], []),
    ],
)
def test_each_speaker_gets_a_voice_of_their_own_while_there_are_any(
    speakers: list[Speaker], voices: list[str]
) -> None:
    """Own gender first, then neutral, and only then shared ones, in order of appearance."""
    assert [voice.name for voice in casting.assign(CAST, speakers).values()] == voices


def test_a_named_person_gets_the_voice_that_the_cast_reserves(tmp_path: Path) -> None:
    """`[people]` goes before the pools."""
    path = tmp_path / "small.toml"
    path.write_text(GOOD, encoding="utf-8")
    cast = casting.load_cast(str(path))
    assert casting.assign(cast, [Speaker("Ada Moreau", "f")])["Ada Moreau"].name == "guest"
    assert cast.roles["narration"].rate == 1.1


def test_rate_and_pitch_change_every_voice() -> None:
    """A listener who asks for double speed, or higher voices, gets them from the whole cast."""
    cast = casting.adjusted(CAST, 2.0, 1.5)
    assert {voice.rate for pool in cast.pools.values() for voice in pool} == {2.0}
    assert (cast.roles["narration"].rate, cast.roles["narration"].pitch) == (2.0, 1.5)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("rate = 1.1", "rte = 1.1"), "did you mean rate?"),
        (("rate = 1.1", "rate = 40"), "a number from 0.3 to 4.0"),
        (("rate = 1.1", "rate = true"), "a number from 0.3 to 4.0"),
        (('narration = "anchor"', 'narration = "ancor"'), "did you mean anchor?"),
        (('narration = "anchor"', 'title = "anchor"'), "no voice for the narration"),
        (('gender = "m"', 'gender = "male"'), 'write "f" or "m"'),
        (('engine = "tone"', ""), "line 4 (add `engine"),
        (("[pools]", "[pool]"), "line 12 (did you mean pools?)"),
        ((GOOD, "voices = 3"), "line 1 (write it as [voices])"),
        (("rate = 1.1", "rte = 1.1"), "line 6 (did you mean rate?)"),
        (("rate = 1.1", 'fallback = ["gest"]'), "line 6 (did you mean guest?)"),
        (('gender = "m"', 'fallback = "host"'), "line 9 (one of anchor, guest)"),
        (('"Ada Moreau" = "guest"', '"Ada Moreau" = "guess"'), "line 15 (did you mean guest?)"),
        (('name = "small"', 'extends = "defualt"'), "line 2 (one of default, duo"),
        (('name = "small"', 'extends = "mine.toml"'), "in a circle"),
        (('name = "small"', "extends = 3"), "extends an unknown cast, 3"),
        (('[voices.guest]\nengine_voice = "220"', '[voices]\nguest = "220"\n[voices.x]'), "is no table"),
        (("[roles]", "[roles"), "not valid TOML"),
    ],
)
def test_a_mistake_in_a_cast_is_named(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    """The message names the file, the line, what is wrong in it, and the way out."""
    path = tmp_path / "mine.toml"
    path.write_text(GOOD.replace(*change), encoding="utf-8")
    with pytest.raises(CastError, match=r"mine\.toml") as caught:
        casting.load_cast(str(path))
    assert said in str(caught.value)


def test_an_unknown_cast_names_those_that_there_are() -> None:
    """Who mistypes a cast is told the names."""
    with pytest.raises(CastError, match=r"defualt.*default"):
        casting.load_cast("defualt")


def test_a_user_s_own_cast_goes_before_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file in the user's folder is found by its name, and may replace the default."""
    monkeypatch.setattr("narrate.casting.folders.config_folder", lambda: tmp_path)
    (tmp_path / "voices").mkdir()
    for name in ("mine", "default"):
        (tmp_path / "voices" / f"{name}.toml").write_text(GOOD, encoding="utf-8")
        assert casting.load_cast(name).name == "small"
    assert {"default", "duo", "mine"} <= set(casting.names())


def test_an_engine_without_a_cast_lends_its_own_voices() -> None:
    """The first voice narrates; the others are quoted by gender; what is not here is not used."""
    offered = [
        EngineVoice("a", "en-GB", None),
        EngineVoice("b", "en-US", "f"),
        EngineVoice("c", "fr-FR", "f"),
        EngineVoice("d", "en-GB", "m", installed=False),
    ]
    cast = casting.cast_of_engine("mine", offered)
    assert cast.roles["narration"].name == "a"
    assert [voice.name for voice in cast.pools["f"]] == ["b"]
    assert cast.pools["m"] == ()


def test_languages_of_three_letters_are_languages_of_their_own() -> None:
    """Nobody is quoted in Filipino in a Finnish article."""
    offered = [EngineVoice(tag, tag, "f") for tag in ("fi-FI", "fil-PH", "fi")]
    cast = casting.cast_of_engine("mine", offered)
    assert [voice.name for voice in cast.pools["f"]] == ["fi"]
    open_cast = Cast("c", {"narration": Voice("n", "mine", "", language="fi")}, {})
    assert casting.settle(open_cast, lambda _: offered[1:]).roles["narration"].engine_voice == "fi"


def test_the_default_cast_has_enough_voices_for_a_news_story() -> None:
    """Seven men and seven women can be told apart, and no voice stands in two pools."""
    cast = casting.load_cast("default")
    names = [voice.name for pool in cast.pools.values() for voice in pool]
    assert len(cast.pools["f"]) >= 7
    assert len(cast.pools["m"]) >= 7
    assert len(names) == len(set(names))
    assert cast.roles["narration"].name not in names
    sounds = {(v.engine_voice, v.pitch, v.formant) for pool in cast.pools.values() for v in pool}
    assert len(sounds) == len(names)


@pytest.mark.parametrize(
    ("speaker", "reserved"),
    [
        ("Ada Moreau", True),
        ("Dr. Ada Moreau", True),
        ("Former Prime Minister Ada B. Moreau", True),
        ("Áda Moreau", True),
        ("ADA MOREAU", True),
        ("Moreau", True),
        ("Adam Moreau", False),
        ("Ada Moreau-Lind", False),
    ],
)
def test_a_person_is_known_by_their_full_name_whatever_the_titles(speaker: str, reserved: bool) -> None:
    """Titles, initials, accents and capitals of either name do not count; another name does."""
    cast = replace(CAST, people={"Sir Ada Moreau": Voice("own", "tone", "900")})
    assert (casting.assign(cast, [Speaker(speaker, "f")])[speaker].name == "own") is reserved


def test_a_cast_that_extends_another_says_only_what_differs(tmp_path: Path) -> None:
    """Voices are changed key by key, pools as a whole, and the other's voices keep their engine."""
    (tmp_path / "small.toml").write_text(GOOD, encoding="utf-8")
    path = tmp_path / "mine.toml"
    path.write_text(
        'extends = "small.toml"\nengine = "hibari"\n[voices.guest]\nrate = 1.4\n[pools]\nf = ["guest"]\n',
        encoding="utf-8",
    )
    cast = casting.load_cast(str(path))
    guest = cast.pools["f"][0]
    assert (guest.engine_voice, guest.gender, guest.rate) == ("220", "m", 1.4)
    assert cast.roles["narration"].engine == "tone"
    assert cast.pools["m"] == (guest,)
    assert cast.people == {"Ada Moreau": guest}


OFFERED = [
    EngineVoice("first", "en-US", None),
    EngineVoice("ana", "en-GB", "f"),
    EngineVoice("bea", "en-US", "f"),
    EngineVoice("absent", "en-US", "f", installed=False),
    EngineVoice("zoe", "fr-FR", "f"),
]


def _offers(engine: str) -> list[EngineVoice]:
    return OFFERED if engine == "here" else []


def test_who_is_not_here_is_replaced_and_the_replacement_says_so() -> None:
    """The first fallback that is here speaks, once in a pool; a voice without fallbacks stays as it is."""
    ana = Voice("ana", "here", "ana", gender="f")
    absent, gone = Voice("star", "here", "absent", gender="f"), Voice("moon", "elsewhere", "moon")
    named = Voice("named", "here", "not installed")
    pools = {"f": (absent, ana, gone), "unknown": (gone,)}
    fallbacks = {"star": (gone, ana), "moon": (absent,)}
    cast = casting.settle(Cast("c", {"narration": named, "title": absent}, pools, {}, fallbacks), _offers)
    assert cast.roles == {"narration": named, "title": replace(ana, instead_of="star")}
    assert cast.pools == {"f": (replace(ana, instead_of="star"),), "unknown": ()}


def test_a_voice_that_is_left_open_is_the_next_one_of_its_gender_and_language() -> None:
    """Nobody gets the same voice twice; when none is left the pool is smaller."""
    women = tuple(Voice(f"woman{i}", "here", "", gender="f") for i in range(4))
    cast = casting.settle(Cast("c", {"narration": Voice("n", "here", "")}, {"f": women}), _offers)
    assert cast.roles["narration"].engine_voice == "first"
    assert [(v.name, v.engine_voice, v.language) for v in cast.pools["f"]] == [
        ("woman0", "ana", "en-GB"),
        ("woman1", "bea", "en-US"),
    ]


@pytest.mark.parametrize("name", ["default", "duo", "newsroom", "system", "robot"])
def test_the_casts_that_we_ship_are_whole(name: str) -> None:
    """Each has a narrator, and voices for everybody who may be quoted."""
    cast = casting.load_cast(name)
    assert cast.name == name
    speakers = [Speaker("Ann", "f"), Speaker("Bob", "m"), Speaker("Police")]
    assert cast.roles["narration"] not in casting.assign(cast, speakers).values()


def test_the_robot_is_for_those_who_listen_at_three_times_the_speed() -> None:
    """Every one of its voices is eSpeak NG at rate 3."""
    cast = casting.load_cast("robot")
    voices = [*cast.roles.values(), *(voice for pool in cast.pools.values() for voice in pool)]
    assert {(voice.engine, voice.rate) for voice in voices} == {("system", 3.0)}
