"""`show.toml`: what a podcast says of itself. The user edits it; we write it once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from narrate.errors import FeedError
from narrate.feed import categories, files
from narrate.feed.addresses import encoded
from narrate.feed.episode_checks import is_file_name
from narrate.toml_tables import read_toml

NAME = "show.toml"
FEED = "feed.xml"
ARTWORK = "artwork.jpg"
NAMESPACE = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""Podcasting 2.0, "guid": the namespace of podcasts."""


@dataclass(frozen=True, slots=True)
class Show:
    """A podcast, as `show.toml` describes it. Fields without a default are required."""

    title: str
    description: str
    """What it is about, in a few sentences; at most 4000 bytes."""
    author: str
    """Who makes it: a person or an organisation."""
    category: tuple[str, ...]
    """Apple's categories, the best first: "News", "News > Daily News"."""
    language: str
    """BCP 47 tag."""
    link: str
    """Its web page."""
    address: str
    """Where the folder will be on the web; ends with "/". The feed is `feed.xml` in it."""
    owner_name: str = ""
    """Whom directories write to; the author if it is empty."""
    owner_email: str = ""
    artwork: str = ARTWORK
    """A file in the folder."""
    artwork_alt: str = ""
    """What it shows, for those who cannot see it."""
    explicit: bool = False
    locked: bool = True
    """Whether other hosts are asked not to import it."""
    license: str = ""
    """Of the recordings: a name of the SPDX list, or an address."""
    copyright: str = ""
    """Who holds it, without the sign and the year."""
    medium: str = "podcast"
    guid: str = ""
    """Never changes, even when the show moves; made from the first address."""

    @property
    def feed_address(self) -> str:
        """Where the feed will be."""
        return self.address + FEED


_COMMENTS = {
    "category": 'Apple\'s: "News" or "News > Daily News", the best first.',
    "address": "Where this folder will be on the web; the feed is feed.xml in it.",
    "link": "The show's web page.",
    "owner_email": "Directories write to it; everybody can read it in the feed.",
    "artwork": "JPEG or PNG, square, 1400 to 3000 pixels, RGB.",
    "locked": "Whether other hosts are asked not to import it.",
    "license": "Of the recordings: a name such as cc-by-4.0, or an address.",
    "guid": "Keep it for ever, also when the show moves.",
}
_REQUIRED = tuple(field.name for field in fields(Show) if field.default is MISSING)
_DEFAULTS: dict[str, Any] = {
    field.name: field.default for field in fields(Show) if field.default is not MISSING
}


def create(folder: Path, values: Mapping[str, Any]) -> tuple[str, ...]:
    """Write `show.toml` into `folder`, which is made, and return what has still to be filled in.

    Raises FeedError if there is a show already, and for an unknown category or an address that is not one.
    """
    path = folder / NAME
    if path.exists():
        raise FeedError("there is a show already", path, "edit that file")
    data = _completed(values)
    _check_categories(data["category"])
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FeedError("cannot make the folder", folder, error.strerror or str(error)) from error
    files.put(path, _written(data).encode())
    return _missing(data)


def _completed(values: Mapping[str, Any]) -> dict[str, Any]:
    """`values` with what is empty, has a default, or follows from the address."""
    empty: dict[str, Any] = dict.fromkeys(_REQUIRED, "")
    empty["category"] = ()
    data = empty | _DEFAULTS | dict(values)
    data["address"] = _address(str(data["address"]))
    data["link"] = data["link"] or data["address"]
    if data["address"] and not data["guid"]:
        data["guid"] = guid(data["address"] + FEED)
    return data


def _missing(data: Mapping[str, Any]) -> tuple[str, ...]:
    """Required keys that have no value yet."""
    return tuple(name for name in _REQUIRED if not data.get(name))


def read(folder: Path) -> Show:
    """Read a show. Raises FeedError: no show, not TOML, an unknown key, a wrong value, something missing."""
    data = _table(folder)
    missing = _missing(data)
    if missing:
        raise FeedError("the show lacks " + ", ".join(missing), folder / NAME, "fill that in")
    _check_categories(data["category"])
    category = tuple(data["category"])
    address = _address(data["address"])
    show = Show(**{**data, "category": category, "address": address})
    if not show.guid:
        return _with_guid(folder, show, data)
    if not _is_guid(show.guid):
        raise FeedError("the show's guid is not a UUID", show.guid, 'write guid = "" to have one made')
    return show


