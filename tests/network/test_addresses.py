"""What of an address is shown, what is published, and what is kept out of what others say."""

from __future__ import annotations

import pickle

import pytest

from narrate.errors import SourceError
from narrate.network.addresses import public, shown, shown_in, without_secrets, without_user


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://orlow.example/page", "https://orlow.example/page"),
        ("https://orlow.example:8443/page?token=secret", "https://orlow.example:8443/page?…"),
        ("https://orlow.example/page#access_token=secret", "https://orlow.example/page"),
        ("https://ada:secret@orlow.example/@ada/page", "https://orlow.example/@ada/page"),
        ("https://secret@orlow.example/?token=secret@secret", "https://orlow.example/?…"),
        ("https://ada:12?secret@orlow.example/", "https://…"),
        ("https://ada:secret@orlow.example:99999/", "https://…"),
        ("https://[::1?token=secret", "https://…"),
        ("ada:secret@orlow.example/page", "…"),
        ("https://[2606:4700::1111]/page?secret", "https://[2606:4700::1111]/page?…"),
    ],
)
def test_a_message_shows_no_secret_of_an_address(address: str, expected: str) -> None:
    """Neither user info nor query nor fragment, however broken the rest is."""
    assert shown(address) == expected
    assert "secret" not in (public(address) or "")


def test_user_info_alone_can_be_left_out() -> None:
    """A page may state an address that needs its query."""
    assert without_user("https://ada:secret@orlow.example/a?id=7") == "https://orlow.example/a?id=7"
    assert without_user("orlow/photo.jpg") == "orlow/photo.jpg"


def test_there_may_be_no_address() -> None:
    """A file has none."""
    assert public(None) is None
    assert public("") is None


@pytest.mark.parametrize(
    "said",
    [
        "no such page: /page?key=se%63ret-of-ada&v=2",
        "the key se%63ret-of-ada is not known",
        "the key secret-of-ada is not known",
        "GET /page?key=se%63ret-of-ada&v=2 HTTP/1.1 refused: secret-of-ada",
    ],
)
def test_what_a_server_repeats_is_hidden(said: str) -> None:
    """As it was sent, or decoded; a version is no secret."""
    told = without_secrets(said, "https://orlow.example/page?key=se%63ret-of-ada&v=2")
    assert "ret-of-ada" not in told
    assert "…" in told
    assert without_secrets("version 2", "https://orlow.example/?v=2") == "version 2"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "cannot read https://ada:secret@orlow.example/a?token=secret.",
            "cannot read https://orlow.example/a?….",
        ),
        (
            "(see 'http://orlow.example/?secret', or http://b.example/)",
            "(see 'http://orlow.example/?…', or http://b.example/)",
        ),
        ("no such file: https:/orlow.example/a?token=secret", "no such file: https:/orlow.example/a?…"),
        ("Authorization: Bearer secret-of-ada", "Authorization: Bearer …"),
        ("proxy-authorization: basic c2VjcmV0==", "proxy-authorization: basic …"),
        ("ftp://ada:secret@[::1/", "ftp://…/"),
        ("ws://secret@b.example,https://c.example/?k=secret", "ws://b.example,https://c.example/?…"),
        ("basic rules, and/or C:/texts/a.txt?", "basic rules, and/or C:/texts/a.txt?"),
        ("https://orlow.example/a?…", "https://orlow.example/a?…"),
    ],
)
def test_a_message_with_addresses_in_it_shows_none_of_their_secrets(said: str, told: str) -> None:
    """Whoever wrote it: narrate, a library or a server; and a second time nothing more is hidden."""
    assert shown_in(said).replace("…/", "…") == told.replace("…/", "…")
    assert shown_in(shown_in(said)) == shown_in(said)
    assert "secret" not in shown_in(said).replace("secret-", "secret")


@pytest.mark.parametrize(
    "value", ["https://ada:secret@orlow.example/a?token=secret", "ftp://b.example/?secret"]
)
def test_no_error_holds_a_secret_of_an_address(value: str) -> None:
    """Not in its fields, and not after it has crossed processes."""
    error = SourceError(f"no {value}", value, f"see {value}")
    crossed = pickle.loads(pickle.dumps(error))
    assert (
        "secret"
        not in f"{error} {error!r} {crossed!r} {error.args} {error.problem} {error.value} {error.remedy}"
    )
    assert ".example/" in str(crossed)
