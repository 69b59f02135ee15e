"""What SSML's <say-as> asks for, in words.

SSML 1.1 (section 3.1.9) leaves the values of `interpret-as` open. These are the ones of the W3C's Note "SSML
1.0 say-as attribute values" (26 May 2005) and those that Amazon, Google and Microsoft agree on.

No word is lost: what cannot be read as the kind of thing that it is said to be is read as any other text
(`said_as`), and the document's author is told so (`unreadable`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby, pairwise

from narrate.model import Mark, Utterance
from narrate.speaking import numbers
from narrate.speaking.roman import value as roman_value
from narrate.speaking.say_as_addresses import address
from narrate.speaking.say_as_dates import date, duration, time_of_day
from narrate.speaking.spoken import spoken

_ROMAN = re.compile("[IVXLCDM]+")
_MINUS = ("-", "−")
_SIGNS = {
    "-": "dash", ".": "dot", "@": "at", "_": "underscore", "/": "slash", "#": "hash", "*": "star",
    "+": "plus", "&": "and", "%": "percent", ":": "colon", ",": "comma", "'": "apostrophe",
}  # fmt: skip
_DIGITS = re.compile(r"(?:(?<=\d)[^\W\d_]{1,2}|[^\W\d_]{1,2}(?=\d))(?![^\W\d_])|\d+|[^\w\s]|\s+")
_BEFORE_DIGITS = {"-": "minus", "−": "minus", "+": "plus"}
_SEPARATORS = frozenset(",:/-–() ")
"""What stands between groups of digits and is heard as a pause."""
_TELEPHONE = re.compile(r"\+|\d+|[^\W\d_]+|[*#]|[^\w\s]")
_EXTENSION = frozenset(("x", "ext", "extn", "extension"))
_VOWELS = frozenset("AEIOUY")
_SUFFIX = re.compile(r"(?<=\d)(?:st|nd|rd|th)$", re.IGNORECASE)
_CURRENCY_CODES = {
    "CAD": "CA$", "AUD": "AU$", "NZD": "NZ$", "HKD": "HK$", "SGD": "S$", "TWD": "NT$", "BRL": "R$",
    "INR": "₹", "KRW": "₩", "RUB": "₽", "TRY": "₺", "ILS": "₪", "NGN": "₦", "UAH": "₴",
    "USD": "USD ", "EUR": "EUR ", "GBP": "GBP ", "CHF": "CHF ", "JPY": "JPY ",
}  # fmt: skip
"""ISO 4217, as the rules about money in running text know them."""
_AMOUNT = re.compile(
    rf"(?P<minus>[-−])?(?P<before>[A-Z]{{3}})?\s*(?P<number>{numbers.NUMBER})\s*(?P<behind>[A-Z]{{3}})?"
)


def said_as(text: str, interpret_as: str, form: str = "") -> str | None:
    """The words for a text that is a kind of thing, `form` being SSML's `format` ("mdy" for a date).

    What cannot be read so is read as any other text; None where that needs no other words.
    """
    words = _interpreted(text, interpret_as, form)
    if words is not None:
        return words
    plain = spoken(text)
    return None if plain == text else plain


def unreadable(utterances: Iterable[Utterance]) -> list[str]:
    """A note for each English text that is marked as a kind of thing and cannot be read as one."""
    notes: dict[str, None] = {}  # each once, in order
    for utterance in utterances:
        for mark in _kinds_of_things(utterance):
            text = utterance.text[mark.start : mark.end]
            if is_readable(text, mark):
                continue
            note = _note(text.strip(), mark)
            notes[note] = None
    return list(notes)


def _note(text: str, mark: Mark) -> str:
    return f'<say-as> {mark.value}: "{text}" is spoken as any other text'


def _kinds_of_things(utterance: Utterance) -> list[Mark]:
    # What stands in another language is left to its voice.
    is_english = utterance.voice.language.lower().startswith("en")
    return [mark for mark in utterance.marks if mark.kind == "say-as" and is_english]


def is_readable(text: str, mark: Mark) -> bool:
    """Whether a text can be read as the kind of thing that a say-as mark says it is."""
    form = dict(mark.attributes).get("format", "")
    return _interpreted(text, mark.value, form) is not None


def _interpreted(text: str, interpret_as: str, form: str) -> str | None:
    interpreter = _INTERPRETERS.get(interpret_as)
    return interpreter(text.strip(), form.strip().lower()) if interpreter else None


def _cardinal(text: str, _: str) -> str | None:
    if _ROMAN.fullmatch(text):
        return numbers.cardinal(roman_value(text))
    if text.startswith(_MINUS):
        size = _number(text[1:])
        return f"minus {size}" if size else None
    return _number(text)


def _number(text: str) -> str | None:
    if re.fullmatch(numbers.NUMBER, text):
        return numbers.number(text)
    return None


def _ordinal(text: str, _: str) -> str | None:
    written = _SUFFIX.sub("", text.replace(",", ""))
    if _ROMAN.fullmatch(written):
        return numbers.ordinal(roman_value(written))
    is_number = written.isdecimal() and int(written) <= numbers.LARGEST
    return numbers.ordinal(int(written)) if is_number else None


def _characters(text: str, _: str) -> str | None:
    """One by one. Letters are joined by points: the voices read a letter that stands alone as a word."""
    parts: list[str] = []
    for is_word, group in groupby(text, str.isalpha):
        characters = "".join(group)
        parts += [characters] if is_word else characters
    return ", ".join(_character(part) for part in parts if not part.isspace()) or None


def _character(part: str) -> str:
    if part.isalpha():
        return ".".join(part.upper())
    return numbers.digits(part) if part.isdecimal() else _sign(part)


def _sign(sign: str) -> str:
    """What a sign is called: by us, or by Unicode ("section sign")."""
    return _SIGNS.get(sign) or unicodedata.name(sign, sign).lower()


def _digits(text: str, _: str) -> str | None:
    """Digit by digit, with signs and points; None for a text with words in it, or without a digit."""
    parts = _DIGITS.findall(text)
    if "".join(parts) != text:
        return None
    if not any(map(str.isdecimal, parts)):
        return None
    names = []
    for before, part in pairwise([" ", *parts]):
        name = _digit_part(part, before)
        if name is None:
            return None
        names.append(name)
    said = " ".join(filter(None, names))
    return said.replace(" ,", ",").strip(", ")


def _digit_part(part: str, before: str) -> str | None:
    """One part of a text of digits in words; None for a sign that has none here."""
    if part.isdecimal():
        return numbers.digits(part)
    if part.isalpha():
        return ".".join(part.upper())
    return "point" if part == "." else _sign_of_digits(part, before)


def _sign_of_digits(sign: str, before: str) -> str | None:
    begins_number = before.isspace()
    if begins_number and sign in _BEFORE_DIGITS:
        return _BEFORE_DIGITS[sign]
    return "," if set(sign) <= _SEPARATORS else None


def _telephone(text: str, _: str) -> str | None:
    """Digits one by one, with a pause between groups; letters in place of digits as the word they make."""
    parts = _TELEPHONE.findall(text)
    if not any(map(str.isdecimal, parts)):
        return None
    said = (_telephone_part(part) for part in parts)
    return ", ".join(filter(None, said)).replace("plus, ", "plus ").replace("extension, ", "extension ")


def _telephone_part(part: str) -> str:
    if part.isdecimal():
        return numbers.digits(part)
    if part.isalpha():
        return "extension" if part.lower() in _EXTENSION else _vanity(part)
    # Whatever else stands in a number only parts its groups.
    return _SIGNS[part] if part in "+*#" else ""


def _vanity(word: str) -> str:
    """A word in a telephone number, "FLOWERS"; letters that make no word are spelled."""
    is_word = len(word) > 2 and not _VOWELS.isdisjoint(word.upper())
    return word.lower() if is_word else ".".join(word.upper())


def _currency(text: str, form: str) -> str | None:
    amount = _AMOUNT.fullmatch(text)
    if amount is None:
        return _in_other_words(text)
    written = (amount["before"], amount["behind"], form.upper())
    sign = _CURRENCY_CODES.get(next(filter(None, written), ""))
    if sign is None:
        return None
    said = spoken(sign + amount["number"])
    if amount["minus"]:
        return f"minus {said}"
    return said


def _fraction(text: str, _: str) -> str | None:
    match = re.fullmatch(r"(?:(\d+)\s*[+ ]\s*)?(\d+)\s*[/⁄]\s*(\d+)", text)
    if match is None or int(match[3]) == 0:
        return None
    part = numbers.fraction(int(match[2]), int(match[3]))
    return f"{numbers.integer(match[1])} and {part}" if match[1] else part


def _in_other_words(text: str, _: str = "") -> str | None:
    """As in any text, where that gives words for all digits of it."""
    words = spoken(text)
    return None if words == text or any(map(str.isdigit, words)) else words


_INTERPRETERS: Mapping[str, Callable[[str, str], str | None]] = {
    "cardinal": _cardinal,
    "number": _cardinal,
    "ordinal": _ordinal,
    "characters": _characters,
    "spell-out": _characters,
    "verbatim": _characters,
    "letters": _characters,
    "digits": _digits,
    "number_digit": _digits,
    "telephone": _telephone,
    "date": date,
    "time": time_of_day,
    "duration": duration,
    "currency": _currency,
    "fraction": _fraction,
    "unit": _in_other_words,
    "address": address,
}
