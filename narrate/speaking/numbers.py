"""Numbers to English words. Pure functions on digits; which reading a number takes is decided elsewhere."""

from __future__ import annotations

UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = ("", "thousand", "million", "billion", "trillion", "quadrillion")
LARGEST = 1000 ** len(SCALES) - 1
"""Beyond it a number is read digit by digit."""
IRREGULAR_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_SCALES_DOWN = range(len(SCALES) - 1, 0, -1)
_NAMED_PARTS = {2: "half", 4: "quarter"}

NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,8}(?!\d)|\d+)(?:\.\d+)?|\.\d+"
"""Regular expression of a number as written: thousands commas, a decimal point."""


def cardinal(number: int) -> str:
    """Such as "one hundred and one". The number is at most `LARGEST` in size."""
    if number < 0:
        size = cardinal(-number)
        return f"minus {size}"
    if number < 1000:
        return _below_thousand(number)
    words = []
    for scale in _SCALES_DOWN:
        words.append(_with_scale(number, scale))
    last = _last_group(number % 1000)
    words.append(last)
    return " ".join(filter(None, words))


def _last_group(number: int) -> str:
    """The end of a number, before which the "and" of "one thousand and one" stands."""
    if 0 < number < 100:
        return f"and {_below_hundred(number)}"
    return _below_thousand(number) if number else ""


def _with_scale(number: int, scale: int) -> str:
    """One group of three digits, such as "twelve thousand"; "" if they are zeros."""
    group = number // 1000**scale % 1000
    return f"{_below_thousand(group)} {SCALES[scale]}".rstrip() if group else ""


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    said = f"{UNITS[hundreds]} hundred"
    return f"{said} and {_below_hundred(rest)}" if rest else said


def _below_hundred(number: int) -> str:
    if number < 20:
        return UNITS[number]
    tens, unit = divmod(number, 10)
    return TENS[tens] + (f"-{UNITS[unit]}" if unit else "")


def ordinal(number: int) -> str:
    """Such as "twenty-first"."""
    words = cardinal(number)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[cut:]
    if last in IRREGULAR_ORDINALS:
        return words[:cut] + IRREGULAR_ORDINALS[last]
    return words[:cut] + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def year(number: int) -> str:
    """Such as "twenty sixteen", "two thousand and five", "nineteen hundred"."""
    century, rest = divmod(number, 100)
    is_plain = number < 1000 or number >= 10_000 or (century % 10 == 0 and rest < 10)
    if is_plain:
        return cardinal(number)
    said = _below_hundred(century)
    return f"{said} {two_digits(f'{rest:02}')}" if rest else f"{said} hundred"


def two_digits(written: str) -> str:
    """The end of a year: "oh five", "sixteen"."""
    return f"oh {UNITS[int(written)]}" if written[0] == "0" else _below_hundred(int(written))


def paired(written: str) -> str:
    """Three or four digits as houses, flights and models have them: "three seventy", "eighty-five oh one"."""
    head = _below_hundred(int(written[:-2]))
    return f"{head} hundred" if written.endswith("00") else f"{head} {two_digits(written[-2:])}"


def digits(written: str) -> str:
    """One by one: "two oh five" as "two zero five"; whatever is no digit is passed over."""
    return " ".join(UNITS[int(char)] for char in written if char.isdecimal())


def number(written: str) -> str:
    """A number as written (see `NUMBER`): "-1,234.50" is "minus one thousand … point five zero"."""
    sign = "minus " if written[0] in "-−–" else ""
    whole, point, part = written.lstrip("-−–+").replace(",", "").partition(".")
    words = [integer(whole)] if whole else []
    return sign + " ".join([*words, "point", digits(part)] if point else words)


def integer(written: str) -> str:
    """Digits without a sign: as a cardinal, or one by one with a leading zero or beyond `LARGEST`."""
    if (written[0] == "0" and len(written) > 1) or len(written) > len(str(LARGEST)):
        return digits(written)
    return cardinal(int(written))


def plural(word: str) -> str:
    """Of a number word or a unit: "sixties", "halves", "ounces"."""
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith("lf"):
        return word[:-1] + "ves"
    return word + ("es" if word.endswith(("x", "ch", "sh", "s")) else "s")


def fraction(top: int, bottom: int) -> str:
    """Such as "three quarters", "one half", "twenty-three forty-fourths"."""
    name = _NAMED_PARTS.get(bottom) or ordinal(bottom)
    return f"{cardinal(top)} {name if top == 1 else plural(name)}"


def mixed(whole: str, part: str) -> str:
    """A number as written with a fraction in words behind it: "three and a half"."""
    if part.startswith("one "):
        part = "a " + part.removeprefix("one ")
    return f"{number(whole)} and {part}"
