"""Adding and removing episodes. The feed is written last, and what an older feed names stays until then."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path
from uuid import UUID, uuid5

from narrate.errors import FeedError
from narrate.feed import episode as episodes
from narrate.feed import files, rss, show
from narrate.feed.episode import Description, Episode
from narrate.feed.facts import Facts, facts_of
from narrate.feed.files import is_web_address
from narrate.feed.notes import notes
from narrate.feed.recording import Recording, recording
from narrate.feed.show import FEED, Show


@dataclass(frozen=True, slots=True)
class Added:
    """An episode that has been added."""

    episode: Episode
    updated: bool
    """True if the show had it already."""
    missing: tuple[str, ...]
    """What the episode could have but does not, a line each."""


@dataclass(frozen=True, slots=True)
class _Identity:
    """Which episode it is, and what its files are called."""

    name: str
    guid: str
    date: datetime
    revision: str
    """The name of its files, without their suffixes: "aleppo", then "aleppo.2"."""


def add(
    folder: Path, audio: Path, *, date: datetime | None = None, name: str = "", replaces: bool = False
) -> Added:
    """Copy a recording and the files beside it into a show, and build the feed.

    An episode of the same article is updated and keeps its guid; with `replaces`, so is any of the same name.
    `name` is what the episode's files are to be called, with a number if another one is called so; if it is
    empty they are called as the recording, and another one of that name is an error. Raises FeedError, and
    then the feed is as it was.
    """
    about = show.read(folder)
    found = recording(audio)
    facts = facts_of(audio, found.transcripts.get(".json"))
    within = folder / files.EPISODES
    known = {each.name: each for each in episodes.read_all(within)}
    guid = _guid(about, facts)
    earlier = _with_guid(guid, known.values())
    stem = earlier.name if earlier else _stem(audio, name, known)
    if earlier is None and stem in known:
        earlier = _replaced(known[stem], facts.title, replaces)
        guid = earlier.guid
    revision = _revision(within, stem, earlier, found)
    _copy(found, within, revision)
    identity = _Identity(stem, guid, date or _date(facts, earlier, audio), revision)
    episode = _episode(identity, found, facts)
    episodes.write(within, episode)
    build(folder)
    _discard(within, earlier, episode)
    return Added(episode, earlier is not None, found.missing)


def remove(folder: Path, name: str) -> Episode:
    """Take an episode out of the feed and remove its files. `name` is its own, its guid or a file of it."""
    show.read(folder)
    within = folder / files.EPISODES
    episode = _called(name, episodes.read_all(within))
    files.remove(within / f"{episode.name}.toml")
    build(folder)
    _discard(within, episode, None)
    return episode


def _called(name: str, known: Sequence[Episode]) -> Episode:
    """The episode that `name` means. Raises FeedError if there is none."""
    for episode in known:
        if _is_called(episode, name):
            return episode
    listed = ", ".join(episode.name for episode in known)
    raise FeedError("no such episode", name, listed or "the show has none")


def _is_called(episode: Episode, name: str) -> bool:
    """Whether `name` is the episode's guid or name, or the path of one of its files."""
    names = (episode.name, f"{episode.name}.toml", *episode.files)
    return name == episode.guid or Path(name).name in names


def build(folder: Path) -> bytes:
    """Write `feed.xml` from `show.toml` and the files of the episodes. Raises FeedError."""
    while True:
        content = feed(folder)
        files.put(folder / FEED, content)
        # Somebody else may have added an episode since it was read; the last of us sees them all.
        if feed(folder) == content:
            return content


def feed(folder: Path, address: str | None = None) -> bytes:
    """The feed as it has to be now; with `address`, as if the folder were there. Raises FeedError."""
    about = show.read(folder)
    if address is not None:
        about = replace(about, address=address)
    return rss.feed(about, episodes.read_all(folder / files.EPISODES))


def _guid(about: Show, facts: Facts) -> str:
    """From what the episode is about, so that the same article stays the same episode in any recording."""
    identity = facts.link or "\n".join((facts.title, facts.author, facts.published))
    return str(uuid5(UUID(about.guid), identity))


