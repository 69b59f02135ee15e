"""What is heard for what is written, class by class."""

from __future__ import annotations

import pytest

from narrate.speaking import spoken

DATES = [
    ("on Dec. 14, 2016, he", "on December fourteenth, twenty sixteen, he"),
    ("the 14th of May", "the fourteenth of May"),
    ("14 December 2016", "the fourteenth of December, twenty sixteen"),
    ("from October 3 to 21", "from October third to twenty-first"),
    ("2016-12-14", "the fourteenth of December, twenty sixteen"),
    ("2/26/2015", "February twenty-sixth, twenty fifteen"),
    ("26/2/2015", "February twenty-sixth, twenty fifteen"),
    ("Since 9/11 and in 2016", "Since nine eleven and in twenty sixteen"),
    (
        "the 1990s, the '90s and the mid-1980s",
        "the nineteen nineties, the nineties and the mid-nineteen eighties",
    ),
    ("the class of ’91", "the class of ninety-one"),
    ("in 2014-16", "in twenty fourteen to sixteen"),
    ("in 44 B.C. already", "in forty-four BC already"),
    ("Q3 2022", "the third quarter of twenty twenty-two"),
    ("Mon.-Fri.", "Monday to Friday"),
    ("he may 5 times march 3 miles", "he may five times march three miles"),
    ("more than 1500 people", "more than one thousand five hundred people"),
    ("the 2023 champions", "the twenty twenty-three champions"),
    ("the 2016 elections", "the twenty sixteen elections"),
    ("in 1066 and of 1066 boats", "in ten sixty-six and of one thousand and sixty-six boats"),
    ("14.12.2016", "December fourteenth, twenty sixteen"),
]
TIMES = [
    ("17.05 The mayor has left.", "seventeen oh five The mayor has left."),
    ("at 7:30 p.m. ET", "at seven thirty PM ET"),
    ("at 1930 GMT", "at nineteen thirty GMT"),
    ("at 6.05am today", "at six oh five AM today"),
    ("from 7-9 p.m. Friday", "from seven to nine PM Friday"),
    ("10am-4pm", "ten AM to four PM"),
    ("at 2:00", "at two o'clock"),
    ("He left at 5 p.m. She stayed.", "He left at five PM. She stayed."),
    ("won in 2:05:30", "won in two hours five minutes and thirty seconds"),
    ("ran 3:43.13", "ran three minutes forty-three point one three seconds"),
    ("left at 12.30 and came at 14.05", "left at twelve thirty and came at fourteen oh five"),
    ("shares closed at 12.30", "shares closed at twelve point three zero"),
    ("at 12.30 euros", "at twelve point three zero euros"),
    ("at 0800 local time", "at eight o'clock local time"),
]
MONEY = [
    ("$3.2bn", "three point two billion dollars"),
    ("€5m", "five million euros"),
    ("£1.2 million", "one point two million pounds"),
    ("US$40", "forty US dollars"),
    ("50p", "fifty pence"),
    ("$1.50", "one dollar and fifty cents"),
    ("$0.05", "five cents"),
    ("$1.2320", "one point two three two dollars"),
    ("$5-10 million", "five to ten million dollars"),
    ("$1 to $8.25", "one dollar to eight dollars and twenty-five cents"),
    ("a $5 million deal", "a five million dollar deal"),
    ("$60/person", "sixty dollars per person"),
    ("Rs 500", "five hundred rupees"),
    ("Rs 200 crore", "two hundred crore rupees"),
]
NUMBERS = [
    ("50,000 people", "fifty thousand people"),
    ("0.05 and .5", "zero point zero five and point five"),
    ("-5 degrees", "minus five degrees"),
    ("the 21st", "the twenty-first"),
    ("a 5-4 vote", "a five to four vote"),
    ("pages 3-5", "pages three to five"),
    ("3 1/2 and ½ and 2/3", "three and a half and one half and two thirds"),
    ("3bn people", "three billion people"),
    ("No. 10 and no. 5", "Number ten and number five"),
    ("He said no. Then he left.", "He said no. Then he left."),
    ("odds of 2:1, and Ruth 2:1", "odds of two to one, and Ruth two one"),
    ("id 12345678901", "id one two three four five six seven eight nine zero one"),
    ("open 24/7", "open twenty-four seven"),
    ("100+ people", "one hundred plus people"),
    ("call 555-0134", "call five five five, zero one three four"),
    ("+1 202-555-0134", "plus one, two zero two, five five five, zero one three four"),
    ("Flight 370", "Flight three seventy"),
    ("1600 Larch Ave.", "sixteen hundred Larch Avenue."),
    ("call 999 about 999 cows", "call nine nine nine about nine hundred and ninety-nine cows"),
    ("text HOPE to 70123", "text HOPE to seven zero one two three"),
    ("a 737 MAX and 737 seats", "a seven thirty-seven MAX and seven hundred and thirty-seven seats"),
    ("the results.12 Then", "the results. Then"),
]
MEASURES = [
    ("10%-12%", "ten to twelve percent"),
    ("5 km at 30mph", "five kilometers at thirty miles per hour"),
    ("6ft 2in", "six feet two inches"),
    ("20C or -5 °F", "twenty degrees Celsius or minus five degrees Fahrenheit"),
    ("3.5 cm²", "three point five square centimeters"),
    ("a 5km run", "a five kilometer run"),
    ("5m people live 5m away", "five million people live five meters away"),
    ("4x4", "four by four"),
    ("20 degrees C", "twenty degrees Celsius"),
    ("35mm film is 35mm wide", "thirty-five millimeter film is thirty-five millimeters wide"),
    ("the 4x100m relay", "the four by one hundred meter relay"),
    ("a 50cc engine", "a fifty cubic centimeter engine"),
]
NAMES = [
    ("Queen Ottilie I and Henry VIII's", "Queen Ottilie the First and Henry the Eighth's"),
    ("Chapter IV, World War II", "Chapter Four, World War Two"),
    ("the Larch XL pipeline", "the Larch X.L pipeline"),
    ("You and I know", "You and I know"),
    ("Dr. Ada Quill of Elm Dr. said", "Doctor Ada Quill of Elm Drive said"),
    ("St. Mark's on Main St. is old", "Saint Mark's on Main Street is old"),
    ("Lt. Col. Otto and Mr Quill", "Lieutenant Colonel Otto and Mister Quill"),
    ("Sen. Quill (D-Calif.) said", "Senator Quill (Democrat of California) said"),
    ("Marrow, Calif., is", "Marrow, California, is"),
    ("Quill Corp. said", "Quill Corporation said"),
    ("Quill v. Otto", "Quill versus Otto"),
    ("tea, jam, etc. He ate.", "tea, jam, et cetera. He ate."),
    ("Ra’ad and Ka'afar's ‘hope’", "Ra’ad and Ka'afar's ‘hope’"),
    ("Gov. Ada Quill (R) said", "Governor Ada Quill (Republican) said"),
    ("Oak, D-Mass., and Elm, R-Ohio", "Oak, Democrat of Massachusetts, and Elm, Republican of Ohio"),
    ("Henry V's war; Henry I know", "Henry the Fifth's war; Henry I know"),
    ("Hwy. 9", "Highway nine"),
    ("w/o help", "without help"),
]
INITIALISMS = [
    ("the UN and the ICRC", "the U.N and the I.C.R.C"),
    ("the US' and UK's", "the U.S' and U-K's"),
    ("MPs and NGOs", "M-P's and N.G.O's"),
    ("NATO, UNESCO and ISIS", "NATO, UNESCO and ISIS"),
    ("the WHO and the GOP", "the W.H.O and the G.O.P"),
    ("TELL US NOW, I am NOT going", "TELL US NOW, I am NOT going"),
    ("LVIV, Ukraine (Wire) — It rained.", "LVIV, Ukraine (Wire) — It rained."),
    ("the U.S. army", "the U.S. army"),
    ("G20, H1N1 and R&B", "G twenty, H one N one and R and B"),
    ("COVID-19", "COVID-nineteen"),
    ("the OECD and the NYPD", "the O.E.C.D and the N.Y.P.D"),
    ("FIRST NIGHT", "FIRST NIGHT"),
]
DATELINES = [
    ("LONDON (Reuters) —", "LONDON. Reuters."),
    ("LONDON -", "LONDON."),
    ("(Reuters) -", "Reuters."),
    ("ORLOW, Calif., Dec. 14 (AP) --", "ORLOW, California, December fourteenth. A.P."),
    ("Nevada (6)", "Nevada (six)"),
]
SIGNS = [
    ("people -- all of them", "people — all of them"),
    ("(Reuters) - It rained", "(Reuters) — It rained"),
    ("We see (the) “regime [sic]” [1]", "We see the “regime ” "),
    ("“[Mr. Quill] left”", "“Mister Quill left”"),
    ("“[t]he end”", "“the end”"),
    ("(Ada Quill/AFP/Getty Images)", "(Ada Quill, A.F.P, Getty Images)"),
    ("and/or viewers/readers", "and or viewers or readers"),
    ("salt & pepper, 1 + 1 = 2, § 5", "salt and pepper, one plus one equals two, section five"),
    ("©2016, §5 and ~5", "copyright twenty sixteen, section five and about five"),
    ("see www.example.com/news.", "see example dot com slash news."),
    ("see https://example.org/a?b=1#c", "see example dot org"),
    ("mail ada.quill1@example.com", "mail ada dot quill one at example dot com"),
    ("@ada_quill: #MeToo #1", "at ada quill: hashtag Me Too number one"),
    ("ok 👍🏽 ★", "ok thumbs up"),
    ("wow🎉🎉❤️ yes", "wow party popper, red heart yes"),
    ("the law¹ and the claim.†", "the law and the claim."),
    ("5 m² and 2³", "five square meters and two cubed"),
    ("“(They) came, [a] few”", "“They came, a few”"),
    ("“We (the party) won”", "“We (the party) won”"),
    ("#Cup2022", "hashtag Cup twenty twenty-two"),
]


@pytest.mark.parametrize(
    ("written", "heard"),
    [*DATES, *TIMES, *MONEY, *NUMBERS, *MEASURES, *NAMES, *INITIALISMS, *DATELINES, *SIGNS],
)
def test_the_spoken_form_is_what_a_newsreader_says(written: str, heard: str) -> None:
    """Every class of written form has its reading, and look-alikes are left alone."""
    assert spoken(written) == heard


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The ceasefire collapsed, she said, “less than a day” after it began.",
        "It's well-known; he didn't ask… and Ana's friends' house stood.",
        "Will Mark go in May or March, or will Sun and Sat?",
    ],
)
def test_plain_prose_is_left_as_it_is(text: str) -> None:
    """Words that are spoken as they are written stay."""
    assert spoken(text) == text
