"""Show notes: where an episode is from, what is in it, and that the voices are synthetic."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html
from lxml.html import builder as E  # noqa: N812 (its customary name)

from narrate.feed.addresses import encoded, is_web_address
from narrate.feed.facts import Facts


def notes(facts: Facts) -> str:
    """HTML of paragraphs, links and a list, one element a line."""
    return "\n".join(html.tostring(part, encoding="unicode") for part in _parts(facts))


def _parts(facts: Facts) -> Iterator[etree._Element]:
    yield from _paragraphs(facts.summary, _source(facts))
    if is_web_address(facts.link):
        link = E.A("The original article", href=encoded(facts.link))
        yield E.P(link)
    yield from _paragraphs(_labelled("Licence of the article", facts.license))
    # A single chapter is the whole episode.
    if len(facts.chapters) > 1:
        yield _chapter_list(facts)
    names = ", ".join(facts.quoted)
    quoted = _labelled("Quoted in the article, and spoken by synthetic voices here", names)
    yield from _paragraphs(quoted, facts.readers)


def _paragraphs(*texts: str) -> Iterator[etree._Element]:
    """One for each text that is not empty."""
    for text in texts:
        if text:
            yield E.P(text)


def _labelled(label: str, value: str) -> str:
    """ "Licence of the article: CC BY 4.0"; "" for a value that is not known."""
    return f"{label}: {value}" if value else ""


def _source(facts: Facts) -> str:
    """Author, publisher and day, as far as they are known."""
    author = f"By {facts.author}" if facts.author else ""
    day = facts.published[:10]
    return ", ".join(filter(None, (author, facts.site, day)))


def _chapter_list(facts: Facts) -> etree._Element:
    with_hours = facts.seconds >= 3600
    lines = [f"{_stamp(int(start), with_hours)} {title}" for start, title in facts.chapters]
    listed: etree._Element = E.UL(*map(E.LI, lines))
    return listed


def _stamp(seconds: int, with_hours: bool) -> str:
    """ "03:20", or "1:03:20" in an episode of an hour or more: players make links of these."""
    minutes, rest = divmod(seconds, 60)
    if not with_hours:
        return f"{minutes:02}:{rest:02}"
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"
