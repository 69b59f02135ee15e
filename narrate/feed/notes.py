"""Show notes: where an episode is from, what is in it, and that no person speaks."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html
from lxml.html import builder as E  # noqa: N812 (its customary name)

from narrate.feed.facts import Facts
from narrate.feed.files import is_web_address


def notes(facts: Facts) -> str:
    """HTML of paragraphs, links and a list, one element a line."""
    return "\n".join(html.tostring(part, encoding="unicode") for part in _parts(facts))


def _parts(facts: Facts) -> Iterator[etree._Element]:
    source = _source(facts)
    if facts.summary:
        yield E.P(facts.summary)
    if source:
        yield E.P(source)
    if is_web_address(facts.link):
        link = E.A("The original article", href=facts.link)
        yield E.P(link)
    if facts.license:
        yield E.P(f"Licence of the article: {facts.license}")
    if len(facts.chapters) > 1:
        yield _chapter_list(facts)
    if facts.quoted:
        names = ", ".join(facts.quoted)
        yield E.P(f"Quoted in the article, and spoken by synthetic voices here: {names}")
    if facts.readers:
        yield E.P(facts.readers)


def _source(facts: Facts) -> str:
    """Author, publisher and day, as far as they are known."""
    author = f"By {facts.author}" if facts.author else ""
    day = facts.published[:10]
    return ", ".join(filter(None, (author, facts.site, day)))


def _chapter_list(facts: Facts) -> etree._Element:
    long = facts.seconds >= 3600
    lines = [f"{_stamp(int(start), long)} {title}" for start, title in facts.chapters]
    listed: etree._Element = E.UL(*map(E.LI, lines))
    return listed


def _stamp(seconds: int, long: bool) -> str:
    """ "03:20", or "1:03:20" in an episode of an hour and more: players make links of these."""
    minutes = f"{seconds // 60 % 60 if long else seconds // 60:02}:{seconds % 60:02}"
    return f"{seconds // 3600}:{minutes}" if long else minutes
