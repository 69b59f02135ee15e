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
from narrate.feed.adding import feed
from narrate.feed.files import media_type
from narrate.feed.show import FEED


def published(folder: Path, address: str, host: str) -> Starlette:
    """The show in `folder`, with a feed that names `address`, for requests to `host` alone."""

    def feed_now(request: Request) -> Response:
        try:
            return _revalidated(request, feed(folder, address))
        except FeedError as error:  # somebody is editing a file of the show
            return PlainTextResponse(str(error), status_code=500)

    return Starlette(
        routes=[Route(f"/{FEED}", feed_now), Mount("/", _Files(directory=folder))],
        # A page of somebody else's, open in a browser, must not read what is here (DNS rebinding).
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=[host, "localhost"])],
    )


class _Files(StaticFiles):
    """Only what is meant to be published, with its right type."""

    def lookup_path(self, path: str) -> tuple[str, os.stat_result | None]:
        """Nothing for other files and hidden ones."""
        parts = Path(path).parts
        hidden = any(part.startswith(".") for part in parts)
        if hidden or media_type(Path(path).name) is None:
            return "", None
        return super().lookup_path(path)

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
