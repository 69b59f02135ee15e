"""Articles that are written from right to left, or have no headings, no text, or nothing between headings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from narrate.model import Article, Block, Chapter, Narration, Section
from tests.formats.heard import heard
from tests.formats.player.pages import made, replace_article, told, words


@pytest.mark.parametrize(
    ("parts", "page", "block"),
    [
        ((("title", "العبّارة"), ("paragraph", "كان الوقت متأخرا.")), "rtl", None),
        ((("title", "העבורת"), ("paragraph", "It was late.")), "rtl", "ltr"),
        ((("title", "The ferry"), ("paragraph", "كان الوقت متأخرا.")), "ltr", "rtl"),
        ((("title", "2021"), ("paragraph", "12:00")), "ltr", None),
    ],
)
def test_text_runs_in_its_own_direction(
    tmp_path: Path, parts: tuple[tuple[str, str], ...], page: str, block: str | None
) -> None:
    """By its letters, not by the language that the article claims; the player stays as it is."""
    tree = made(tmp_path / "a.html", told(*parts))
    assert tree.get("dir") == page
    assert tree.find(".//article//p").get("dir") == block
    assert tree.find(".//section[@id='player']").get("dir") == "ltr"


@pytest.mark.parametrize(
    ("narration", "chapters"),
    [
        (told(("paragraph", "It was late.")), 1),
        (heard(Article("", (), "Nothing")), 1),
        (heard(Article("* * *", (Block("paragraph", "* * *", 0, 5),), "Stars")), 1),
        (replace(heard(Article("", (), "None")), chapters=()), 0),
    ],
    ids=["no headings", "no text", "not heard", "no chapters"],
)
def test_an_article_without_structure_is_a_page_with_a_title(
    tmp_path: Path, narration: Narration, chapters: int
) -> None:
    """Its title is said to screen readers, and there is a chapter for each of the recording."""
    tree = made(tmp_path / "a.html", narration)
    assert [words(title) for title in tree.iter("h1")] == [narration.script.article.title]
    assert len(tree.findall(".//nav//li")) == chapters


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([None, None], ["h2", "h2"]),
        ([2, 3, 3, 2], ["h2", "h3", "h3", "h2"]),
        ([2, 4, 6, 2], ["h2", "h3", "h4", "h2"]),
        ([3, 1], ["h2", "h2"]),
        ([1, 2, 3, 4, 5, 6], ["h2", "h3", "h4", "h5", "h6", "h6"]),
    ],
)
def test_headings_keep_their_levels_below_the_title(
    tmp_path: Path, levels: list[int | None], expected: list[str]
) -> None:
    """Without a gap on the way down, where screen readers would look for a missing heading."""
    narration = told(("title", "Fog"), *(("heading", f"Part {n}") for n, _ in enumerate(levels)))
    blocks = narration.script.article.blocks
    graded = (replace(block, level=level) for block, level in zip(blocks[1:], levels, strict=True))
    narration = replace_article(narration, blocks=(blocks[0], *graded))
    found = [
        heading.tag for heading in made(tmp_path / "a.html", narration).iter("h2", "h3", "h4", "h5", "h6")
    ]
    assert found[1 : 1 + len(levels)] == expected


def test_empty_chapters_have_their_place(tmp_path: Path) -> None:
    """Two headings without text between them."""
    narration = told(("title", "Fog"), ("heading", "One"), ("heading", "Two"))
    sections = tuple(Section(title, n) for n, title in enumerate(("Fog", "One", "Two")))
    times = tuple(Chapter(s.title, 1100 * s.utterance, 1100 * s.utterance + 1100) for s in sections)
    narration = replace(narration, script=replace(narration.script, chapters=sections), chapters=times)
    tree = made(tmp_path / "a.html", narration)
    links = [link.get("href") for link in tree.findall(".//nav//a")]
    assert [words(tree.find(f".//section[@id='{link[1:]}']")) for link in links] == ["Fog", "One", "Two"]