def _with_guid(guid: str, known: Iterable[Episode]) -> Episode | None:
    for episode in known:
        if episode.guid == guid:
            return episode
    return None


def _stem(audio: Path, name: str, known: Collection[str]) -> str:
    """What a new episode is called: a name that was asked for is made unique, the recording's is not."""
    return _free(name, known) if name else _name(audio.stem)


def _free(name: str, known: Collection[str]) -> str:
    """`name`, or the first of "name-2", "name-3" that is not known."""
    names = chain([name], (f"{name}-{number}" for number in count(2)))
    return next(each for each in names if each not in known)


def _replaced(other: Episode, title: str, replaces: bool) -> Episode:
    """The episode that has the name already. Raises FeedError if it is about something else."""
    if not replaces and other.title != title:
        problem = f'"{other.title}", another article, is the episode of that name'
        raise FeedError(problem, other.name, "rename the file, or use --replace to put this in its place")
    return other


def _revision(within: Path, stem: str, earlier: Episode | None, found: Recording) -> str:
    """What the files are called: as before if nothing has changed, else as no file of the old feed."""
    if earlier is None:
        return stem
    current = earlier.audio.removesuffix(found.audio.suffix.lower())
    if _is_unchanged(within, current, earlier, found):
        return current
    # A name has no dot of its own, so "aleppo.2" cannot be another episode.
    return f"{stem}.{_number(stem, earlier.audio) + 1}"


def _number(stem: str, audio: str) -> int:
    """2 for the file "aleppo.2.mp3" of the episode "aleppo"; 1 for "aleppo.mp3"."""
    match = re.fullmatch(re.escape(stem) + r"\.(\d+)\.\w+", audio)
    return int(match[1]) if match else 1


def _is_unchanged(within: Path, revision: str, earlier: Episode, found: Recording) -> bool:
    """Whether the episode has the same files, byte for byte."""
    names = {f"{revision}{suffix}": path for suffix, path in found}
    if set(names) != set(earlier.files):
        return False
    return all(files.same(path, within / name) for name, path in names.items())


def _copy(found: Recording, within: Path, revision: str) -> None:
    for suffix, path in found:
        target = within / f"{revision}{suffix}"
        # The recording may be the episode's own file.
        if not files.same(path, target):
            files.copy(path, target)


def _episode(identity: _Identity, found: Recording, facts: Facts) -> Episode:
    """What the feed is to say of a recording whose files have been copied."""
    revision = identity.revision
    known = {field.name: getattr(facts, field.name) for field in fields(Description)}
    known["seconds"] = round(facts.seconds, 3)
    known["link"] = facts.link if is_web_address(facts.link) else ""
    known["statement"] = facts.readers
    image = revision + found.image.suffix.lower() if found.image else ""
    transcripts = tuple(revision + suffix for suffix in found.transcripts)
    return Episode(
        **known,
        name=identity.name,
        guid=identity.guid,
        date=identity.date,
        audio=revision + found.audio.suffix.lower(),
        bytes=found.audio.stat().st_size,
        transcripts=transcripts,
        chapters=revision + ".chapters.json" if found.chapters else "",
        image=image,
        image_alt=facts.cover_alt if image else "",
        notes=notes(facts),
    )


def _discard(within: Path, earlier: Episode | None, now: Episode | None) -> None:
    """Remove what no feed names any more."""
    old = earlier.files if earlier else ()
    current = now.files if now else ()
    for name in set(old) - set(current):
        files.remove(within / name)


def _date(facts: Facts, earlier: Episode | None, audio: Path) -> datetime:
    """When the article says it was published, else as before, else when the audio was made."""
    stated = _stated(facts.published)
    if stated is not None:
        return stated
    return earlier.date if earlier else _changed(audio)


def _stated(published: str) -> datetime | None:
    """A whole date or moment; a date alone begins at midnight, UTC."""
    try:
        found = datetime.fromisoformat(published)
    except ValueError:
        return None
    return found.replace(tzinfo=found.tzinfo or UTC, microsecond=0)


def _changed(path: Path) -> datetime:
    return datetime.fromtimestamp(int(path.stat().st_mtime), UTC)


def _name(stem: str) -> str:
    """A name for addresses: ASCII letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "episode"
