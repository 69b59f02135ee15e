"""The word classes that attribution knows: auxiliaries, pronouns, determiners, prepositions. Data only.

Everything is lower case. The lists were written from grammar and usage, then completed on the training part
of the development articles; no names of people. Reporting verbs are in `english.reporting_verbs`.
"""

from __future__ import annotations

from narrate.model import Gender


def words(text: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(text.split())


AUXILIARIES = words(
    """has have had is was were are be been being will would could should can may might must did do does
    also later then often once recently still again not never ever just even now first previously already
    earlier repeatedly reportedly simply further both all each soon"""
)
"""What may stand between a subject and its verb, beside adverbs in -ly."""

BE = words("is was are were be been being am")
"""Forms of the verb that makes a passive."""

TIME_WORDS = words(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tonight on at this in a the
    week month year morning afternoon evening night last"""
)
"""What may stand between a subject and its verb when it says when: "Smith on Wednesday told"."""

ADDRESSING = words(
    "tell tells told telling asked ask asks asking informed remind reminded assured warned urged emailed"
)
"""Verbs after which a person comes who is spoken to."""

SINGULAR_PRONOUNS: dict[str, Gender] = {"he": "m", "she": "f"}
PRONOUNS = words("he she they it")
GENDERED_PRONOUNS: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
"""Pronouns that show a gender."""

DETERMINERS = words(
    """the a an this these those another one some several many two three four five six seven eight
    nine ten eleven twelve dozen dozens few most other both no every each any his her their its our my"""
)
INDEFINITE = words("a an another one some several many two three four few")
PEOPLE_BY_NUMBER = words(
    "one another some others several many most all both few none everyone everybody somebody someone"
)
"""What stands for people without a noun: one said, others said."""
POSSESSIVE_PRONOUNS = {"his": "he", "her": "she", "their": "they", "its": "it"}
"""The pronoun that each belongs to."""

PREPOSITIONS = words(
    """of in on at by for from with to about into over after before during between among against under
    through toward towards within without as like than because via around near behind despite since until
    upon amid per off out up down across"""
)

CONJUNCTIONS = words("after before since until as than like")
"""The prepositions that begin a clause, too."""

FUNCTION_WORDS = (
    PREPOSITIONS
    | AUXILIARIES
    | DETERMINERS
    | words(
        """that and or but if when while where who whom whose which what why how that there here it he she
        they we
    i you him them me us his her their its our my your so because though although however anyway yes no not
    only very too more most less than such am isn't wasn't don't doesn't didn't won't can't couldn't
    wouldn't nor yet either neither instead meanwhile moreover furthermore still today yesterday
    tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december jan. feb. mar. apr. aug. sept. oct. nov. dec.
    according additionally finally perhaps maybe
    well okay let please back asked speaking following apparently certainly clearly unlike whether once
    lest nevertheless nonetheless therefore thus hence besides indeed otherwise"""
    )
)
"""Words that end a noun phrase, and that are no name at the start of a sentence."""

NO_APOSTROPHE_OPENING = words("em til tis twas twere cause bout round n nuff cuz kay fraid neath gainst")
"""Words that are written with an apostrophe in front: 'em, 'til."""

FIRST_AND_SECOND_PERSON = words(
    """i we you me us my our your i'm i've i'd i'll we're we've we'll you're
    i’m i’ve i’d i’ll we’re we’ve we’ll you’re"""
)
"""What people say and titles seldom hold."""
