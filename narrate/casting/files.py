"""voices/*.toml → Cast, strictly: whatever a file says that means nothing is an error with its line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from narrate.casting.folders import names, own_folder, voices_folder
from narrate.casting.tables import Source, read_cast
from narrate.errors import CastError
from narrate.model import Cast
from narrate.toml_tables import read_toml

TABLES = ("voices", "roles", "pools", "people")


def load_cast(name: str) -> Cast:
    """Load a cast by name, the user's own first, or from a file by its path ("mine.toml").

    A cast that `extends` another one has all that the other has, key by key, but for what it says itself.
    Raises CastError: no such cast, not TOML, an unknown key, a voice or value that is not there, a circle.
    """
    data, sources = _merged(name, Path(), ())
    return read_cast(name, data, sources)


def _merged(name: str, beside: Path, above: tuple[Path, ...]) -> tuple[dict[str, Any], list[Source]]:
    """The tables of a cast and of all that it extends, and the files that they come from, its own first."""
    path = _path(name, beside)
    source = Source(name, _text(path, name))
    data = _tables(source)
    base = data.pop("extends", None)
    if base is None:
        return data, [source]
    if path.resolve() in above:
        raise source.error(("extends",), "extends itself in a circle", "take one `extends` out")
    if not isinstance(base, str) or not _is_there(_path(base, path.parent)):
        known = "one of " + ", ".join(names()) + ", or a .toml file beside it"
        raise source.error(("extends",), f"extends an unknown cast, {base!r}", known)
    extended, sources = _merged(base, path.parent, (*above, path.resolve()))
    return _over(extended, data), [source, *sources]


def _tables(source: Source) -> dict[str, Any]:
    """What a cast file says, with the engine in every voice."""
    try:
        data = read_toml(source.text)
    except ValueError as error:
        raise CastError("the cast is not valid TOML", source.name, str(error)) from error
    for table in TABLES:
        if not isinstance(data.get(table, {}), dict):
            raise source.error((table,), f"`{table}` has to be a table", f"write it as [{table}]")
    _name_engines(data)
    return data


def _path(name: str, beside: Path) -> Path:
    if name.endswith(".toml"):
        return beside / name
    own = own_folder() / f"{name}.toml"
    return own if _is_there(own) else voices_folder() / own.name


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # no path of a file, such as one that is too long
        return False


def _text(path: Path, name: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise CastError("no such cast", name, "one of " + ", ".join(names()) + ", or a .toml file") from None
    except (OSError, ValueError) as error:  # ValueError: not UTF-8, or a NUL in the name
        raise CastError("cannot read the cast", name, str(error)) from error


def _name_engines(data: dict[str, Any]) -> None:
    """Give every voice the engine of its file, so that it keeps it in a cast with another one."""
    engine = data.get("engine")
    for voice in data.get("voices", {}).values():
        if engine is not None and isinstance(voice, dict):
            voice.setdefault("engine", engine)


def _over(base: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """`data` on top of `base`: tables and voices key by key, everything else as a whole."""
    merged = {**base, **data}
    for table in TABLES:
        merged[table] = {**base.get(table, {}), **data.get(table, {})}
    base_voices = base.get("voices", {})
    for name, voice in data.get("voices", {}).items():
        if isinstance(voice, dict):
            merged["voices"][name] = {**base_voices.get(name, {}), **voice}
    return merged
