"""`feed serve`, by requests as players make them (RFC 9110)."""

from __future__ import annotations

import email
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest

from narrate import feed
from narrate.errors import FeedError
from narrate.feed.serving import bound
from tests.feed.serving import ask, served

AUDIO = "/episodes/ferry.mp3"
UNPUBLISHED = (
    *("notes.json", "draft.txt", "ferry.mp3", "cover.png", "feed.xml.bak", "old.xml", "drafts/ferry.txt"),
    *("episodes/ferry.html", "episodes/draft.txt", "episodes/notes.json", "episodes/other.mp3"),
    *("episodes/.ferry.txt", ".narrate-0123456789ab.part", "episodes/ferry.1.vtt"),
)
"""What may lie in the folder of a show, and is in no feed."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, master: Path, recorded: Path) -> Path:
    """A show with one episode, and something beside it that is nobody's business."""
    folder = shutil.copytree(master, tmp_path_factory.mktemp("served") / "show")
    feed.add(folder, recorded)
    (folder.parent / "secret.txt").write_text("secret")
    (folder / ".hidden.txt").write_text("secret")
    for name in UNPUBLISHED:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("secret")
    (folder / "episodes" / "inside.txt").symlink_to(folder / "notes.json")
    (folder / "outside.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "beside").symlink_to(folder.parent)
    return folder


@pytest.fixture(scope="module")
def port(folder: Path) -> Iterator[int]:
    """Where it is served."""
    with served(folder) as port:
        yield port


@pytest.fixture(scope="module")
def audio(folder: Path) -> bytes:
    """The bytes of the episode."""
    return (folder / AUDIO[1:]).read_bytes()


def test_the_feed_leads_to_this_machine(port: int, folder: Path) -> None:
    """Whatever address it will have on the web; the file is not changed, and the guid is the same."""
    before = (folder / "feed.xml").read_bytes()
    answer = ask(port, "/feed.xml")
    assert (answer.status, answer.fields["content-type"]) == (200, "application/rss+xml; charset=utf-8")
    (enclosure,) = feedparser.parse(answer.body).entries[0].enclosures
    assert enclosure.href == f"http://127.0.0.1:{port}{AUDIO}"
    assert feed.read(folder).guid.encode() in answer.body
    assert b"pod.example" not in re.sub(rb"per@pod\.example|<link>.*</link>", b"", answer.body)
    assert (folder / "feed.xml").read_bytes() == before


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (AUDIO, "audio/mpeg"),
        ("/artwork.jpg", "image/jpeg"),
        ("/episodes/ferry.jpg", "image/jpeg"),
        ("/episodes/ferry.vtt", "text/vtt"),
        ("/episodes/ferry.srt", "application/x-subrip"),
        ("/episodes/ferry.json", "application/json"),
        ("/episodes/ferry.txt", "text/plain"),
        ("/episodes/ferry.chapters.json", "application/json+chapters"),
    ],
)
def test_every_file_has_its_type(port: int, folder: Path, path: str, kind: str) -> None:
    """Whole, with its length; HEAD says the same and gives nothing."""
    content = (folder / path[1:]).read_bytes()
    answer, head = ask(port, path), ask(port, path, "HEAD")
    assert (answer.status, answer.body) == (200, content)
    assert answer.fields["content-type"].partition(";")[0] == kind
    assert (head.status, head.body) == (200, b"")
    assert head.fields["content-length"] == answer.fields["content-length"] == str(len(content))
    assert head.fields["accept-ranges"] == "bytes"


