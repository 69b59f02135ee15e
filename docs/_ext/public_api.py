"""A directive that documents every name of a package's `__all__`: ```{public-api} PACKAGE."""

from __future__ import annotations

import inspect
from importlib import import_module

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective


class PublicApiDirective(SphinxDirective):
    """Functions, types and errors. autodoc is told each name, since they are imported when they are used."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        package = import_module(self.arguments[0])
        names = [name for name in package.__all__ if not name.startswith("__")]
        groups = {"Functions": [], "Types": [], "Errors": []}
        for name in names:
            groups[group_of(getattr(package, name))].append(name)
        lines: list[str] = []
        for title, members in groups.items():
            if members:
                lines += [title, "-" * len(title), ""]
            for name in members:
                lines += directive(package.__name__, name, getattr(package, name))
        return self.parse_text_to_nodes(
            "\n".join(["```{eval-rst}", *lines, "```"]), allow_section_headings=True
        )


def group_of(value: object) -> str:
    """The heading that a public value stands under."""
    if not inspect.isclass(value):
        return "Functions"
    return "Errors" if issubclass(value, BaseException) else "Types"


def directive(package: str, name: str, value: object) -> list[str]:
    """What tells autodoc to document a value."""
    if inspect.isclass(value):
        return [f".. autoclass:: {package}.{name}", "   :members:", "   :show-inheritance:", ""]
    if callable(value):
        return [f".. autofunction:: {package}.{name}", ""]
    return [f".. autodata:: {package}.{name}", ""]


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.add_directive("public-api", PublicApiDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