def guid(address: str) -> str:
    """Podcasting 2.0, "guid": from the feed's address without scheme and trailing slashes."""
    bare = re.sub(r"^[a-z]+://", "", address, flags=re.IGNORECASE).rstrip("/")
    return str(uuid5(NAMESPACE, bare))


def _is_guid(text: str) -> bool:
    try:
        return bool(UUID(text))
    except ValueError:
        return False


def _with_guid(folder: Path, show: Show, data: Mapping[str, Any]) -> Show:
    """Write the guid into the user's file, because it must not change when the address does."""
    path = folder / NAME
    line = f'guid = "{guid(show.feed_address)}"'
    text = path.read_text(encoding="utf-8")
    replaced = re.sub(r"^guid\s*=.*$", line, text, flags=re.MULTILINE)
    settled = replaced if "guid" in data else f"{text}\n{line}\n"
    files.put(path, settled.encode())
    return read(folder)


def _table(folder: Path) -> dict[str, Any]:
    path = folder / NAME
    try:
        data = read_toml(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        raise FeedError("no show here", folder, "make one with narrate feed init") from None
    except (OSError, ValueError) as error:  # ValueError: not UTF-8, or not TOML
        raise FeedError("cannot read the show", path, str(error)) from error
    for name, value in data.items():
        _check_type(name, value, path)
    return data


def _check_type(name: str, value: object, path: Path) -> None:
    known = (*_REQUIRED, *_DEFAULTS)
    if name not in known:
        raise FeedError(f"unknown key in {path.name}", name, "one of " + ", ".join(known))
    if name == "artwork" and isinstance(value, str) and not _is_path_inside(value):
        raise FeedError(f"artwork is not a file in the show's folder in {path.name}", value, _example(name))
    if not _is_right(name, value):
        raise FeedError(f"{name} has a value of the wrong kind in {path.name}", value, _example(name))


def _is_right(name: str, value: object) -> bool:
    """Whether a value has the type of its key."""
    if name == "category":
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    kind = bool if _is_switch(name) else str
    return isinstance(value, kind)


def _is_path_inside(value: str) -> bool:
    """Whether the artwork can be a file below the show's folder, on any system; it may be left empty."""
    parts = value.split("/")
    return value == "" or all(map(is_file_name, parts))


def _is_switch(name: str) -> bool:
    return isinstance(_DEFAULTS.get(name), bool)


def _example(name: str) -> str:
    if name == "category":
        return 'write it as ["News"]'
    if name == "artwork":
        return 'write the name of a JPEG or PNG, such as "artwork.jpg"'
    return "write true or false" if _is_switch(name) else "write it in quotation marks"


def _check_categories(names: Iterable[str]) -> None:
    for name in names:
        if not categories.is_known(name):
            raise FeedError("Apple has no such category", name, categories.advice(name))


def _address(address: str) -> str:
    """In ASCII, with a slash at its end; "" stays. Raises FeedError if it is not an address on the web."""
    if not address:
        return ""
    if not re.fullmatch(r"https?://[^/\s]+(/[^\x00-\x1f\x7f]*)?", address):
        raise FeedError("not a web address", address, "such as https://example.org/show/")
    if "@" in address.split("/")[2]:
        raise FeedError("the address holds a password, which the feed would tell", address, "leave it out")
    in_ascii = encoded(address.strip())
    return in_ascii if in_ascii.endswith("/") else in_ascii + "/"


def _written(data: Mapping[str, Any]) -> str:
    """The content of `show.toml`, with comments.

    Strings of JSON are strings of TOML (1.0, "String"), once they hold no control characters.
    """
    lines = []
    for field in fields(Show):
        name = field.name
        if name in _COMMENTS:
            lines.append(f"\n# {_COMMENTS[name]}")
        value = data[name]
        if isinstance(value, str):
            value = files.clean(value)
        lines.append(f"{name} = {json.dumps(value, ensure_ascii=False)}")
    return "\n".join(lines).lstrip() + "\n"
