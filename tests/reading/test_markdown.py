"""Markdown: the markup is what it says, code and notes are not spoken, front matter is metadata."""

from __future__ import annotations

from pathlib import Path

import pytest

from narrate.errors import SourceError
from narrate.model import Article
from narrate.pipeline.from_article import read, read_bytes
from tests.reading.test_html import assert_tiled

FIRST = "The bridge over the Sil in Orlow closed on Monday after the river rose by two metres overnight."
LAST = "Mayor Ada Wong said that the ferry would run every hour until the water had fallen again."


def article_of(markdown: str) -> Article:
    """Read it from bytes that are called a Markdown file."""
    article = read_bytes(markdown.encode(), "bridge.md")
    assert_tiled(article)
    return article


def between(markdown: str) -> list[tuple[str, str]]:
    """Kind and text of what is spoken between a headline with its first paragraph and a last one."""
    blocks = [
        b for b in article_of(f"# Bridge closes\n\n{FIRST}\n\n{markdown}\n\n{LAST}\n").blocks if b.spoken
    ]
    assert [block.text for block in (*blocks[:2], blocks[-1])] == ["Bridge closes", FIRST, LAST]
    return [(block.kind, block.text) for block in blocks[2:-1]]


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        ("## What the mayor said", [("heading", "What the mayor said")]),
        ("What the mayor said\n-------------------", [("heading", "What the mayor said")]),
        ("> We told them in spring\n> that the pier had moved.",
         [("paragraph", "We told them in spring that the pier had moved.")]),
        ("- The ferry runs hourly\n- The road is open\n  1. until ten at night",
         [("list_item", "The ferry runs hourly"), ("list_item", "The road is open"),
          ("list_item", "1. until ten at night")]),
        ("- [x] Open the gate\n- [ ] Close it again",
         [("list_item", "Open the gate"), ("list_item", "Close it again")]),
        ("| Town | People |\n|---|---:|\n| Orlow | 3,400 |\n| Brill | 820 |",
         [("paragraph", "Town: Orlow; People: 3,400."), ("paragraph", "Town: Brill; People: 820.")]),
        ("![A stone arch over brown water](arch.png)", [("caption", "A stone arch over brown water")]),
        ("![](arch.png)", []),
        ("The *second* pier of the `old` [bridge](https://orlow.example) **moved**[^1].\n\n[^1]: An inch.",
         [("paragraph", "The second pier of the old bridge moved.")]),
        ("A line that was\nwrapped by hand, &amp; with <b>tags</b> in it.",
         [("paragraph", "A line that was wrapped by hand, & with tags in it.")]),
        ("<script>alert(1)</script>", []),
        ("<!-- not for readers -->", []),
    ],
    ids=["heading", "underlined", "quotation", "lists", "tasks", "table", "picture", "decoration", "inline",
         "wrapped", "script", "comment"],
)  # fmt: skip
def test_markup_is_what_it_says(markdown: str, blocks: list[tuple[str, str]]) -> None:
    """No sign of the markup is spoken, and links are their text."""
    assert between(markdown) == blocks


@pytest.mark.parametrize(
    ("markdown", "text", "reason"),
    [
        ("```python\nprint('open')\n```", "print('open')", "computer code"),
        ("    print('open')", "print('open')", "computer code"),
        ("It rained.[^a]\n\n[^a]: For *two* days.", "For two days.", "footnote"),
    ],
)
def test_code_and_notes_are_kept_and_not_spoken(markdown: str, text: str, reason: str) -> None:
    """The block says why."""
    blocks = article_of(f"# Bridge closes\n\n{FIRST}\n\n{markdown}\n").blocks
    silent = [(block.text, block.reason) for block in blocks if not block.spoken]
    assert (text, reason) in silent
    assert {why for _, why in silent} == {reason}


def test_levels_of_headings_are_kept() -> None:
    """The title is the first heading; those below it keep their depth."""
    article = article_of(f"# Bridge closes\n\n## One\n\n{FIRST}\n\n#### Two\n\n{LAST}\n")
    assert [(b.text, b.level) for b in article.blocks if b.kind == "heading"] == [("One", 2), ("Two", 4)]


@pytest.mark.parametrize(
    ("matter", "title", "byline", "published", "language"),
    [
        ("title: Bridge of Orlow\nauthor: Ada Wong\ndate: 2021-03-04\nlang: de-AT",
         "Bridge of Orlow", "Ada Wong", "2021-03-04", "de-AT"),
        ("title: 'Bridge: closed'\nauthors: [Ada Wong, Bela Roth]\ndate: 4 March 2021",
         "Bridge: closed", "Ada Wong and Bela Roth", "2021-03-04", "en"),
        ("author:\n  - name: Ada Wong\n    email: a@b\n  - name: Bela Roth\ndate: 2021-03-04 10:00:00",
         "Bridge closes", "Ada Wong and Bela Roth", "2021-03-04T10:00:00", "en"),
        ("title: 1984\nauthor: {}", "1984", None, None, "en"),
        ("title: [unclosed", "Bridge closes", None, None, "en"),
        ("- a list", "Bridge closes", None, None, "en"),
    ],
)  # fmt: skip
def test_front_matter_is_metadata(
    matter: str, title: str, byline: str | None, published: str | None, language: str
) -> None:
    """The keys of Jekyll, Hugo and Pandoc; what is broken is passed over, and none of it is spoken."""
    article = article_of(f"---\n{matter}\n---\n\n# Bridge closes\n\nFähre.\n")
    assert (article.title, article.byline, article.published) == (title, byline, published)
    assert article.language == language
    assert "title:" not in article.source


def test_pictures_are_found_beside_the_text(tmp_path: Path) -> None:
    """A relative address is that of a file; one that leads out of the folder is nobody's."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "arch.png").write_bytes(b"\x89PNG")
    (tmp_path / "secret.png").write_bytes(b"\x89PNG")
    path = tmp_path / "notes" / "bridge.md"
    path.write_text(
        f"# Bridge\n\n{FIRST}\n\n![A stone arch at dawn](arch.png)\n\n![A secret beside it](../secret.png)\n",
        encoding="utf-8",
    )
    article = read(path)
    assert [(image.address, image.alt) for image in article.images] == [
        (str(tmp_path / "notes" / "arch.png"), "A stone arch at dawn")
    ]
    assert article.source[article.images[0].offset :].startswith("A stone arch at dawn")


@pytest.mark.parametrize("markdown", ["", "\n\n", "---\ntitle: x\n---\n", "<!-- -->"])
def test_markdown_without_text_is_refused(markdown: str) -> None:
    """The message names the file."""
    with pytest.raises(SourceError, match=r"bridge\.md"):
        read_bytes(markdown.encode(), "bridge.md")


@pytest.mark.parametrize(
    "markdown",
    ["> " * 50_000, "[" * 50_000, "![" * 5_000, "*a " * 10_000, "- " * 20_000, "a ` " * 10_000],
)
def test_markdown_that_is_meant_to_be_slow_is_not(markdown: str) -> None:
    """Deep nesting and marks that are never closed lose nothing, and are read to the end."""
    assert "The bridge is shut" in article_of(markdown + "The bridge is shut.").source