@pytest.mark.parametrize(
    "path",
    [
        *(f"/{name}" for name in UNPUBLISHED),
        *(
            "/.hidden.txt",
            "/show.toml",
            "/people.toml",
            "/episodes/ferry.toml",
            "/episodes",
            "/episodes/",
            "/",
        ),
        *(
            "/outside.txt",
            "/episodes/inside.txt",
            "/beside/secret.txt",
            "/../secret.txt",
            "/%2e%2e/secret.txt",
        ),
        *(
            "/episodes/../notes.json",
            "/episodes/..%2fnotes.json",
            "/episodes%2f..%2fnotes.json",
            "//notes.json",
        ),
        *("/NOTES.JSON", "/notes.json%00.jpg", "/notes.json?/artwork.jpg", "/episodes/..%5cnotes.json"),
    ],
)
def test_what_is_not_published_is_not_there(port: int, path: str) -> None:
    """Whatever it is called, and however its path is written: the feed does not name it."""
    for method in ("GET", "HEAD", "POST", "PROPFIND"):
        answer = ask(port, path, method)
        assert answer.status in (404, 405)
        assert b"secret" not in answer.body


def test_a_link_in_the_place_of_an_episode_leads_to_nothing_else(
    master: Path, recorded: Path, tmp_path: Path
) -> None:
    """A file that the feed names may be a link to one that it does not."""
    folder = shutil.copytree(master, tmp_path / "show")
    feed.add(folder, recorded)
    (folder / "notes.json").write_text("secret")
    (folder / "episodes" / "ferry.json").unlink()
    (folder / "episodes" / "ferry.json").symlink_to(folder / "notes.json")
    with served(folder) as port:
        assert ask(port, "/episodes/ferry.json").status == 404
        assert ask(port, "/episodes/ferry.vtt").status == 200


def test_an_artwork_that_is_no_picture_is_not_given_out(master: Path, tmp_path: Path) -> None:
    """What the show's own file names is published only if it is what a feed holds."""
    folder = shutil.copytree(master, tmp_path / "show")
    about = (folder / "show.toml").read_text(encoding="utf-8")
    named = re.sub(r"^artwork = .*$", 'artwork = "show.toml"', about, flags=re.M)
    (folder / "show.toml").write_text(named, encoding="utf-8")
    with served(folder) as port:
        assert ask(port, "/show.toml").status == 404


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("0-0", 0, 0), ("0-99", 0, 99), ("1000-", 1000, -1), ("-500", -500, -1), ("5-99999999", 5, -1)],
)
def test_a_range_is_given(port: int, audio: bytes, asked: str, first: int, last: int) -> None:
    """Its bytes and no others, with 206 and where they are from; a suffix, too."""
    size = len(audio)
    first, last = first % size, last % size
    answer = ask(port, AUDIO, Range=f"bytes={asked}")
    assert (answer.status, answer.body) == (206, audio[first : last + 1])
    assert answer.fields["content-range"] == f"bytes {first}-{last}/{size}"
    assert answer.fields["content-length"] == str(last - first + 1)


def test_several_ranges_come_in_parts(port: int, audio: bytes) -> None:
    """As multipart/byteranges, each part with its type and place."""
    answer = ask(port, AUDIO, Range="bytes=0-9,100-119,-5")
    kind = answer.fields["content-type"]
    assert (answer.status, kind.partition(";")[0]) == (206, "multipart/byteranges")
    assert answer.fields["content-length"] == str(len(answer.body))
    message = email.message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + answer.body)
    size = len(audio)
    found = [
        (part["content-type"], part["content-range"]) for part in message.walk() if not part.is_multipart()
    ]
    wanted = [(0, 9), (100, 119), (size - 5, size - 1)]
    assert found == [("audio/mpeg", f"bytes {first}-{last}/{size}") for first, last in wanted]
    for first, last in wanted:
        assert b"\r\n\r\n" + audio[first : last + 1] + b"\r\n--" in answer.body


@pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=99999999-99999999", "bytes=-0"])
def test_a_range_beyond_the_end_cannot_be_had(port: int, audio: bytes, asked: str) -> None:
    """416, with the size."""
    answer = ask(port, AUDIO, Range=asked)
    assert (answer.status, answer.fields["content-range"]) == (416, f"bytes */{len(audio)}")


