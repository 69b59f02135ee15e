"""The server of the engine `http`: what the environment says of it, and what a message may show."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from narrate.errors import EngineError
from narrate.network import addresses

ENDPOINT = "/audio/speech"
MODEL = "tts-1"
VOICES = "alloy,ash,coral,echo,fable,nova,onyx,sage,shimmer"
"""OpenAI's, in which most servers are compatible."""
SET_URL = "set NARRATE_HTTP_URL, such as http://localhost:8880/v1"


@dataclass(frozen=True, slots=True)
class Server:
    """Where and what to ask."""

    url: str = field(repr=False)
    """Of the endpoint. Its query may hold a key, which must not get into a message."""
    key: str = field(repr=False)
    """Must not get into a message."""
    model: str
    voices: tuple[str, ...]
    """At least one."""
    format: str

    @staticmethod
    def from_environment() -> Server:
        """Read the variables. Raises EngineError: no address, or one that is not a server's."""
        voices = _variable("NARRATE_HTTP_VOICES", VOICES).split(",")
        return Server(
            _endpoint(_variable("NARRATE_HTTP_URL")),
            _key(_variable("NARRATE_HTTP_KEY")),
            _variable("NARRATE_HTTP_MODEL", MODEL),
            tuple(filter(None, map(str.strip, voices))),
            _variable("NARRATE_HTTP_FORMAT", "wav").lower(),
        )

    @property
    def shown(self) -> str:
        """The address for messages: without a query, which may hold a key."""
        return addresses.shown(self.url)

    def without_secrets(self, text: str) -> str:
        """What a server or library says, which may quote the key or the query."""
        without_key = text.replace(self.key, "…") if self.key else text
        return addresses.without_secrets(without_key, self.url)

    @property
    def identity(self) -> str:
        """The server as part of a cache key, in which the query cannot be read."""
        digest = hashlib.sha256(self.url.encode("utf-8", "surrogatepass")).hexdigest()
        return f"{self.shown} {digest}"

    @property
    def target(self) -> str:
        """Path and query of the endpoint."""
        parts = urlsplit(self.url)
        return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _endpoint(url: str) -> str:
    if not url:
        raise EngineError("the engine http has no address", None, SET_URL)
    parts = _parts(url)
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
        raise EngineError("not the address of a server", addresses.shown(url), SET_URL)
    if "@" in parts.netloc:
        raise EngineError("the address holds a password", parts.hostname, "put it into NARRATE_HTTP_KEY")
    path = parts.path.rstrip("/").removesuffix(ENDPOINT) + ENDPOINT
    return parts._replace(path=path).geturl()


def _parts(url: str) -> SplitResult | None:
    """The parts of the address; None if its host or its port is none. urllib's own error would quote them."""
    try:
        parts = urlsplit(url)
        _ = parts.port  # looked at, so that a broken one is found here
    except ValueError:
        return None
    return parts


def _key(key: str) -> str:
    # The library would quote the whole header in its error.
    if not (key.isascii() and key.isprintable()):
        raise EngineError("NARRATE_HTTP_KEY holds characters that no key has", None, "copy it again")
    return key


def _variable(name: str, default: str = "") -> str:
    """An environment variable without white space around it; the default where it is empty or not set."""
    return os.environ.get(name, "").strip() or default
