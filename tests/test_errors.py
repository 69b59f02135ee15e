"""The errors: what they say, and that they survive the way out of a process."""

from __future__ import annotations

import pickle
import re

import pytest

from narrate import errors
from narrate.errors import NarrateError, UserError


def _all(base: type[NarrateError] = NarrateError) -> list[type[NarrateError]]:
    """In this module, a base before what derives from it."""
    found = [base]
    for derived in base.__subclasses__():
        found += _all(derived)
    return [each for each in found if each.__module__ == errors.__name__]


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    """All classes in their order, each as deep as it derives."""
    drawn = re.findall(r"^([│├└─ ]*)(\w+Error)", errors.__doc__ or "", re.MULTILINE)
    depths = [(len(each.__mro__) - len(NarrateError.__mro__), each.__name__) for each in _all()]
    assert [(len(branch) // 4, name) for branch, name in drawn] == depths


@pytest.mark.parametrize("kind", _all())
def test_an_error_comes_whole_out_of_another_process(kind: type[NarrateError]) -> None:
    """Engines work in processes of their own, and concurrent.futures pickles what they raise."""
    error = pickle.loads(pickle.dumps(kind("no such file", "a.txt", "check the spelling")))
    assert type(error) is kind
    assert (error.problem, error.value, error.remedy) == ("no such file", "a.txt", "check the spelling")
    assert str(error) == "no such file: a.txt (check the spelling)"
    assert error.exit_code == (2 if issubclass(kind, UserError) else 1)


def test_an_error_says_only_what_it_knows() -> None:
    """Without a value or a remedy there is no empty colon and no empty parenthesis."""
    assert str(NarrateError("nothing to say")) == "nothing to say"
    assert str(NarrateError("nothing to say", None, "try --all")) == "nothing to say (try --all)"
    assert str(NarrateError("no such rate", 0)) == "no such rate: 0"
