"""Which labels mean the same speaker, and how the speaker is called: KESTREL, MK and MARA KESTREL are one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

QUESTIONS = frozenset(
    ("q", "question", "frage", "pregunta", "domanda", "pergunta", "interviewer", "interviewerin")
)
ANSWERS = frozenset(("a", "answer", "antwort", "réponse", "respuesta", "risposta", "resposta", "interviewee"))
"""What labels call the two sides of an interview instead of their names."""

_TITLES = frozenset(
    ("mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sen", "senator", "rep", "the", "sir")
)
_SMALL = frozenset(("of", "the", "and", "de", "van", "von", "der", "la"))
_CASED = re.compile(r"\b[^\W\d_]\w*[a-zß-öø-ÿ]\w*\b")
_IN_CAPITALS = re.compile(r"\b[^\W\d_a-zß-öø-ÿ]{2,}\b")
_FULL_NAME = re.compile(r"\b([A-ZÀ-Þ][\w’'-]+)((?: [A-ZÀ-Þ][\w’'.-]*){0,2}) ([A-ZÀ-Þ][\w’'-]+)\b")


def speakers(labels: Sequence[str], said: Iterable[str]) -> dict[str, str]:
    """The speaker of each label, by the fullest name that means them.

    `labels`: as written, in order; `said`: all that is not a label, which shows how names are written, and
    whose initials stand for them.
    """
    spelling = _Spelling(said)
    called = {label: spelling.name(label) for label in dict.fromkeys(labels)}
    counts = Counter(called[label] for label in labels)
    names = sorted(counts, key=lambda name: (-len(name.split()), -counts[name]))
    return {label: _fullest(name, names, spelling) for label, name in called.items()}


class _Spelling:
    """How a text writes the names that its labels have in capitals."""

    def __init__(self, said: Iterable[str]) -> None:
        text = "\n".join(said)
        self._cased = {word.casefold(): word for word in _CASED.findall(text) if word[0].isupper()}
        self._capitals = set(_IN_CAPITALS.findall(text))
        self._by_initials = _names_by_initials(text)

    def name(self, label: str) -> str:
        """A label with the capitals of a name: "MARA KESTREL" as "Mara Kestrel"."""
        words = label.split()
        if len(words) == 1 and self._is_short(label):
            return label
        return " ".join(self._word(word, first=index == 0) for index, word in enumerate(words))

    def _is_short(self, label: str) -> bool:
        """Whether one word is a letter, initials or an abbreviation, and no name such as DOV."""
        is_name = len(label) == 3 and re.search("[AEIOUÀ-Ü]", label) is not None
        is_longer = len(label) > 3
        return not is_longer and (not is_name or self.of_initials(label) is not None)

    def of_initials(self, label: str) -> str | None:
        """Whose initials a label of two or three capitals is, in the text."""
        letters = label.replace(".", "")
        return self._by_initials.get(letters) if label.isupper() and len(letters) in (2, 3) else None

    def _word(self, word: str, *, first: bool) -> str:
        bare = word.strip(".")
        low = bare.casefold()
        if not bare.isupper() or len(bare) < 2:
            return word
        if low in self._cased:
            return word.replace(bare, self._cased[low])
        is_small = low in _SMALL and not first
        return word.lower() if is_small else self._capitalised(word)

    def _capitalised(self, word: str) -> str:
        """A name in capitals with one, unless the text has it in capitals, too: an abbreviation."""
        if word in self._capitals:
            return word
        return "-".join(part.capitalize() for part in word.split("-"))


def _names_by_initials(text: str) -> Mapping[str, str]:
    """Full names of the text by their initials; of two that share them the one that stands first."""
    found: dict[str, str] = {}
    for match in _FULL_NAME.finditer(text):
        words = match.group().split()
        initials = words[0][0] + words[-1][0]
        found.setdefault(initials, match.group())
        found.setdefault("".join(word[0] for word in words), match.group())
    return found


def _fullest(name: str, names: Iterable[str], spelling: _Spelling) -> str:
    """The fullest of `names`, which come with the longest first, that means the same as a name."""
    fuller = [other for other in names if _means(name, other)]
    if len(fuller) == 1:
        return fuller[0]
    if fuller:
        return name  # of two with one last name nobody knows who is meant
    return spelling.of_initials(name) or name


def _means(name: str, fuller: str) -> bool:
    """Whether a name is the last name, the first name or the initials of a fuller one."""
    words, all_words = _bare(name), _bare(fuller)
    count = len(words)
    if not 0 < count < len(all_words):
        return False
    initials = "".join(word[0] for word in all_words)
    is_initials = words == [initials]
    return is_initials or words in (all_words[-count:], all_words[:count])


def _bare(name: str) -> list[str]:
    """The words of a name in lower case, without titles."""
    words = [word.replace(".", "").casefold() for word in name.split()]
    return [word for word in words if word not in _TITLES] or words
