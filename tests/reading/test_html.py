"""Web pages, all invented; tests/data/pages holds one per style of publishing, with its blocks."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narrate.errors import SourceError
from narrate.model import Article, Block
from narrate.pipeline.from_article import read, read_bytes
from tests.work import grows_with

PAGES = Path(__file__).parents[1] / "data" / "pages"
FIRST = "The bridge over the Sil in Orlow closed on Monday after the river rose by two metres overnight."
# Pieces that the reader cuts at, so that random pages reach its rules and their edges.
MARKUP = [
    "<p>", "</p>", "<div>", "</div>", "<div class='caption'>", "<div class='share'>", "<ul><li>", "</ul>",
    "<table>", "<caption>", "<tr>", "<td rowspan=3>", "<td colspan=2>", "<th>", "</td>", "</tr>", "</table>",
    "<figure>", "<figcaption>", "<i class='credit'>", "</i>", "</figure>", "<img alt='A stone arch at dawn'>",
    "<h1>", "</h1>", "<h2>", "</h2>", "<b>", "</b>", "<q>", "</q>", "<a href='#x'>", "</a>", "<sup>",
    "<aside>", "</aside>", "<noscript>", "</noscript>", "<script>", "</script>", "<blockquote>", "<br><br>",
    "The mayor said that the ferry would run every hour until the water fell. ", "Photograph: ", "Orlow.",
    "By Ada Wong", "&amp;", "&#30;", "\x1e", "\u200b", "\ufffe", "\n",
]  # fmt: skip
LAST = "Mayor Ada Wong said that the ferry would run every hour until the water had fallen again."


def page(*parts: str, head: str = "") -> bytes:
    """A page with a headline and these parts between two paragraphs."""
    body = "".join(parts)
    return (
        f"<!doctype html><html><head><title>Bridge closes</title>{head}</head><body><article>"
        f"<h1>Bridge closes</h1><p>{FIRST}</p><p>{FIRST} It was the third time in a year.</p>"
        f"{body}<p>{LAST}</p></article></body></html>"
    ).encode()


def between(*parts: str) -> list[tuple[str, str]]:
    """Kind and text of the spoken blocks that these parts become."""
    return [(block.kind, block.text) for block in blocks_between(*parts) if block.spoken]


def blocks_between(*parts: str) -> list[Block]:
    """All blocks that these parts become."""
    blocks = read_bytes(page(*parts)).blocks
    assert [block.text for block in blocks[:2]] == ["Bridge closes", FIRST]
    assert blocks[-1].text == LAST
    return list(blocks[3:-1])


def spoken(data: bytes) -> list[str]:
    """The texts of a page that are spoken."""
    return [block.text for block in read_bytes(data).blocks if block.spoken]


def assert_tiled(article: Article) -> None:
    """Blocks are slices of the source, with nothing but white space between them."""
    rest = article.source
    for block in reversed(article.blocks):
        assert article.source[block.start : block.end] == block.text == block.text.strip() != ""
        rest = rest[: block.start] + rest[block.end :]
    assert not rest.strip()


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_pages_of_publishers_become_their_articles(path: Path) -> None:
    """Menus, boxes and comments are not spoken; headings, captions, lists and tables are what they are."""
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    article = read(path)
    assert [[block.kind, block.text] for block in article.blocks if block.spoken] == expected["blocks"]
    assert (article.title, article.byline) == (expected["title"], expected["byline"])
    assert (article.published, article.language) == (expected["published"], expected["language"])
    assert_tiled(article)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("one<b>two</b>three four", "onetwothree four"),
        ("one <em>two</em>, <a href='/x'>three</a>.", "one two, three."),
        ("one\n\t  two&nbsp;three&#160;four", "one two three four"),
        ("one<br>two three four", "one two three four"),
        ("caf&eacute; &amp; bar &mdash; open", "café & bar — open"),
        ("he said <q>go <q>now</q></q> at last", "he said “go ‘now’” at last"),
        ("sil&shy;ver&#8203;smith at work", "silversmith at work"),
        ("one<script>two()</script> three<!-- four --> five six", "one three five six"),
        ("the second<sup><a href='#n2'>[2]</a></sup> pier moved", "the second pier moved"),
        ("one <span hidden>two</span><span style='display: none'>x</span>three four", "one three four"),
    ],
    ids=[
        "joined",
        "spaced",
        "white space",
        "break",
        "entities",
        "quotes",
        "invisible",
        "script",
        "note",
        "hidden",
    ],
)
def test_inline_markup_neither_adds_nor_loses_anything(markup: str, text: str) -> None:
    """What a reader of the page sees is what the text says."""
    words = "and that was the end of the matter for the people of Orlow."
    assert between(f"<p>{markup} {words}</p>") == [("paragraph", f"{text} {words}")]


@pytest.mark.parametrize(
    ("markup", "spoken", "silent"),
    [
        ("near 10<sup>6</sup> tonnes", "near 10⁶ tonnes", []),
        ("near 3×10<sup>-4</sup> of it", "near 3×10⁻⁴ of it", []),
        ("by 1998<sup>5,6</sup> it was", "by 1998 it was", [("5,6", "footnote")]),
        ("the old pier<sup>4</sup> is", "the old pier is", [("4", "footnote")]),
        ("it was <del>late</del> <ins>early</ins>", "it was early", [("late", "deleted text")]),
        ("is <math><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math> now", "is mc² now", []),
        (r"is <span>\(\frac{a}{b}\)</span> now", "is now", [(r"\(\frac{a}{b}\)", "formula")]),
        ("press <button>Stop</button> at once", "press at once", [("Stop", "button or form of the page")]),
        ("<ruby>橋<rp>(</rp><rt>はし</rt></ruby> is shut", "橋 is shut", [("はし", "how to read a word")]),
    ],
)
def test_what_is_no_part_of_a_sentence_stands_behind_it(
    markup: str, spoken: str, silent: list[tuple[str, str]]
) -> None:
    """With its reason; formulas and exponents that can be said are in their place."""
    words = "and that was the end of the matter for the people of Orlow."
    sentence, *rest = blocks_between(f"<p>They said that {markup} {words}</p>")
    assert (sentence.text, sentence.spoken) == (f"They said that {spoken} {words}", True)
    assert [(block.text, block.reason) for block in rest] == silent


def test_lines_of_a_list_that_breaks_divide_are_items() -> None:
    """Numbers at the beginning of each line make a list of a paragraph."""
    lines = between("<p>The winners were:</p><p>1. Helsinki<br>2. Oslo<br>3. Bergen</p>")
    assert [text for _, text in lines] == ["The winners were:", "1. Helsinki", "2. Oslo", "3. Bergen"]


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("<figure><img alt='A stone arch over brown water'><figcaption>The old bridge.</figcaption></figure>",
         [("caption", "The old bridge.")]),
        ("<figure><img alt='A stone arch over brown water'></figure>",
         [("caption", "A stone arch over brown water")]),
        ("<figure><img alt='Arch'><figcaption>The old bridge. Ada Wong/Reuters</figcaption></figure>",
         [("caption", "The old bridge."), ("credit", "Ada Wong/Reuters")]),
        ("<figure><figcaption>The bridge. Photograph: <i class='credit'>Ada Wong</i></figcaption></figure>",
         [("caption", "The bridge."), ("credit", "Photograph: Ada Wong")]),
        ("<img alt='A stone arch over brown water.'><p>A stone arch over brown water. Photo: Ada Wong</p>",
         [("caption", "A stone arch over brown water."), ("credit", "Photo: Ada Wong")]),
        ("<p><img alt=''></p>", []),
        ("<p><img alt='A very small arrow pointing right' width='16'></p>", []),
        ("<p><img alt='Portrait of the author Ada Wong' class='author-photo'></p>", []),
        ("<p><img alt='DSC_00231.jpeg'></p>", []),
        ("<p><img alt='Logo'></p>", []),
        ("<p><img alt='A stone arch over brown water' role='presentation'></p>", []),
        ("<div><a href='/x'><img alt='A boat on a dry lake at dawn'><span>The boat</span></a></div>", []),
        ("<p><img alt='A stone arch over brown water'></p><p><img alt='A stone arch over brown water'></p>",
         [("caption", "A stone arch over brown water")]),
    ],
)  # fmt: skip
def test_pictures_are_described_once(markup: str, blocks: list[tuple[str, str]]) -> None:
    """By their caption, else by their alternative text; what decorates the page is left out."""
    assert between(markup) == blocks


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("<tr><th>Town<th>People<tr><td>Orlow<td>3,400", ["Town: Orlow; People: 3,400."]),
        ("<tr><td><th>Yes<th>No<tr><th>Orlow<td>34<td>12", ["Orlow: Yes: 34; No: 12."]),
        ("<tr><th>Orlow<td>3,400 people<tr><th>Brill<td>820 people",
         ["Orlow: 3,400 people.", "Brill: 820 people."]),
        ("<tr><th>Town<th>Day<th>Rain<tr><td rowspan=2>Orlow<td>Monday<td>12 mm<tr><td>Friday<td>3 mm",
         ["Town: Orlow; Day: Monday; Rain: 12 mm.", "Town: Orlow; Day: Friday; Rain: 3 mm."]),
        ("<tr><th>Town<th>Rain<tr><td>Orlow<td>", ["Town: Orlow."]),
    ],
    ids=["headers above", "headers on both sides", "headers at the left", "spanning rows", "empty cell"],
)  # fmt: skip
def test_tables_are_read_row_by_row_with_their_headers(rows: str, said: list[str]) -> None:
    """A listener hears with every value what it is."""
    assert between(f"<table>{rows}</table>") == [("paragraph", text) for text in said]


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<h4>What the mayor said</h4>", "heading"),
        ("<p><b>What the mayor said</b></p>", "heading"),
        ("<p>What the mayor said</p>", "paragraph"),
        ("<h2>Share this article</h2>", "boilerplate"),
        ("<p>Read more: Ferry sinks off Orlow</p>", "boilerplate"),
        ("<p>Correction: an earlier version of this article said that the ferry sank.</p>", "notice"),
        ("<ul><li>The ferry runs every hour until ten</li></ul>", "list_item"),
        ("<blockquote>We told them in spring that the second pier had moved.</blockquote>", "paragraph"),
    ],
)
def test_the_markup_decides_where_the_wording_does_not(markup: str, kind: str) -> None:
    """Headings and items are what their tags say, but for boilerplate and notices, which their words show."""
    assert [block.kind for block in blocks_between(markup)] == [kind]


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ("<ol><li>Close the gate<li>Ring the bell</ol>", ["1. Close the gate", "2. Ring the bell"]),
        ("<ol start=9><li><p>Close the gate of the pier</p><p>Then wait for the tide</p><li>Ring it</ol>",
         ["9. Close the gate of the pier", "Then wait for the tide", "10. Ring it"]),
        ("<ol reversed><li>Close the gate<li>Ring the bell</ol>", ["2. Close the gate", "1. Ring the bell"]),
        ("<ol type=A><li>Close the gate<li value=4>Ring the bell</ol>",
         ["A. Close the gate", "D. Ring the bell"]),
        ("<ol><li>Close it<ul><li>Wait a bit</ul><li></li><li>Ring it</ol>",
         ["1. Close it", "Wait a bit", "3. Ring it"]),
        ("<ol style='list-style: none'><li>Close the gate<li>Ring the bell</ol>",
         ["Close the gate", "Ring the bell"]),
        ("<ol class=list-unstyled><li>Close the gate<li>Ring the bell</ol>",
         ["Close the gate", "Ring the bell"]),
        ("<ul><li>Close the gate<li>Ring the bell</ul>", ["Close the gate", "Ring the bell"]),
    ],
)  # fmt: skip
def test_items_of_ordered_lists_have_the_numbers_that_a_reader_sees(items: str, said: list[str]) -> None:
    """Counted from where the list says, up or down; not where the page shows none."""
    assert between(items) == [("list_item", text) for text in said]


def test_entries_with_names_of_their_own_are_not_numbered() -> None:
    """The entries of a running report are items of a list, and nobody sees numbers before them."""
    entry = f"<li><h3>The river rises</h3><p>{FIRST} It was a Monday.</p></li>"
    assert between(f"<ol>{entry}</ol>")[0] == ("heading", "The river rises")


@pytest.mark.parametrize(
    "behind",
    [
        "<h4>Our recommendations:</h4><ul><li><a href=/a>Ferry sinks off Orlow in a storm</a>"
        "<li><a href=/b>What the mayor of Brill had for lunch</a></ul>",
        "<p>Elsewhere:</p><p><a href=/a>Ferry sinks off Orlow</a></p><p><a href=/b>So</a></p>",
        "<div class=next-story><h2><a href=/a>Ferry sinks</a></h2><p>It sank and was very old.</p></div>",
    ],
    ids=["items", "lines", "next story"],
)
def test_links_to_other_articles_behind_the_text_are_left_out(behind: str) -> None:
    """With the line that announces them."""
    data = page().replace(b"</article>", f"{behind}</article>".encode())
    assert spoken(data)[-1] == LAST


def test_the_last_words_are_kept_however_short() -> None:
    """ "Good night." is of the text when it follows the last sentence at once."""
    data = page().replace(b"</article>", b"<p>Good night.</p></article><footer><p>Orlow Herald</p></footer>")
    assert spoken(data)[-2:] == [LAST, "Good night."]


def test_what_is_printed_large_is_no_chapter() -> None:
    """The summary below the title, and quotations of many words, whatever their tags."""
    summary = "The river has risen by two metres since Sunday, and nobody knows when it will fall"
    quote = f"“We told them in spring that the second pier had moved, and {LAST[0].lower()}{LAST[1:-1]}.”"
    data = page("<h2>What the mayor said</h2>", f"<h3>{quote}</h3>", f"<p>{LAST} So she said.</p>")
    data = data.replace(b"</h1>", f"</h1><h2>{summary}</h2><p>By Ada Wong</p>".encode())
    data = data.replace(b"<head>", f"<head><meta name=description content='{summary}'>".encode())
    blocks = read_bytes(data).blocks
    assert [block.text for block in blocks if block.kind == "heading"] == ["What the mayor said"]
    assert {summary, quote} <= {block.text for block in blocks if block.kind == "paragraph"}


def test_headings_are_no_boxes_whatever_their_words() -> None:
    """Their ids are made of their words."""
    heading = "<h2 id='related-work-and-comments'>Related work and comments</h2>"
    assert between(heading) == [("heading", "Related work and comments")]


def test_an_encyclopaedia_is_read_without_its_boilerplate() -> None:
    """Buttons in headings, boxes of facts, and references with their heading."""
    built = "The first bridge was built of wood in 1412, and the river took it away forty years later."
    parts = (
        "<table class=infobox><tr><th>River<td>Sil<tr><th>Length<td>41 metres</table>"
        "<h2>History<span class=mw-editsection>[edit]</span></h2>"
        f"<p>{built}</p><h2>References</h2>"
        "<ol class=references><li>Wong, Ada (1999). The bridges of Orlow and of Brill.</li></ol>"
    )
    blocks = read_bytes(page(parts)).blocks
    heard = [(block.kind, block.text) for block in blocks if block.spoken]
    assert heard[2:-1] == [("heading", "History"), ("paragraph", built)]
    assert [block.text for block in blocks if block.reason == "footnote"] == [
        "References",
        "Wong, Ada (1999). The bridges of Orlow and of Brill.",
    ]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1252", "cp1252"), ("iso-8859-1", "cp1252"), ("windows-1251", "cp1251"),
     ("shift_jis", "shift_jis"), ("utf-8", "utf-8"), ("no-such-charset", "utf-8"), ("base64", "cp1252")],
)  # fmt: skip
def test_the_encoding_is_the_one_that_the_page_declares(declared: str, encoding: str) -> None:
    """A charset that does not exist, or that is none, is no harm."""
    said = {"cp1251": "Мост закрыт до лета", "shift_jis": "橋は夏まで"}.get(encoding, "café")
    text = page(f"<p>{said} and that was the end of the matter for the people of Orlow.</p>").decode()
    data = text.replace("<head>", f'<head><meta charset="{declared}">').encode(encoding)
    assert said in read_bytes(data).source


def test_one_broken_byte_does_not_turn_a_page_into_another_encoding() -> None:
    """Only the broken character is lost."""
    data = page("<p>The café’s owner said that it was time for the people of Orlow.</p>")
    data = data.replace(b"<head>", b"<head><meta charset=utf-8>").replace(b"third time", b"third \xff time")
    assert "The café’s owner" in read_bytes(data).source


@pytest.mark.parametrize(
    "start", ["", "\ufeff", "  \n", "<?xml version='1.0' encoding='utf-8'?>\n", "<!-- saved -->"]
)
def test_a_page_is_recognised_by_its_content(start: str) -> None:
    """On standard input there is no name to go by."""
    assert read_bytes(start.encode() + page()).title == "Bridge closes"


def test_a_page_is_recognised_by_its_name(tmp_path: Path) -> None:
    """A page that begins with words is one when its file says so."""
    path = tmp_path / "bridge.HTM"
    path.write_text(f"Saved on Monday <h1>Bridge closes</h1><p>{FIRST}</p><p>{LAST}</p>", encoding="utf-8")
    assert [block.text for block in read(path).blocks if block.spoken] == ["Bridge closes", FIRST, LAST]


def test_a_text_that_speaks_of_html_is_a_text() -> None:
    """Only a tag at the beginning makes a page."""
    text = f"Bridge closes\n\nThe <html> tag begins a page.\n\n{FIRST}\n"
    assert read_bytes(text.encode()).source == text


@pytest.mark.slow
@pytest.mark.parametrize(
    "data",
    [
        b"<html></html>",
        b"<!doctype html><html><body><script>app.start()</script><div id='root'></div></body></html>",
        b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
        b"<html><body>" + b"<div>" * 100_000 + b"<p>Too deep to be found.</p>",
    ],
    ids=["empty", "built by a script", "only a menu", "nested too deep"],
)
def test_a_page_without_an_article_is_refused(data: bytes) -> None:
    """The message names the page and says what to do."""
    with pytest.raises(SourceError, match=r"web page.*app\.html") as caught:
        read_bytes(data, "app.html")
    assert "save its text" in caught.value.remedy


@pytest.mark.slow
@pytest.mark.parametrize(
    "broken",
    [
        "<div>" * 100_000,
        "<p><b>" * 400,
        "</div></p></table>" * 500,
        "<" * 20_000,
        "<table><tr>" * 60,
        "<td rowspan=99999999 colspan='1e9'>",
        "&#0;&#xD800;&nosuch;&",
        "<img alt=",
    ],
    ids=["deep", "unclosed", "never opened", "angles", "tables", "spans", "references", "cut off"],
)
def test_malformed_markup_costs_nothing_but_itself(broken: str) -> None:
    """What stands before it is read."""
    data = page("<p>" + LAST + "</p>").replace(b"</article>", broken.encode())
    article = read_bytes(data)
    assert article.blocks[1].text == FIRST
    assert_tiled(article)


@pytest.mark.slow
@pytest.mark.parametrize("unclosed", ["<div>", "<div class='box'><b>", "<span><i>", "<section>\n<x-box>"])
def test_a_page_that_never_closes_its_tags_is_read_to_its_end(unclosed: str) -> None:
    """The parser stops at 2,048 levels; nothing behind them is lost."""
    lines = [f"On day {day} the ferry came late and nobody was told why." for day in range(3_000)]
    article = read_bytes(f"<html><body>{''.join(unclosed + line for line in lines)}".encode())
    assert all(line in article.source for line in lines)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(MARKUP), max_size=25).map("".join))
def test_any_markup_is_read_or_refused(markup: str) -> None:
    """Random mixtures of tags: blocks tile the text, or there is no article; nothing else is raised."""
    with suppress(SourceError):
        assert_tiled(read_bytes(f"<html><body>{markup}".encode()))


@pytest.mark.slow
def test_work_grows_with_the_size_of_a_page() -> None:
    """A page of several thousand elements is read to its end, with work in proportion."""

    def read_days(days: int) -> None:
        body = "".join(f"<p>{LAST} <i>Day</i> <i>{day}</i></p>" for day in range(days))
        article = read_bytes(page(body))
        assert article.blocks[-2].text.endswith(f"Day {days - 1}")

    assert grows_with(read_days, 250, 2_000)


def test_plain_text_does_not_pay_for_web_pages() -> None:
    """The libraries for pages are imported when one is read."""
    code = (
        "import sys; from narrate.pipeline.from_article import read_bytes;"
        "read_bytes(b'Bridge closes. It rained.');"
        "print('trafilatura' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
