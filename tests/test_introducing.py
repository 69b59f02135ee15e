"""What a listener is told before the article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from narrate.direction import direct
from narrate.model import Article, Cast
from narrate.options import Directions
from tests.helpers import CAST, article

LONG = "The ferry was late again, and nobody on the quay knew why. " * 55  # 3245 characters: three minutes


def _story(site: str | None = None, day: str | None = None, titled: bool = True) -> Article:
    body = [("paragraph", LONG), ("heading", "Fog"), ("paragraph", "It lifted.")]
    parts = [("title", "Ferry late"), *body] if titled else body
    return replace(article(*parts), site=site, published=day)  # type: ignore[arg-type]


def _announced(story: Article, directions: Directions = Directions(), cast: Cast = CAST) -> list[str]:  # noqa: B008 (frozen)
    script = direct(story, [], cast, {}, directions)
    return [u.text for u in script.utterances if u.role == "announcement"]


@pytest.mark.parametrize(
    ("site", "day", "words"),
    [
        ("The Ansel Post", "2019-05-04", "The Ansel Post, May 4, 2019: about 3 minutes, 2 chapters."),
        ("The Ansel Post", None, "The Ansel Post: about 3 minutes, 2 chapters."),
        (None, "2019-05-04T10:00:00Z", "May 4, 2019: about 3 minutes, 2 chapters."),
        (None, "last week", "About 3 minutes, 2 chapters."),
    ],
)
def test_source_day_length_and_chapters_are_said_as_far_as_known(
    site: str | None, day: str | None, words: str
) -> None:
    """In one short sentence."""
    assert _announced(_story(site, day)) == [words]


def test_it_comes_after_the_title_and_is_not_the_articles() -> None:
    """It has no place in the source; without a title it comes first."""
    script = direct(_story(), [], CAST, {})
    assert [u.role for u in script.utterances[:3]] == ["title", "announcement", "narration"]
    assert (script.utterances[1].start, script.utterances[1].end) == (None, None)
    untitled = direct(_story(titled=False), [], CAST, {})
    assert [u.role for u in untitled.utterances[:2]] == ["announcement", "narration"]
    assert untitled.chapters[0].utterance == 0


def test_who_listens_faster_is_told_so() -> None:
    """At twice the speed it takes half as long."""
    narrator = replace(CAST.roles["narration"], rate=2.0)
    fast = replace(CAST, roles={**CAST.roles, "narration": narrator})
    assert _announced(_story(), cast=fast) == ["About 2 minutes, 2 chapters."]


def test_a_short_text_has_no_introduction() -> None:
    """Who hears ten seconds needs none."""
    assert _announced(article(("title", "Ferry late"), ("paragraph", "It was."))) == []


def test_it_can_be_left_out_and_synthetic_voices_said() -> None:
    """As the listener, or the publisher, wants."""
    assert _announced(_story(), Directions(brief=True)) == []
    assert _announced(_story(), Directions(disclose=True)) == [
        "About 3 minutes, 2 chapters. Read by synthetic voices."
    ]
    short = article(("title", "Ferry late"), ("paragraph", "It was."))
    assert _announced(short, Directions(disclose=True)) == ["Read by synthetic voices."]


@pytest.mark.parametrize(
    ("language", "announced"),
    [
        ("de", ["Der Bote, 4. Mai 2019: etwa 3 Minuten, 2 Kapitel."]),
        ("fr-FR", ["Der Bote, 4 mai 2019: environ 3 minutes, 2 chapitres."]),
        ("ES", ["Der Bote, 4 de mayo de 2019: alrededor de 3 minutos, 2 capítulos."]),
        ("ja", ["Der Bote."]),
    ],
)
def test_the_narrator_speaks_the_articles_language(language: str, announced: list[str]) -> None:
    """And says nothing of its own in one that it has no words in."""
    assert _announced(replace(_story("Der Bote", "2019-05-04"), language=language)) == announced


@pytest.mark.parametrize(
    ("language", "words"), [("en-GB", "Photo."), ("de", "Foto."), ("pt-BR", "Foto."), ("ko", None)]
)
def test_a_photograph_is_announced_in_the_articles_language(language: str, words: str | None) -> None:
    """Where there is no word for it, its voice has to tell."""
    story = replace(article(("title", "T"), ("caption", "A ferry.")), language=language)
    assert _announced(story) == ([words] if words else [])
