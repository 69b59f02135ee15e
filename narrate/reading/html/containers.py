"""The block elements of a page as a tree of containers: what each is called, and how much text it holds.

What a container is for is guessed from its tag, its role and the words in its class and id. None of this
decides anything by itself: it is evidence for `selection`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from lxml.etree import _Element

from narrate.reading.html.tags import names_of

FAR = 9
"""Levels between a line and a container that is not there, or too far away to matter."""

TAGS = (
    *("nav", "aside", "footer", "header", "article", "main", "section", "form", "figure", "blockquote"),
    *("ul", "ol", "dl", "table", "p", "address", "details", "label"),
)
"""Elements whose distance from a line says something about it."""

_NAMED = {
    "comments": r"comments?|commentary|disqus|respond|replies|reply|discussions?",
    "sharing": r"shar(?:e|es|ing)|social|follow|likes?|buttons?|btn|actions?",
    "related": (
        r"related|recommend\w*|recirc\w*|popular|trending|latest|similar"
        r"|teasers?|cards?|more|next|prev\w*|promo\w*"
    ),
    "advertising": r"ads?|adv|advert\w*|adslot|sponsor\w*|banner|outbrain|taboola|affiliate",
    "menu": (
        r"nav\w*|menus?|breadcrumbs?|pagination|pager|toolbar|tabs?|skip"
        r"|dropdown|links?|linklist|search"
    ),
    "side": r"sidebar|side|aside|rail|widgets?|secondary|complementary|sticky",
    "sign-up": (
        r"newsletters?|subscri\w+|sign|signup|login|register|paywall|consent"
        r"|cookies?|gdpr|modal|popup|overlay|dialog"
    ),
    "foot": r"foot|footer|bottom|copyright|legal|disclaimer|contentinfo",
    "head": r"header|masthead|topbar|top|logo|brand\w*|site",
    "byline": r"authors?|byline|bio|avatar|contributors?|profile|vcard|writer",
    "facts": (
        r"meta\w*|dates?|time|timestamp|published|tags?|categor\w+|info|details"
        r"|stats|count|topics?|kicker|labels?"
    ),
    "caption": (
        r"caption\w*|credits?|photos?|images?|img|gallery|media|figure|picture"
        r"|slides?|slideshow|video|player"
    ),
    "body": (
        r"articles?|posts?|entry|story|content|contents|body|text|main|copy"
        r"|prose|paragraph|rich|page|document|wysiwyg"
    ),
    "box": (
        r"infobox|navbox|toc|hatnote|box|boxout|factbox|panel|callout|embed\w*"
        r"|module|note|notice"
    ),
    "summary": (
        r"lede?|summary|intro|standfirst|dek|description|subtitle|subheadline"
        r"|abstract|excerpt|headline|title"
    ),
    "references": r"references?|reflist|bibliography|footnotes?|endnotes?|citations?|cites?|sources",
    "quotation": r"quotes?|pullquote|blockquote|tweet|twitter",
    "screen readers": (
        r"sr|hidden|visually|visuallyhidden|screen|reader|only|print|noprint"
        r"|mobile|desktop"
    ),
}  # fmt: skip
GROUPS = tuple(_NAMED)
_PATTERNS = [re.compile(pattern) for pattern in _NAMED.values()]
_TAG_COLUMNS = {tag: at for at, tag in enumerate(TAGS)}
_LONGEST = 1_200
"""Characters of names that are looked at."""
_WORD = re.compile(r"[a-z]+")


@dataclass(slots=True, eq=False)
class Container:
    """A block element, with the ones around it."""

    tag: str
    parent: Container | None
    distances: tuple[int, ...]
    """Levels up to the nearest element of each of TAGS, then to the nearest name of each of GROUPS."""
    depth: int
    like: str
    """Tag and names of the nearest element with a name: what a page makes by one template has the same."""
    lines: int = 0
    """Lines in it and below."""
    characters: int = 0
    """Of these lines."""
    linked: float = 0.0
    """Characters of these in links."""
    prose: int = 0
    """Characters in lines of a paragraph's length that are no links, in it and below."""
    own_prose: int = 0
    """The same, of its own lines."""
    near: int = 0
    """The same, of its own lines and those one level below."""
    members: list[int] = field(default_factory=list)
    """Indices of its own lines."""

    def add(self, index: int, characters: int, linked: float, *, is_prose: bool) -> None:
        """Take in a line of its own."""
        self.members.append(index)
        self.lines += 1
        self.characters += characters
        self.linked += characters * linked
        self.own_prose += characters * is_prose

    def close(self) -> None:
        """Hand what it holds on to the container around it; called once, when all of it is known."""
        self.prose += self.own_prose
        self.near += self.own_prose
        if self.parent is None:
            return
        self.parent.lines += self.lines
        self.parent.characters += self.characters
        self.parent.linked += self.linked
        self.parent.prose += self.prose
        self.parent.near += self.own_prose


def container_of(element: _Element, parent: Container | None) -> Container:
    """The container that an element makes inside another one."""
    tag = str(element.tag)
    names = names_of(element)
    distances = _one_level_down(parent)
    if tag in _TAG_COLUMNS:
        distances[_TAG_COLUMNS[tag]] = 0
    said = f"{names} {element.get('role', '')} {element.get('itemprop', '')}"
    if not said.isspace():
        for group in _groups(said[:_LONGEST]):
            distances[len(TAGS) + group] = 0
    like = tag
    depth = 0
    if parent is not None:
        like = parent.like
        depth = parent.depth + 1
    if names:
        like = f"{tag} {names}"
    return Container(tag, parent, tuple(distances), depth, like)


def _one_level_down(parent: Container | None) -> list[int]:
    """The distances from inside a container, before its own element is looked at."""
    if parent is None:
        return [FAR] * (len(TAGS) + len(GROUPS))
    return [distance + 1 if distance < FAR else FAR for distance in parent.distances]


@lru_cache(maxsize=4_096)
def _groups(names: str) -> tuple[int, ...]:
    """Which groups the words of a class or an id belong to."""
    words = set(_WORD.findall(names.lower()))
    groups = []
    for at, pattern in enumerate(_PATTERNS):
        if any(map(pattern.fullmatch, words)):
            groups.append(at)
    return tuple(groups)
