"""Nothing that a page shows is lost: every visible text is in the source, and every block tiles it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narrate.errors import SourceError
from narrate.model import Article
from narrate.pipeline.from_article import read_bytes
from narrate.reading.decoding import decode
from narrate.reading.html.parsing import declared_charset
from tests.reading.visible_text import missing, visible_texts

PAGES_OF_PUBLISHERS = Path(__file__).parents[1] / "data" / "pages"
BLOCKS = [
    *("p", "div", "section", "article", "aside", "nav", "footer", "header", "main", "blockquote", "pre"),
    *("ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "figure", "figcaption"),
    *("form", "details", "summary", "address"),
]
INLINE = [
    *("b", "i", "em", "a", "span", "sup", "sub", "del", "ins", "q", "small", "code", "mark", "time"),
    *("button", "label"),
]
NAMES = [
    *("sharing-economy", "social-policy", "related-work", "sticky-sidebar", "comments", "ad", "menu"),
    *("caption", "sr-only", "footnote", "article-body", "newsletter", "promo", "credit", "infobox"),
]
WORDS = st.sampled_from(
    [
        *(
            "The mayor said that the ferry would run every hour until the water fell.",
            "By Ada Wong",
            "Orlow.",
        ),
        *("6", "10", "−4", "[2]", "5,6", "1. Close the gate", "Share", "Read more: Ferry sinks", "See also"),
        *("Photograph: Ada Wong", "二十歳の市長は橋を閉じた。", "Мост закрыт до лета", "Advertisement"),
        *("© 2024 Orlow Herald", "It rained, and it rained."),
    ]
)
ATTRIBUTES = st.one_of(
    st.just(""),
    st.sampled_from(NAMES).map(lambda name: f" class='{name}'"),
    st.sampled_from(NAMES).map(lambda name: f" id='{name}'"),
    st.sampled_from(
        [" hidden", " style='display:none'", " aria-hidden=true", " role=navigation", " href='#n'"]
    ),
)


def element(tags: list[str], inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Markup of an element with something in it."""
    return st.builds(
        lambda tag, attributes, parts: f"<{tag}{attributes}>{''.join(parts)}</{tag}>",
        st.sampled_from(tags),
        ATTRIBUTES,
        st.lists(inner, max_size=4),
    )


CELLS = st.builds(lambda tag, text: f"<{tag}>{text}</{tag}>", st.sampled_from(("td", "th")), WORDS)
ROWS = st.lists(CELLS, max_size=4).map(lambda cells: f"<tr>{''.join(cells)}</tr>")
TABLES = st.lists(ROWS, max_size=4).map(lambda rows: f"<table>{''.join(rows)}</table>")
LINES = st.recursive(st.one_of(WORDS, st.just("<br>")), lambda inner: element(INLINE, inner), max_leaves=6)
PARTS = st.recursive(
    st.one_of(element(BLOCKS, LINES), LINES, TABLES), lambda inner: element(BLOCKS, inner), max_leaves=12
)
PAGES = st.lists(PARTS, min_size=1, max_size=5).map("".join)


def assert_all_there(article: Article, markup: str) -> None:
    """Every visible text is in the source, and every character of the source in one block."""
    assert not missing(markup, article.source)
    rest = article.source
    for block in reversed(article.blocks):
        assert article.source[block.start : block.end] == block.text
        assert block.spoken == (block.reason is None)
        rest = rest[: block.start] + rest[block.end :]
    assert not rest.strip()


@pytest.mark.slow
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PAGES)
def test_whatever_a_page_shows_is_in_a_block(body: str) -> None:
    """Spoken, or with the reason why not: checked against another parser's reading of what is visible."""
    markup = f"<!doctype html><html><head><title>Bridge closes</title></head><body>{body}</body></html>"
    with suppress(SourceError):
        assert_all_there(read_bytes(markup.encode()), markup)


@pytest.mark.parametrize("path", sorted(PAGES_OF_PUBLISHERS.rglob("*.html")), ids=lambda path: path.stem)
def test_every_text_of_a_publisher_s_page_is_in_a_block(path: Path) -> None:
    """Menus, comments and boxes, too."""
    data = path.read_bytes()
    assert_all_there(read_bytes(data), decode(data, path.name, declared_charset(data)))


def test_the_check_finds_what_is_missing() -> None:
    """A text that is not in the source, and one that is there once and seen twice."""
    page = "<p>The bridge closed.</p><p hidden>Nobody knew.</p><p>It rained.</p><p>It rained.</p>"
    assert visible_texts(page) == ["The bridge closed.", "It rained.", "It rained."]
    assert not missing(page, "The bridge closed. It rained. It rained.")
    assert missing(page, "It rained. It rained.") == ["thebridgeclosed"]
    assert missing(page, "The bridge closed. It rained.")


FIRST = (
    "The council voted on Tuesday to build a new market hall beside the river, which will open in two years."
)
SENTENCE = "Families with low incomes will get vouchers worth ten dollars a week, to be spent at every stall."
LAST = "The hall will have forty stalls, and a cafe will be run by the school of cookery from the other bank."


@pytest.mark.parametrize(
    "attribute",
    [
        "class=social-policy",
        "id=sharing-economy-text",
        "id=related-work",
        "class=sticky-sidebar-relative",
        "class=comment-on-policy",
        "class=ad-hoc-committee",
    ],
)
def test_no_name_deletes_a_paragraph(attribute: str) -> None:
    """Words in a class or an id are there for other reasons, too."""
    body = (
        f"<p>{FIRST}</p><section {attribute}><p>{SENTENCE}</p></section><p>{LAST}</p><p>{LAST} So it was.</p>"
    )
    page = f"<html><head><title>A market</title></head><body><article><h1>A market</h1>{body}</article>"
    assert SENTENCE in [block.text for block in read_bytes(page.encode()).blocks if block.spoken]
