"""`episodes/<name>.toml`: what the feed says of an episode. The feed is made from these files alone."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from narrate.errors import FeedError
from narrate.feed import files


@dataclass(frozen=True, slots=True)
class Voice:
    """A synthetic voice that is heard."""

    engine: str
    voice: str


@dataclass(frozen=True, slots=True)
class Episode:
    """What the feed says of an episode. Files lie beside the episode's own."""

    name: str
    """The file's, without its suffix."""
    title: str
    guid: str
    date: datetime
    """When it was published; aware of its time zone."""
    audio: str
    """File name."""
    bytes: int
    """Size of the audio file."""
    seconds: float
    """Length of the audio, decoded."""
    language: str = ""
    """BCP 47 tag; empty where the show's holds."""
    summary: str = ""
    """The first words of the article."""
    author: str = ""
    """Of the article, as it names them."""
    site: str = ""
    """Who published the article."""
    link: str = ""
    """The article's address."""
    license: str = ""
    """The article's, where it states one."""
    quoted: tuple[str, ...] = ()
    """Whose words are spoken in voices of their own."""
    statement: str = ""
    """That the voices are synthetic, for listeners; empty where nothing is known of the audio."""
    voices: tuple[Voice, ...] = ()
    transcripts: tuple[str, ...] = ()
    """File names."""
    chapters: str = ""
    """File name; empty where there is none."""
    image: str = ""
    """File name; empty where there is none."""
    image_alt: str = ""
    notes: str = ""
    """Show notes: HTML of paragraphs, links and lists, which is what Apple shows."""

    @property
    def files(self) -> tuple[str, ...]:
        """Every file that it consists of."""
        return tuple(filter(None, (self.audio, *self.transcripts, self.chapters, self.image)))


def write(folder: Path, episode: Episode) -> None:
    """Write an episode's file into `folder`."""
    import tomli_w

    data = {key: value for key, value in asdict(episode).items() if value and key != "name"}
    files.put(folder / f"{episode.name}.toml", tomli_w.dumps(data, multiline_strings=True).encode())


def read_all(folder: Path) -> list[Episode]:
    """All episodes in `folder`, the newest first. Raises FeedError for a file with a mistake."""
    episodes = [read(path) for path in folder.glob("*.toml")]
    return sorted(episodes, key=lambda episode: (-episode.date.timestamp(), episode.name))


def read(path: Path) -> Episode:
    """Read an episode's file. Raises FeedError."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        problem = next(_problems(data), None)
        if problem:
            raise FeedError(problem, path, "add the episode again")
        data["voices"] = tuple(Voice(**voice) for voice in data.get("voices", ()))
    except (OSError, ValueError, TypeError) as error:  # ValueError: not UTF-8, or not TOML
        raise FeedError("cannot read the episode", path, str(error)) from error
    if data["date"].tzinfo is None:
        data["date"] = data["date"].replace(tzinfo=UTC)
    lists = {key: tuple(value) for key, value in data.items() if isinstance(value, list)}
    return Episode(path.stem, **data | lists)


_KINDS: dict[str, type | tuple[type, ...]] = {
    "str": str, "int": int, "float": (int, float), "datetime": datetime,
    "tuple[str, ...]": list, "tuple[Voice, ...]": list,
}  # fmt: skip


def _problems(data: dict[str, Any]) -> Iterator[str]:
    known = {field.name: _KINDS[str(field.type)] for field in fields(Episode) if field.name != "name"}
    for key in ("title", "guid", "date", "audio", "bytes", "seconds"):
        if key not in data:
            yield f"the episode lacks {key}"
    for key, value in data.items():
        if key not in known:
            yield f"unknown key {key} in the episode"
        elif not isinstance(value, known[key]):
            yield f"{key} has a value of the wrong kind in the episode"
    names = [data.get(key, "") for key in ("audio", "chapters", "image")]
    if any("/" in str(name) or "\\" in str(name) for name in (*names, *data.get("transcripts", ()))):
        yield "a file is not beside the episode's own"
