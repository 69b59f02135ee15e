"""What a reader of a web page sees, read by another parser than ours (Lexbor), node by node.

Nothing here is shared with `narrate.reading`: it is what that is checked against.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

INVISIBLE = frozenset(
    (
        *("script", "style", "template", "head", "title", "noscript", "noframes", "datalist", "rp"),
        *(
            "iframe",
            "object",
            "embed",
            "canvas",
            "audio",
            "video",
            "map",
            "annotation",
            "annotation-xml",
            "desc",
        ),
    )
)
"""Elements that browsers with scripts do not show (HTML, 15.3.1; MathML Core, 2.2; SVG 2, 5.9)."""
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def visible_texts(markup: str) -> list[str]:
    """The text nodes that are shown, in order, none of them blank."""
    root = LexborHTMLParser(markup).root
    return list(_texts(root)) if root is not None else []


def _texts(node: LexborNode) -> Iterator[str]:
    stack = [node]
    while stack:
        at = stack.pop()
        if at.tag == "-text":
            if text := (at.text_content or "").strip():
                yield text
        elif not _is_invisible(at):
            stack += reversed(list(at.iter(include_text=True)))


def _is_invisible(node: LexborNode) -> bool:
    attributes = node.attributes
    return (
        node.tag in INVISIBLE
        or "hidden" in attributes
        or (node.tag == "dialog" and "open" not in attributes)
        or _UNSEEN.search(attributes.get("style") or "") is not None
    )


def folded(text: str) -> str:
    """Letters and digits alone: superscripts are digits again; white space and punctuation do not count."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def missing(markup: str, source: str) -> list[str]:
    """The visible texts that are not in a source, or not as often as they are seen."""
    texts = [folded(text) for text in visible_texts(markup)]
    whole = folded(source)
    lost = [text for text in texts if text not in whole]
    rest = Counter("".join(texts)) - Counter(whole)
    return lost or ["".join(rest.elements())] * bool(rest)
