"""Which voice speaks: the selection of SSML 1.1, section 3.2.1, among the voices that there are.

What was `required` has to fit; then wishes narrow the choice in the `ordering` that they are given in, and
none that nobody fulfils. A voice that is asked for by a name that is not here gets a voice of its own,
always the same, so that a dialogue written for another system stays a dialogue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from narrate.languages import primary
from narrate.model import Voice

ADULT = range(13, 120)
"""Years. All voices here are adults' of no stated age."""
_GENDERS = {"female": "f", "male": "m", "neutral": None}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a <voice> asks for. Empty is indifferent."""

    names: tuple[str, ...] = ()
    """In order of preference."""
    gender: str = ""
    age: int | None = None
    variant: int = 1
    languages: tuple[str, ...] = ()
    """BCP 47 tags in order of preference."""
    required: tuple[str, ...] = ("languages",)
    ordering: tuple[str, ...] = ("languages",)

    @classmethod
    def of(cls, attributes: Mapping[str, str], language: str) -> Wish:
        """The wish of a <voice>. Its xml:lang stands for `languages`, or the `language` around it."""
        return cls(
            names=_names(attributes.get("name", "")),
            gender=attributes.get("gender", ""),
            age=_whole(attributes.get("age")),
            variant=_whole(attributes.get("variant")) or 1,
            languages=_languages(attributes) or (primary(language),),
            required=_features(attributes.get("required", "languages")),
            ordering=_features(attributes.get("ordering", "languages")),
        )

    @property
    def name(self) -> str:
        """The name that is asked for first; "" for none."""
        return self.names[0] if self.names else ""

    def requires_no_other_than(self, voice: Voice) -> bool:
        """Whether a voice has everything that is required."""
        return all(_FITS[feature](self, voice) for feature in self.required)

    def asks_for_other_than(self, voice: Voice) -> bool:
        """Whether it asks for somebody by a name that a voice does not have."""
        return bool(self.names) and not is_called(voice, self.names)


def _variant(voices: Sequence[Voice], wish: Wish, current: Voice) -> Voice:
    """The voice that speaks already, if it is among those that are as wished; else one by its number."""
    if wish.variant == 1 and current in voices:
        return current
    return voices[(wish.variant - 1) % len(voices)]


def _names(written: str) -> tuple[str, ...]:
    """The names between spaces, and before them all that is written: a name may have a space in it."""
    return (written, *written.split()) if written else ()


def _languages(attributes: Mapping[str, str]) -> tuple[str, ...]:
    written = attributes.get("languages") or attributes.get("xml:lang") or ""
    # "de:en" is German as spoken by an Englishman; no voice here does accents of another language.
    return tuple(tag.partition(":")[0] for tag in written.split())


def _whole(written: str | None) -> int | None:
    return int(written) if written else None


def _narrowed(voices: list[Voice], wish: Wish) -> list[Voice]:
    """Those that fulfil the most wishes, the first of which count most."""
    # "name gender …" is the order in which section 3.2.1 lists them, for those that nobody ordered.
    for feature in (*wish.ordering, "name", "gender", "languages", "age"):
        fits = partial(_FITS[feature], wish)
        voices = _preferring(voices, fits)
    for name in wish.names:
        has_name = partial(is_called, names=(name,))
        voices = _preferring(voices, has_name)
    for language in wish.languages:
        is_of_language = partial(_is_of, language)
        voices = _preferring(voices, is_of_language)
    return voices


def _preferring(voices: list[Voice], test: Callable[[Voice], bool]) -> list[Voice]:
    """The voices that pass a test, or all where none does."""
    return list(filter(test, voices)) or voices


class Chooser:
    """Chooses among `voices`, the first of which speaks where nothing is wished."""

    def __init__(self, voices: Sequence[Voice]) -> None:
        """`voices`: at least one, in order of preference."""
        self._voices = list({voice.name: voice for voice in voices}.values())
        self._given: dict[str, Voice] = {}
        self._times_given: Counter[str] = Counter()
        """By the name of a voice, for how many it speaks who are not here."""

    def choose(self, wish: Wish, current: Voice) -> Voice | None:
        """The voice for a wish, or None where what is required cannot be had."""
        if wish.name in self._given:
            return self._given[wish.name]
        fitting = list(filter(wish.requires_no_other_than, self._voices))
        if not fitting:
            return None
        best = _narrowed(fitting, wish)
        if wish.asks_for_other_than(best[0]):
            return self._stand_in(wish, best)
        return _variant(best, wish, current)

    def _stand_in(self, wish: Wish, voices: Sequence[Voice]) -> Voice:
        """The voice of somebody who is not here: one that speaks for the fewest, the default one last."""
        used = {voice.name: self._times_given[voice.name] + (voice == self._voices[0]) for voice in voices}
        chosen = min(voices, key=lambda voice: used[voice.name])
        self._given[wish.name] = chosen
        self._times_given[chosen.name] += 1
        return chosen


def is_called(voice: Voice, names: Sequence[str]) -> bool:
    """Whether a voice, or the one that it stands in for, has one of these names."""
    return voice.name in names or voice.instead_of in names


def speaks(voice: Voice, language: str) -> bool:
    """Whether a voice speaks a language, whatever the region: "en-GB" is spoken by an "en-US" voice."""
    return primary(voice.language) == primary(language)


def _is_of(language: str, voice: Voice) -> bool:
    return voice.language == language


def _features(value: str) -> tuple[str, ...]:
    return tuple(feature for feature in value.split() if feature in _FITS)


def _fits_language(wish: Wish, voice: Voice) -> bool:
    return not wish.languages or any(speaks(voice, language) for language in wish.languages)


_FITS: Mapping[str, Callable[[Wish, Voice], bool]] = {
    "name": lambda wish, voice: not wish.names or is_called(voice, wish.names),
    "gender": lambda wish, voice: not wish.gender or voice.gender == _GENDERS[wish.gender],
    "languages": _fits_language,
    "age": lambda wish, _: wish.age is None or wish.age in ADULT,
    "variant": lambda *_: True,
}
