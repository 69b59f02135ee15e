"""`episodes/<name>.toml`: what the feed says of an episode. The feed is made from these files alone."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from narrate.errors import FeedError
from narrate.feed import files
from narrate.feed.episode_checks import problems
from narrate.toml_tables import read_toml


@dataclass(frozen=True, slots=True)
class Voice:
    """A synthetic voice that is heard."""

    engine: str
    voice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What listeners are told of an episode; what is not known is empty."""

    title: str
    seconds: float
    """Length of the audio, decoded."""
    language: str = ""
    """BCP 47 tag; empty for the show's own language."""
    summary: str = ""
    """The first words of the article."""
    author: str = ""
    """Of the article, as it states it."""
    site: str = ""
    """Who published the article."""
    link: str = ""
    """The article's address."""
    license: str = ""
    """The article's, if it states one."""
    quoted: tuple[str, ...] = ()
    """Whose words are spoken in voices of their own."""
    statement: str = ""
    """A sentence that tells listeners that the voices are synthetic; empty if nothing is known of them."""
    voices: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode(Description):
    """What the feed says of an episode. Its files are in the same folder as `name`.toml."""

    name: str
    """Of its own file, without the suffix."""
    guid: str
    date: datetime
    """When it was published, with a time zone."""
    audio: str
    """File name."""
    bytes: int
    """Size of the audio file."""
    transcripts: tuple[str, ...] = ()
    """File names."""
    chapters: str = ""
    """File name; empty if there is none."""
    image: str = ""
    """File name; empty if there is none."""
    image_alt: str = ""
    notes: str = ""
    """Show notes: HTML of paragraphs, links and lists, which is what Apple shows."""

    @property
    def files(self) -> tuple[str, ...]:
        """The names of all its files."""
        return tuple(filter(None, (self.audio, *self.transcripts, self.chapters, self.image)))


def write(folder: Path, episode: Episode) -> None:
    """Write an episode's file into `folder`, without what is empty. Raises FeedError."""
    import tomli_w

    values = asdict(episode)
    del values["name"]
    stated = {key: value for key, value in values.items() if value}
    content = tomli_w.dumps(stated, multiline_strings=True)
    files.put(folder / f"{episode.name}.toml", content.encode())


def read_all(folder: Path) -> list[Episode]:
    """All episodes in `folder`, the newest first. Raises FeedError for a file with a mistake."""
    episodes = [read(path) for path in folder.glob("*.toml")]
    return sorted(episodes, key=lambda episode: (-episode.date.timestamp(), episode.name))


def read(path: Path) -> Episode:
    """Read an episode's file. Raises FeedError."""
    if not path.is_file():
        raise FeedError("an episode has no file", path, "put it back, or remove what is there")
    try:
        data = read_toml(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:  # ValueError: not UTF-8, or not TOML
        raise FeedError("cannot read the episode", path, str(error)) from error
    problem = next(problems(data), None)
    if problem is not None:
        raise FeedError(problem, path, "correct it, or add the episode again")
    data["date"] = _moment(data["date"])
    data["voices"] = [Voice(**voice) for voice in data.get("voices", ())]
    values = {key: _frozen(value) for key, value in data.items()}
    return Episode(name=path.stem, **values)


def _frozen(value: object) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _moment(stated: date) -> datetime:
    """A day begins at midnight; a moment without a time zone is taken as UTC."""
    if not isinstance(stated, datetime):
        return datetime(stated.year, stated.month, stated.day, tzinfo=UTC)
    return stated if stated.tzinfo else stated.replace(tzinfo=UTC)
