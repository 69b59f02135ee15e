"""One request to the speech server, tried again while that may help; bounded in size and in time."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import partial
from importlib.metadata import version
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Any

from narrate.engines.http.server import Server
from narrate.errors import SynthesisError
from narrate.network.deadline import within

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

CONNECTIONS = 4
"""Requests at a time, at most, whatever the number of threads."""
RETRIES = 4
BACK_OFF = 0.5
"""Seconds: the second retry comes after one, the third after two, the fourth after four."""
PATIENCE = (10.0, 120.0)
"""Seconds to connect, and to wait for the next byte: a large model on a slow machine takes long."""
IN_ALL = 300.0
"""Seconds for one request with its retries, whatever the server does meanwhile."""
LONGEST_WAIT = 60.0
"""Seconds that a server may ask to be left alone for (Retry-After); OpenAI's limits are by the minute."""
LARGEST = 64_000_000
"""Bytes of an answer: 22 minutes at 24 kHz in 16 bits, where one request is five minutes of speech."""
LARGEST_TEXT = 65_536
"""Bytes that are read of an answer that is no sound."""
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers after which the same request may succeed (RFC 9110 section 15; 425: RFC 8470)."""
_CHUNK = 65_536
_LONGEST_NUMBER = 20
"""Digits of it that are read."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said in the end."""

    status: int
    media_type: str
    data: bytes

    @property
    def is_sound(self) -> bool:
        """Whether the server says so."""
        return self.status == 200 and not _is_text(self.media_type)


class _UnboundedError(Exception):
    """The server asks for more than it is given; the message says what."""


class Asking:
    """Connections to one server, for several threads."""

    def __init__(self, server: Server) -> None:
        """Connects to nothing."""
        import urllib3

        from narrate.network.connections import pools

        self._server = server
        self._pool = pools(
            maxsize=CONNECTIONS,
            block=True,
            timeout=urllib3.Timeout(connect=PATIENCE[0], read=PATIENCE[1]),
        ).connection_from_url(server.url)
        # Whoever waits for a connection is not being kept waiting by the server.
        self._slots = BoundedSemaphore(CONNECTIONS)

    def ask(self, request: Mapping[str, object], about: str) -> Answer:
        """The server's answer, which may be an error. `about` says in a message what was asked for.

        Raises SynthesisError: no answer, or one that is out of bounds. The errors of libraries are not
        chained to it, since they may quote the key.
        """
        problem = ""
        with self._slots:
            try:
                return within(IN_ALL, partial(self._answer, request))
            except TimeoutError:
                problem = f"the server took longer than {IN_ALL:g} seconds"
            except _UnboundedError as error:
                problem = str(error)
            except _NoAnswerError as error:
                about = f"after {RETRIES} retries, {about}: {error}"
                problem = "the server did not answer"
        raise SynthesisError(problem, self._server.shown, about)

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()

    def _answer(self, request: Mapping[str, object]) -> Answer:
        """Raises _NoAnswerError and _UnboundedError."""
        from urllib3.exceptions import HTTPError

        wait = 0.0
        failure = ""
        answer = None
        for attempt in range(RETRIES + 1):
            time.sleep(wait)
            asked_for = None
            try:
                answer, asked_for = self._once(request)
                if answer.status not in PASSING:
                    return answer
            except HTTPError as error:
                answer = None
                failure = self._server.without_secrets(str(error))
            wait = _back_off(attempt) if asked_for is None else asked_for
        if answer is None:
            raise _NoAnswerError(failure)
        return answer

    def _once(self, request: Mapping[str, object]) -> tuple[Answer, float | None]:
        """The answer, and for how many seconds the server asks to be left alone. Raises HTTPError."""
        response = self._pool.request(
            "POST",
            self._server.target,
            body=json.dumps(request),
            headers=self._headers(),
            redirect=False,
            retries=False,
            preload_content=False,
        )
        try:
            media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
            is_sound = response.status == 200 and not _is_text(media_type)
            data = _body(response) if is_sound else _text(response)
        finally:
            response.release_conn()
        return Answer(response.status, media_type, data), _asked_for(response)

    def _headers(self) -> dict[str, str]:
        headers = {"Content-Type": "application/json", "User-Agent": f"narrate/{version('narrate-article')}"}
        if self._server.key:
            headers["Authorization"] = f"Bearer {self._server.key}"
        return headers


class _NoAnswerError(Exception):
    """Nothing came that is an answer; the message says why, without secrets."""


def _is_text(media_type: str) -> bool:
    return media_type.startswith("text/") or media_type.endswith("json")


def _back_off(attempt: int) -> float:
    """Seconds before the next attempt; none before the first retry, since most failures pass at once."""
    return BACK_OFF * 2.0**attempt if attempt else 0.0


def _asked_for(response: BaseHTTPResponse) -> float | None:
    """The seconds of Retry-After, if the answer may pass. Raises _UnboundedError for too many."""
    header = response.headers.get("Retry-After", "").strip()
    if not header or response.status not in PASSING:
        return None
    seconds = _seconds(header)
    if seconds is not None and seconds > LONGEST_WAIT:
        asked = f"the server answered {response.status} and asks to wait {seconds:.0f} seconds"
        raise _UnboundedError(f"{asked}, more than {LONGEST_WAIT:g}")
    return seconds


def _seconds(header: str) -> float | None:
    """The value of Retry-After, a number or a date (RFC 9110, 10.2.3); None if it is neither.

    Not urllib3's reading of it, which makes six hours of everything that is longer.
    """
    if header.isdecimal():
        return float(header[:_LONGEST_NUMBER])
    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, OverflowError):
        return None
    return max(moment.timestamp() - time.time(), 0.0)


def _body(response: Any) -> bytes:
    """Sound. Raises _UnboundedError for more than LARGEST bytes, counted as they are unpacked."""
    data = bytearray()
    for chunk in response.stream(_CHUNK, decode_content=True):
        data += chunk
        if len(data) > LARGEST:
            response.close()
            raise _UnboundedError(f"the server's answer is larger than {LARGEST // 1_000_000} MB")
    return bytes(data)


def _text(response: Any) -> bytes:
    """The beginning of what is no sound."""
    data = bytearray()
    for chunk in response.stream(_CHUNK, decode_content=True):
        data += chunk
        if len(data) > LARGEST_TEXT:
            response.close()
            break
    return bytes(data[:LARGEST_TEXT])
