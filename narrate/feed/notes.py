"""Show notes: where an episode is from, what is in it, and that no person speaks."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html
from lxml.html import builder as E  # noqa: N812 (its customary name)

from narrate.feed.facts import Facts


def notes(facts: Facts) -> str:
    """HTML of paragraphs, links and a list, one element a line."""
    return "\n".join(html.tostring(part, encoding="unicode") for part in _parts(facts))


def _parts(facts: Facts) -> Iterator[etree._Element]:
    if facts.summary:
        yield E.P(facts.summary)
    source = ", ".join(
        filter(None, (facts.author and f"By {facts.author}", facts.site, facts.published[:10]))
    )
    if source:
        yield E.P(source)
    if facts.link.startswith(("https://", "http://")):
        yield E.P(E.A("The original article", href=facts.link))
    if facts.license:
        yield E.P(f"Licence of the article: {facts.license}")
    if len(facts.chapters) > 1:
        long = facts.seconds >= 3600
        yield E.UL(*(E.LI(f"{_stamp(int(start), long)} {title}") for start, title in facts.chapters))
    if facts.quoted:
        yield E.P("Quoted in the article, and spoken by synthetic voices here: " + ", ".join(facts.quoted))
    if facts.readers:
        yield E.P(facts.readers)


def _stamp(seconds: int, long: bool) -> str:
    """ "03:20", or "1:03:20" in an episode of an hour and more: players make links of these."""
    minutes = f"{seconds // 60 % 60 if long else seconds // 60:02}:{seconds % 60:02}"
    return f"{seconds // 3600}:{minutes}" if long else minutes
