"""What a web page states about its article, and the pictures that come with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from narrate.model import Article
from narrate.pipeline.from_article import read, read_bytes
from narrate.reading.document import Document
from narrate.reading.html import read_page
from tests.reading.test_html import FIRST, LAST

URL = "https://news.orlow.example/2021/bridge?from=mail"
ARCH = (
    "<figure><img src='/img/arch.jpg' alt='A stone arch at dawn'>"
    "<figcaption>The bridge.</figcaption></figure>"
)


def page(head: str = "", body: str = "") -> bytes:
    """A page with these parts between its two paragraphs."""
    return (
        f"<!doctype html><html><head><title>Bridge closes</title>{head}</head><body><article>"
        f"<h1>Bridge closes</h1><p>{FIRST}</p>{body}<p>{LAST}</p></article></body></html>"
    ).encode()


def images_of(data: bytes, **where: object) -> list[tuple[str, str, str, bool]]:
    """Address, alternative text, the words at its place, and whether it leads."""
    read_ = read_page(Document(data, "page.html", **where))  # type: ignore[arg-type]
    return [(i.address, i.alt, read_.text[i.offset :].split("\n")[0], i.lead) for i in read_.images]


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("<meta property='og:site_name' content='Orlow Herald'>", "site", "Orlow Herald"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge closes", '
         '"publisher": {"@type": "Organization", "name": "Orlow Herald"}}</script>', "site", "Orlow Herald"),
        ("<link rel=canonical href='https://orlow.example/bridge'>", "url", "https://orlow.example/bridge"),
        ("<meta property='og:url' content='https://orlow.example/bridge'>", "url", "https://orlow.example/bridge"),
        ("<link rel=license href='https://creativecommons.org/licenses/by/4.0/'>", "license",
         "https://creativecommons.org/licenses/by/4.0/"),
        ('<script type="application/ld+json">{"@graph": [{"@type": "Article", '
         '"license": {"@id": "https://orlow.example/terms"}}]}</script>', "license", "https://orlow.example/terms"),
        ("<meta name='DCTERMS.license' content='CC BY-SA 4.0'>", "license", "CC BY-SA 4.0"),
        ("<meta property='og:locale' content='en_GB'>", "language", "en-GB"),
        ("<link rel=canonical href='https://orlow.example/a'><meta property='og:url' content='http://x.example'>",
         "url", "https://orlow.example/a"),
        ("<meta name=author content='Ada Wong'>", "byline", "Ada Wong"),
        ("<meta name=author content='View all posts by Ada Wong'>", "byline", "Ada Wong"),
        ("<meta name=author content='Your Account'>", "byline", None),
        ("<meta property='og:site_name' content='Sil Post'><meta name=author content='Sil Post, Ada Wong'>",
         "byline", "Ada Wong"),
        ("<meta property='article:published_time' content='2021-03-04T10:00Z'>",
         "published", "2021-03-04T10:00:00+00:00"),
        ("<script type='application/ld+json'>{broken</script>", "license", None),
        ("<link rel=canonical href='javascript:alert(1)'>", "url", None),
        ("<meta property=og:site_name content=S><meta property=og:title content='Why the bridge closes | S'>",
         "title", "Why the bridge closes"),
        ("", "site", None),
    ],
)  # fmt: skip
def test_what_a_page_states_is_known(head: str, field: str, value: str | None) -> None:
    """From JSON-LD, OpenGraph, Dublin Core, meta elements and links."""
    assert getattr(read_bytes(page(head), "page.html"), field) == value


def test_the_licence_of_a_link_in_the_text_is_known() -> None:
    """Most blogs state it at the foot of the page."""
    foot = "<footer>Under <a rel='license noopener' href='https://orlow.example/cc'>CC</a></footer>"
    data = page().replace(b"</article>", b"</article>" + foot.encode())
    assert read_bytes(data, "page.html").license == "https://orlow.example/cc"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (ARCH, ("https://news.orlow.example/img/arch.jpg", "A stone arch at dawn", "The bridge.")),
        (ARCH.replace("/img/", "img/"),
         ("https://news.orlow.example/2021/img/arch.jpg", "A stone arch at dawn", "The bridge.")),
        ("<p><img src='//cdn.example/a.png' alt='A stone arch at dawn'></p>",
         ("https://cdn.example/a.png", "A stone arch at dawn", "A stone arch at dawn")),
        ("<figure><figcaption>The bridge.</figcaption><img src='/a.png' alt='Arch'></figure>",
         ("https://news.orlow.example/a.png", "Arch", "The bridge.")),
        ("<figure><img src='data:image/gif;base64,R0' data-src='/late.jpg' alt=''>"
         "<figcaption>Late.</figcaption></figure>",
         ("https://news.orlow.example/late.jpg", "", "Late.")),
        ("<figure><img srcset='/s.jpg 320w, /l.jpg 1280w' alt=''><figcaption>Wide.</figcaption></figure>",
         ("https://news.orlow.example/l.jpg", "", "Wide.")),
    ],
    ids=["rooted", "relative", "protocol", "below its caption", "loaded late", "srcset"],
)  # fmt: skip
def test_pictures_have_addresses_and_places(body: str, found: tuple[str, str, str]) -> None:
    """Absolute, and at the words that describe them."""
    assert images_of(page(body=body), url=URL) == [(*found, False)]


@pytest.mark.parametrize(
    "body",
    [
        "<p><img src='/line.png' alt=''></p>",
        "<p><img src='/logo.png' alt='The logo of this newspaper' class='logo'></p>",
        "<p><img src='javascript:alert(1)' alt='A stone arch at dawn'></p>",
        "<p><img src='file:///etc/passwd.png' alt='A stone arch at dawn'></p>",
        "<p><img src='data:image/svg+xml,<svg onload=alert(1)>' alt='A stone arch at dawn'></p>",
        "<p><img src='http://[' alt='A stone arch at dawn'></p>",
        "<p><img alt='A stone arch at dawn'></p>",
        "<aside><img src='/a.png' alt='A boat on a dry lake'></aside>",
    ],
)
def test_decoration_and_dangerous_addresses_show_nothing(body: str) -> None:
    """What is said of a picture stays, where it says something."""
    assert images_of(page(body=body), url=URL) == []


@pytest.mark.parametrize(
    ("head", "body", "lead"),
    [
        ("<meta property='og:image' content='https://cdn.example/arch.jpg?w=1200'>", ARCH,
         ("https://news.orlow.example/img/arch.jpg", "A stone arch at dawn")),
        ("<meta property='og:image' content='https://cdn.example/river.jpg'>"
         "<meta property='og:image:alt' content='The river at night'>", ARCH,
         ("https://cdn.example/river.jpg", "The river at night")),
        ("<meta property='og:image' content='https://cdn.example/site-logo.png'>", ARCH, None),
        ("", ARCH, None),
    ],
    ids=["in the article", "beside it", "a logo", "none"],
)  # fmt: skip
def test_the_picture_of_the_whole_article_leads(head: str, body: str, lead: tuple[str, str] | None) -> None:
    """The one that the page gives to other sites, once; a logo is none."""
    found = [image for image in images_of(page(head, body), url=URL) if image[3]]
    assert [(address, alt) for address, alt, _, _ in found] == ([lead] if lead else [])


def test_pictures_of_a_saved_page_are_the_files_beside_it(tmp_path: Path) -> None:
    """A browser saves them in a folder; those that are not there are where the page came from."""
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "an arch.jpg").write_bytes(b"\xff\xd8\xff")
    body = (
        "<p><img src='page_files/an%20arch.jpg' alt='A stone arch at dawn'></p>"
        "<p><img src='elsewhere.jpg' alt='A boat on a dry lake'></p>"
    )
    path = tmp_path / "page.html"
    path.write_bytes(page("<link rel=canonical href='https://orlow.example/news/bridge'>", body))
    article: Article = read(path)
    assert [image.address for image in article.images] == [
        str(tmp_path / "page_files" / "an arch.jpg"),
        "https://orlow.example/news/elsewhere.jpg",
    ]


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("<p>“Will you come?” she asked the mayor of Orlow again.</p><p>No answer.</p>", "No answer."),
        ("<p>The <a class='popup' href='#x'>ferry of Orlow</a> ran every hour on that day.</p>",
         "The ferry of Orlow ran every hour on that day."),
    ],
)  # fmt: skip
def test_nothing_is_lost_in_the_middle_of_a_text(body: str, kept: str) -> None:
    """Neither a paragraph of two words nor a link that opens a box."""
    assert kept in [block.text for block in read_bytes(page(body=body), "page.html").blocks]


def test_computer_code_is_kept_and_not_spoken() -> None:
    """The block says why; text that is only set in a fixed width is spoken."""
    body = "<pre><code>print('open')</code></pre><pre>A verse that is set in a fixed width is spoken.</pre>"
    blocks = read_bytes(page(body=body), "page.html").blocks
    assert [(b.text, b.reason) for b in blocks if not b.spoken] == [("print('open')", "computer code")]