@pytest.mark.parametrize("asked", ["bytes=9-5", "bytes=", "bytes=a-b", "bytes=--5"])
def test_a_range_that_is_none_is_refused(port: int, asked: str) -> None:
    """RFC 9110 section 14.2 leaves it open whether it is refused or ignored; no server error."""
    assert ask(port, AUDIO, Range=asked).status in (200, 400, 416)


def test_ranges_in_other_units_are_ignored(port: int, audio: bytes) -> None:
    """As section 14.2 demands."""
    answer = ask(port, AUDIO, Range="seconds=1-2")
    assert (answer.status, answer.body) == (200, audio)


@pytest.mark.parametrize("path", ["/feed.xml", AUDIO])
def test_what_has_not_changed_is_not_sent_again(port: int, path: str) -> None:
    """304 for the tag that was given, alone, in a list, weak, and as a star; not for another one."""
    tag = ask(port, path).fields["etag"]
    for known in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        answer = ask(port, path, If_None_Match=known)
        assert (answer.status, answer.body) == (304, b"")
        assert answer.fields["etag"] == tag
    assert ask(port, path, If_None_Match='"other"').status == 200


def test_files_can_be_asked_for_by_date(port: int) -> None:
    """304 since then, 200 since before then."""
    changed = ask(port, AUDIO).fields["last-modified"]
    assert ask(port, AUDIO, If_Modified_Since=changed).status == 304
    assert ask(port, AUDIO, If_Modified_Since="Thu, 01 Jan 2015 00:00:00 GMT").status == 200


def test_a_broken_download_goes_on_only_in_the_same_file(port: int, audio: bytes) -> None:
    """If-Range: the rest for the tag that was given, else the whole (section 13.1.5)."""
    tag = ask(port, AUDIO).fields["etag"]
    assert ask(port, AUDIO, Range="bytes=10-", If_Range=tag).body == audio[10:]
    assert ask(port, AUDIO, Range="bytes=10-", If_Range='"other"').body == audio


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/episodes/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/episodes/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "//etc/passwd",
        "/%00secret.txt",
        "/.hidden.txt",
        "/show.toml",
        "/episodes/ferry.toml",
        "/episodes/",
        "/",
        "/none.mp3",
        "/" + "a" * 5000 + ".mp3",
    ],
)
def test_nothing_else_is_to_be_had(port: int, path: str) -> None:
    """Nothing outside the show, no hidden file, no list of files, and not the show's own notes."""
    answer = ask(port, path)
    assert answer.status in (400, 404)
    assert b"secret" not in answer.body


def test_a_link_does_not_lead_out(port: int, folder: Path) -> None:
    """A symbolic link to a file outside is not followed."""
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    assert ask(port, "/link.txt").status == 404


def test_requests_for_other_hosts_are_refused(port: int) -> None:
    """A page in a browser cannot read the show through a name of its own (DNS rebinding)."""
    assert ask(port, "/feed.xml", Host="evil.example").status == 400


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_changed(port: int, method: str) -> None:
    """405, for the feed and for files."""
    assert [ask(port, path, method).status for path in ("/feed.xml", AUDIO)] == [405, 405]


def test_a_mistake_in_an_edited_show_is_told(port: int, folder: Path) -> None:
    """In words; once it is fixed, the feed is there again."""
    path = folder / "show.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('title = "Readings"', 'title = ""'), encoding="utf-8")
    answer = ask(port, "/feed.xml")
    path.write_text(text, encoding="utf-8")
    assert (answer.status, b"the show lacks title" in answer.body) == (500, True)
    assert ask(port, "/feed.xml").status == 200


def test_only_this_machine_is_served() -> None:
    """The socket is bound to the loopback address."""
    with bound(0) as listener:
        assert listener.getsockname()[0] == "127.0.0.1"


def test_a_port_that_is_taken_is_named(port: int, folder: Path) -> None:
    """With the option that helps."""
    with pytest.raises(FeedError, match=rf"127\.0\.0\.1:{port}.*--port"):
        feed.serve(folder, port, print)
