"""What an episode is called: its guid for programs, its name, and the names of its files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from itertools import chain, count
from pathlib import Path
from uuid import UUID, uuid5

from narrate.feed import files
from narrate.feed.episode import Episode
from narrate.feed.facts import Facts, told_in
from narrate.feed.recording import Recording
from narrate.feed.show import Show
from narrate.file_names import LONGEST, allowed, shortened


def new_guid(about: Show, facts: Facts, found: Recording, known: Iterable[Episode]) -> str:
    """From what the episode is about, so that an article gives the same guid in any folder.

    Where another article has the same title, author and date, the content makes the difference.
    """
    identity = _identity(facts)
    taken = {episode.guid for episode in known}
    guids = (_made_of(about, each) for each in chain([identity], _told_apart(identity, found)))
    return next(guid for guid in guids if guid not in taken)


def guid_of(about: Show, facts: Facts) -> str:
    """What the guid of an article is, if no other article is called alike."""
    return _made_of(about, _identity(facts))


def _identity(facts: Facts) -> str:
    return facts.link or "\n".join((facts.title, facts.author, facts.published))


def _made_of(about: Show, identity: str) -> str:
    return str(uuid5(UUID(about.guid), identity))


def _told_apart(identity: str, found: Recording) -> Iterator[str]:
    """`identity` with what is said, and then with a number: somebody may want the same recording twice."""
    transcript = found.transcripts.get(".json")
    text = told_in(transcript).text if transcript else ""
    content = text.encode("utf-8", "replace") or found.audio.read_bytes()
    digest = sha256(content).hexdigest()
    yield f"{identity}\n{digest}"
    for number in count(2):
        yield f"{identity}\n{digest}\n{number}"


def stem_of(audio: Path, name: str, known: Collection[str], *, unique: bool) -> str:
    """What a new episode is called: a name that was asked for is made unique, the recording's if `unique`."""
    if name or unique:
        return _free(name or name_of(audio), known)
    return name_of(audio)


def _free(name: str, known: Collection[str]) -> str:
    """`name`, or the first of "name-2", "name-3" that is not known."""
    names = chain([name], (f"{name}-{number}" for number in count(2)))
    return next(each for each in names if each not in known)


def revision_of(within: Path, stem: str, earlier: Episode | None, found: Recording) -> str:
    """What the files are called: as before if nothing has changed, else as no file of the old feed."""
    if earlier is None:
        return stem
    current = earlier.audio.removesuffix(found.audio.suffix.lower())
    if _is_unchanged(within, current, earlier, found):
        return current
    # A name has no dot of its own, so "aleppo.2" cannot be another episode.
    return f"{_not_too_long(stem)}.{_number(earlier.audio) + 1}"


def _number(audio: str) -> int:
    """2 for the file "aleppo.2.mp3" of the episode "aleppo"; 1 for "aleppo.mp3"."""
    match = re.fullmatch(r".*\.(\d+)\.\w+", audio)
    return int(match[1]) if match else 1


def _not_too_long(stem: str) -> str:
    """The name of an episode, or of a very long one its beginning and a mark that no other has."""
    if shortened(stem) == stem:
        return stem
    digest = sha256(stem.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{shortened(stem, LONGEST - 9)}-{digest}"


def _is_unchanged(within: Path, revision: str, earlier: Episode, found: Recording) -> bool:
    """Whether the episode has the same files, byte for byte."""
    names = {f"{revision}{suffix}": path for suffix, path in found}
    if set(names) != set(earlier.files):
        return False
    return all(files.same(path, within / name) for name, path in names.items())


def name_of(audio: Path) -> str:
    """A name for addresses: ASCII letters, digits and hyphens, and not that of a device of Windows."""
    plain = unicodedata.normalize("NFKD", audio.stem).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))
    return allowed(shortened(words)) or "episode"
