"""Adding and removing episodes. The feed is written last, and what an older feed names stays until then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from narrate.errors import FeedError
from narrate.feed import episode as episodes
from narrate.feed import files, rss, show
from narrate.feed.addresses import encoded, is_web_address
from narrate.feed.episode import Description, Episode
from narrate.feed.facts import Facts, facts_of
from narrate.feed.matching import Alike, Match, likeliest
from narrate.feed.naming import guid_of, name_of, new_guid, revision_of, stem_of
from narrate.feed.notes import notes
from narrate.feed.recording import Recording, recording
from narrate.feed.show import FEED, Show

Conflicts = Literal["refuse", "replace", "new"]
"""Of an episode that may be in the way: an error, or its place is taken, or it stays and another is added."""


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
    folder: Path,
    audio: Path,
    *,
    date: datetime | None = None,
    name: str = "",
    conflicts: Conflicts = "refuse",
) -> Added:
    """Copy a recording and the files beside it into a show, and build the feed.

    An episode of the same article is updated and keeps its guid. `name` is what the episode's files are to be
    called, with a number if another one is called so; if it is empty they are called as the recording.
    `conflicts` says what becomes of another episode that has this name, or that may be of the same article.
    Raises FeedError, and then the feed is as it was.
    """
    about = show.read(folder)
    found = recording(audio)
    facts = facts_of(audio, found.transcripts.get(".json"))
    within = folder / files.EPISODES
    known = {each.name: each for each in episodes.read_all(within)}
    alike = _alike(about, facts, name or name_of(audio))
    match, episode = likeliest(within, known.values(), found, facts, alike)
    earlier = _earlier(match, episode, conflicts)
    stem = earlier.name if earlier else stem_of(audio, name, known, unique=conflicts == "new")
    if earlier is None and stem in known:
        earlier = _replaced(known[stem], conflicts)
    guid = earlier.guid if earlier else new_guid(about, facts, found, known.values())
    revision = revision_of(within, stem, earlier, found)
    _copy(found, within, revision)
    identity = _Identity(stem, guid, date or _date(facts, earlier, audio), revision)
    added = _episode(identity, found, facts)
    episodes.write(within, added)
    build(folder)
    _discard(within, earlier, added)
    return Added(added, earlier is not None, found.missing)


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


def _alike(about: Show, facts: Facts, name: str) -> Alike:
    """What tells the episodes that have the guid which is made of these facts, or this name."""
    guid = guid_of(about, facts)

    def is_alike(episode: Episode) -> bool:
        return guid == episode.guid or name == episode.name

    return is_alike


def _earlier(match: Match, episode: Episode | None, conflicts: Conflicts) -> Episode | None:
    """The episode to update; None if another one is to be added. Raises FeedError if nothing tells which."""
    if episode is None or match is Match.OTHER or conflicts == "new":
        return None
    if match is Match.UNSURE and conflicts == "refuse":
        problem = f'nothing tells whether this is "{episode.title}" again or another article of that title'
        remedy = "narrate feed add with --replace updates that episode, with --new it adds another"
        raise FeedError(problem, episode.name, remedy)
    return episode


def _replaced(other: Episode, conflicts: Conflicts) -> Episode:
    """The episode of another article that has the name. Raises FeedError unless it may be replaced."""
    if conflicts != "replace":
        problem = f'"{other.title}", another article, is the episode of that name'
        raise FeedError(problem, other.name, "rename the file, or use --replace to put this in its place")
    return other


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
    known["link"] = encoded(facts.link) if is_web_address(facts.link) else ""
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
