"""Casts are read strictly, and voices are given out fairly and always alike."""

from __future__ import annotations

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


def test_rate_multiplies_every_voice() -> None:
    """A listener who asks for double speed gets it from the whole cast."""
    cast = casting.at_rate(CAST, 2.0)
    assert {voice.rate for pool in cast.pools.values() for voice in pool} == {2.0}
    assert cast.roles["narration"].rate == 2.0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("rate = 1.1", "rte = 1.1"), "did you mean rate?"),
        (("rate = 1.1", "rate = 40"), "a number from 0.3 to 4.0"),
        (("rate = 1.1", "rate = true"), "a number from 0.3 to 4.0"),
        (('narration = "anchor"', 'narration = "ancor"'), "did you mean anchor?"),
        (('narration = "anchor"', 'title = "anchor"'), "no voice for the narration"),
        (('gender = "m"', 'gender = "male"'), 'write "f" or "m"'),
        (('engine_voice = "220"', ""), "lacks its engine or engine_voice"),
        (("[pools]", "[pool]"), "did you mean pools?"),
        (("[roles]", "[roles"), "not valid TOML"),
    ],
)
def test_a_mistake_in_a_cast_is_named(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    """The message names the file, what is wrong in it, and the way out."""
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
    monkeypatch.setattr(casting, "user_config_path", lambda *_, **__: tmp_path)
    (tmp_path / "voices").mkdir()
    for name in ("mine", "default"):
        (tmp_path / "voices" / f"{name}.toml").write_text(GOOD, encoding="utf-8")
        assert casting.load_cast(name).name == "small"
    assert casting.names() == ["default", "mine"]


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
