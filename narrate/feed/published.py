"""What a show serves by HTTP, as an ASGI application of Starlette's.

Byte ranges and conditional requests (RFC 9110, sections 13 and 14) are its `FileResponse` and `StaticFiles`.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from narrate.errors import FeedError
from narrate.feed import episode as episodes
from narrate.feed import show
from narrate.feed.adding import feed
from narrate.feed.files import EPISODES, media_type
from narrate.feed.show import FEED


def published(folder: Path, address: str, host: str) -> Starlette:
    """The show in `folder`, with a feed that names `address`, for requests to `host` alone."""

    def feed_now(request: Request) -> Response:
        try:
            return _revalidated(request, feed(folder, address))
        except FeedError as error:  # somebody is editing a file of the show
            return PlainTextResponse(str(error), status_code=500)

    return Starlette(
        routes=[Route(f"/{FEED}", feed_now), Mount("/", _Files(folder))],
        # A page of somebody else's, open in a browser, must not read what is here (DNS rebinding).
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=[host, "localhost"])],
    )


class _Files(StaticFiles):
    """Only what the feed names, with its right type."""

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder)
        self._folder = folder

    def lookup_path(self, path: str) -> tuple[str, os.stat_result | None]:
        """Nothing for other files, and for links to them: a show's folder may hold drafts and notes, too."""
        names = _named_in_feed(self._folder)
        if Path(path).as_posix() not in names:
            return "", None
        full_path, status = super().lookup_path(path)  # nothing for a link that leads out of the folder
        is_named = status is None or _within(self._folder, full_path) in names
        return (full_path, status) if is_named else ("", None)

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """As Starlette's, with our media types, and ranges in bytes alone."""
        headers = scope["headers"]
        scope["headers"] = [pair for pair in headers if not _is_other_unit(*pair)]
        response = super().file_response(full_path, stat_result, scope, status_code)
        if response.status_code == status_code:
            response.headers["content-type"] = media_type(Path(full_path).name) or ""
        return response


def _named_in_feed(folder: Path) -> frozenset[str]:
    """The paths, from the show's folder, of the files that its feed names; none if it cannot be made."""
    try:
        about = show.read(folder)
        known = episodes.read_all(folder / EPISODES)
    except FeedError:
        return frozenset()
    names = [f"{EPISODES}/{name}" for episode in known for name in episode.files]
    published = [name for name in (about.artwork, *names) if _can_be_published(name)]
    return frozenset(published)


def _can_be_published(name: str) -> bool:
    """Not if it is hidden, or no sound, text or picture, whatever the show says."""
    is_hidden = any(part.startswith(".") for part in name.split("/"))
    return not is_hidden and media_type(name) is not None


def _within(folder: Path, full_path: str) -> str:
    """Where a file lies, seen from the folder."""
    return Path(full_path).relative_to(folder.resolve()).as_posix()


def _is_other_unit(name: bytes, value: bytes) -> bool:
    """RFC 9110 section 14.2: a range in a unit that is not understood must be ignored."""
    return name == b"range" and not value.lower().startswith(b"bytes=")


def _revalidated(request: Request, content: bytes) -> Response:
    """The feed, or nothing if the client has it already (RFC 9110 section 13.1.2)."""
    digest = hashlib.sha256(content).hexdigest()
    tag = f'"{digest[:32]}"'
    headers = {"etag": tag, "cache-control": "no-cache"}
    known = _known_tags(request)
    if tag in known or known == ["*"]:
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type="application/rss+xml; charset=utf-8")


def _known_tags(request: Request) -> list[str]:
    """The versions that the client has; a weak comparison, so "W/" does not count."""
    header = request.headers.get("if-none-match", "")
    return [tag.strip().removeprefix("W/") for tag in header.split(",")]
