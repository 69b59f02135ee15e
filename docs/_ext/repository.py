"""Pages that stand at the root of the repository, and links that leave the folder of the documentation.

CONTRIBUTING, SECURITY and CHANGELOG stay where people and hosting platforms look for them; their links are
written for that place. They become pages of the site here. A link to a file that is not part of it, such
as a test, becomes plain text.
"""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.application import Sphinx

PAGES = {"contributing": "CONTRIBUTING.md", "security": "SECURITY.md", "changelog": "CHANGELOG.md"}
_LINK = re.compile(r"\[(?P<text>[^\[\]]+)\]\((?P<target>[^()#\s:]+)(?P<anchor>#[\w-]+)?\)")


def read_root(app: Sphinx, name: str, content: list[str]) -> None:
    """Give a page of PAGES the text of its file, with links that are right in the documentation."""
    docs = Path(app.srcdir)
    if name in PAGES:
        path = docs.parent / PAGES[name]
        app.env.note_dependency(path)
        content[0] = _LINK.sub(from_docs, path.read_text(encoding="utf-8"))
    folder = (docs / name).parent

    def kept(link: re.Match[str]) -> str:
        """The link, or only its text if it leads out of the documentation."""
        target = (folder / link["target"]).resolve()
        return link[0] if target.is_relative_to(docs) else f"`{link['text'].strip('`')}`"

    content[0] = _LINK.sub(kept, content[0])


def from_docs(link: re.Match[str]) -> str:
    """A link that was written at the root, as it has to be in the folder of the documentation."""
    names = {filename: page for page, filename in PAGES.items()}
    target, anchor = link["target"], link["anchor"] or ""
    if target in names:
        target = f"{names[target]}.md"
    elif target.startswith("docs/"):
        target = target.removeprefix("docs/")
    else:
        target = f"../{target}"
    return f"[{link['text']}]({target}{anchor})"


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.connect("source-read", read_root)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
