"""The error tree. A message says what is wrong, which value, and what to do.

NarrateError
├── UserError             the user can correct it (exit code 2)
│   ├── SourceError       the article cannot be read
│   ├── OutputError       the output cannot be written, or its format is unknown
│   ├── CastError         no such cast or voice, or a cast file with a mistake
│   ├── EngineError       no such engine, or it is not installed
│   ├── MarkupError       SSML that cannot be understood
│   ├── OptionError       an option that cannot have this value, or a narrate.toml with a mistake
│   ├── LexiconError      a pronunciation lexicon with a mistake
│   ├── CorrectionError   corrections with a mistake, or that contradict each other
│   ├── FeedError         a podcast with something missing or wrong
│   └── RecognizerError   no such speech recogniser, or it is not installed
└── ProductionError       something failed on the way (exit code 1)
    ├── SynthesisError    an engine could not speak an utterance
    └── EncodingError     audio could not be encoded or measured
"""

from __future__ import annotations

from narrate.network.addresses import shown_in


class NarrateError(Exception):
    """Base of all errors that `narrate` raises on purpose.

    >>> import narrate
    >>> try:
    ...     narrate.read("nowhere.txt")
    ... except narrate.NarrateError as error:
    ...     print(error.problem, error.value, error.exit_code, sep=" | ")
    no such file | nowhere.txt | 2
    """

    exit_code = 1

    def __init__(self, problem: str, value: object = None, remedy: str = "") -> None:
        problem, remedy = shown_in(problem), shown_in(remedy)
        told = None if value is None else shown_in(str(value))
        super().__init__(problem, told, remedy)
        self.problem = problem
        """What is wrong: "no such file"."""
        self.value = told
        """The value that it is wrong about: "articel.txt". Addresses are without user info and query."""
        self.remedy = remedy
        """What to do about it: "check the spelling"; "" if nothing can be done."""

    def __str__(self) -> str:
        about = self.problem if self.value is None else f"{self.problem}: {self.value}"
        return f"{about} ({self.remedy})" if self.remedy else about


class UserError(NarrateError):
    """The user can correct it."""

    exit_code = 2


class SourceError(UserError):
    """The article cannot be read."""


class OutputError(UserError):
    """The output cannot be written, or its format is unknown."""


class CastError(UserError):
    """No such cast or voice, or a cast file with a mistake."""


class EngineError(UserError):
    """No such engine, or it is not installed."""


class MarkupError(UserError):
    """SSML that cannot be understood."""


class OptionError(UserError):
    """An option that cannot have this value, or a `narrate.toml` with a mistake."""


class LexiconError(UserError):
    """A pronunciation lexicon that cannot be read, or with a mistake."""


class CorrectionError(UserError):
    """Corrections with a mistake, or that contradict each other."""


class FeedError(UserError):
    """A podcast with something missing or wrong."""


class RecognizerError(UserError):
    """No such speech recogniser, or it is not installed."""


class ProductionError(NarrateError):
    """Something failed on the way."""


class SynthesisError(ProductionError):
    """An engine could not speak an utterance."""


class EncodingError(ProductionError):
    """Audio could not be encoded or measured."""
