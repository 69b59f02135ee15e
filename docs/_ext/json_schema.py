"""A directive that lists the keys of a JSON Schema as tables: ```{schema} FILE."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

Schema = dict[str, Any]


class SchemaDirective(SphinxDirective):
    """One table for the document, and one for every object in it."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        _, filename = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(filename)
        schema = json.loads(Path(filename).read_text(encoding="utf-8"))
        lines: list[str] = []
        for path, table in tables("", schema):
            if path:
                lines += [f"**`{path}`**", ""]
            lines += ["| Key | Type | Meaning |", "|---|---|---|", *rows(table), ""]
        return self.parse_text_to_nodes("\n".join(lines))


def tables(path: str, schema: Schema) -> Iterator[tuple[str, Schema]]:
    """Every object of a schema with its path, such as `segments[].words[]`, from the outside in."""
    if schema.get("type") == "array":
        yield from tables(f"{path}[]", schema["items"])
    if "properties" in schema:
        yield path, schema
        for key, inner in schema["properties"].items():
            yield from tables(f"{path}.{key}".lstrip("."), inner)


def rows(schema: Schema) -> Iterator[str]:
    """A line for every key."""
    for key, inner in schema["properties"].items():
        optional = "" if key in schema["required"] else " *(optional)*"
        yield f"| `{key}`{optional} | {kind(inner)} | {meaning(inner)} |"


def kind(schema: Schema) -> str:
    """The type of a value, in words."""
    if "const" in schema:
        return f"`{json.dumps(schema['const'])}`"
    if "enum" in schema:
        return "one of those named" if len(schema["enum"]) > 3 else ", ".join(map(str_of, schema["enum"]))
    named = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return " or ".join(named)


def str_of(value: object) -> str:
    """A constant as JSON has it."""
    return f"`{json.dumps(value)}`"


def meaning(schema: Schema) -> str:
    """What a value means, with the values that it may have."""
    text = str(schema.get("description", ""))
    if len(schema.get("enum", ())) > 3:
        text += "; one of " + ", ".join(map(str_of, schema["enum"]))
    return text.replace("|", "\\|")


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.add_directive("schema", SchemaDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
