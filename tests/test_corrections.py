"""What a user corrects stays corrected, in every way to read the article, and after it has been edited."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import narrate
from narrate.cli import cli
from narrate.errors import CorrectionError
from narrate.ledger import ledger
from narrate.model import Script, Source, Speaker
from narrate.structure import recognize
from narrate.views import corrections_stub
from tests import helpers

ARTICLE = """Ferry late again

The night boat from Kalle was four hours late on Monday (Getty Images), and nobody said why.

What happened next

“The engine was too hot for us,” said Lee Brandt, the captain. “I would do it again.”

“It was the fog,” he added. “We waited for hours,” said Ada Moreau, who runs a school in Holm.

She said the “bad apples” were to blame. Sign up for our newsletter to get more of this.

— We never saw a boat, the boy said.
"""


def _article(folder: Path, corrections: str = "", text: str = ARTICLE) -> Path:
    path = folder / "ferry.txt"
    path.write_text(text, encoding="utf-8")
    if corrections:
        (folder / "ferry.corrections.toml").write_text(corrections, encoding="utf-8")
    return path


def _script(folder: Path, corrections: str = "", text: str = ARTICLE, **options: object) -> narrate.Script:
    return narrate.write_script(_article(folder, corrections, text), **options)  # type: ignore[arg-type]


def _who_says(script: narrate.Script, words: str) -> str | None:
    said = next(each for each in script.quotations if words in each.text)
    return said.speaker.name if said.speaker else None


def _block(script: narrate.Script, words: str) -> narrate.Block:
    return next(block for block in script.article.blocks if words in " ".join(block.text.split()))


def _heard(script: narrate.Script) -> str:
    """What is spoken of the article, with what is said in place of what is written."""
    said = []
    for each in script.utterances:
        text = each.text
        for mark in sorted(each.marks, key=lambda mark: -mark.start):
            if mark.kind == "sub":
                text = text[: mark.start] + mark.value + text[mark.end :]
        said.append(text)
    return " ".join(" ".join(said).split())


# -- what can be corrected ---------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("says", "kind", "spoken"),
    [
        ('kind = "heading"', "heading", True),
        ('kind = "caption"', "caption", True),
        ('kind = "boilerplate"', "boilerplate", False),
        ('kind = "boilerplate"\nspoken = true', "boilerplate", True),
        ("spoken = false", "paragraph", False),
    ],
)
def test_a_block_is_what_it_is_said_to_be(tmp_path: Path, says: str, kind: str, spoken: bool) -> None:
    """Whatever the words look like; no other block changes, and all of them still tile the source."""
    before = _script(tmp_path)
    script = _script(tmp_path, f'[[block]]\nexact = "— We never saw a boat"\n{says}\n')
    block = _block(script, "never saw")
    assert (block.kind, block.spoken) == (kind, spoken)
    assert ("never saw" in _heard(script)) is spoken
    assert block.spoken or block.reason == "left out by a correction"
    others = [each for each in script.article.blocks if each != block]
    assert others == [each for each in before.article.blocks if each.start != block.start]


def test_what_was_left_out_can_be_spoken(tmp_path: Path) -> None:
    """A line that was taken for furniture of the page is heard again."""
    text = f"{ARTICLE}\nShare this article\n"
    assert not _block(_script(tmp_path, text=text), "Share this").spoken
    script = _script(tmp_path, '[[block]]\nexact = "Share this article"\nkind = "paragraph"\n', text)
    assert "Share this article" in _heard(script)


def test_a_title_that_is_given_is_the_article_s(tmp_path: Path) -> None:
    """In the script, and so in every file; what was taken for the title is an ordinary paragraph."""
    script = _script(tmp_path, '[[block]]\nexact = "What happened next"\nkind = "title"\n')
    assert script.article.title == "What happened next"
    assert [block.text for block in script.article.blocks if block.kind == "title"] == ["What happened next"]


def test_words_can_be_cut_out_of_their_block(tmp_path: Path) -> None:
    """A heading that stands on the line of its paragraph becomes a block, and a chapter."""
    text = ARTICLE.replace("next\n\n", "next ")
    script = _script(
        tmp_path, '[[block]]\nexact = "What happened next"\nkind = "heading"\ncut = true\n', text
    )
    assert [chapter.title for chapter in script.chapters][-1] == "What happened next"
    assert _who_says(script, "engine") == "Lee Brandt"


@pytest.mark.parametrize(
    ("words", "speaker", "who"),
    [
        ("I would do it again", "Ada Moreau", "Ada Moreau"),
        ("I would do it again", "Moreau", "Ada Moreau"),
        ("I would do it again", "Mrs Moreau", "Ada Moreau"),
        ("It was the fog,", "Mrs Tilda Holm", "Mrs Tilda Holm"),
        ("We waited for hours", "nobody", None),
        ("bad apples", "Lee Brandt", "Lee Brandt"),
        ("We never saw a boat", "Tim Lee", "Tim Lee"),
    ],
)
def test_a_quotation_is_whose_it_is_said_to_be(
    tmp_path: Path, words: str, speaker: str, who: str | None
) -> None:
    """Somebody of the article, by the last name too, somebody new, or nobody; also without marks."""
    before = _script(tmp_path)
    script = _script(tmp_path, f'[[quotation]]\nexact = "{words}"\nspeaker = "{speaker}"\n')
    assert _who_says(script, words) == who
    others = [each for each in script.quotations if words not in each.text]
    assert others == [each for each in before.quotations if words not in each.text]


def test_a_speaker_has_the_gender_and_the_voice_that_are_given(tmp_path: Path) -> None:
    """In every quotation of theirs; the others keep their voices."""
    script = _script(tmp_path, '[people."Lee Brandt"]\ngender = "f"\nvoice = "vera"\n')
    spoken = {
        (each.speaker.name, each.speaker.gender, each.voice.name)
        for each in script.utterances
        if each.speaker
    }
    assert ("Lee Brandt", "f", "vera") in spoken
    assert {name for name, _, voice in spoken if voice == "vera"} == {"Lee Brandt"}


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Mrs Xilo Quist", "f"), ("Tilda Quist", "f"), ("Sir Quist", "m"), ("Xilo Quist", None)],
)
def test_somebody_new_has_the_gender_that_the_name_shows(
    tmp_path: Path, name: str, gender: str | None
) -> None:
    """By the title or the first name, as for everybody in the article."""
    script = _script(tmp_path, f'[[quotation]]\nexact = "It was the fog,"\nspeaker = "{name}"\n')
    speaker = next(each.speaker for each in script.quotations if "fog" in each.text)
    assert speaker is not None
    assert (speaker.name, speaker.gender) == (name, gender)


def test_a_turn_of_a_transcript_is_whose_it_is_said_to_be(tmp_path: Path) -> None:
    """Somebody else has it then, and is introduced where they begin; the others are introduced as ever."""
    text = """Harbour talk

ADA MOREAU: Good evening. What happened on Monday night?

LEE BRANDT: The engine was too hot for us. We waited for hours.

ADA MOREAU: And nobody told the passengers?

LEE BRANDT: Nobody did. I would never do it again.
"""
    script = _script(
        tmp_path,
        '[[quotation]]\nexact = "And nobody told the passengers?"\nspeaker = "Ida Holm"\n'
        '[[omit]]\nexact = "Good evening."\n',
        text,
    )
    said = [(each.speaker.name if each.speaker else "", each.text) for each in script.utterances]
    assert said[1:] == [
        ("", "Ada Moreau."),
        ("Ada Moreau", "What happened on Monday night?"),
        ("", "Lee Brandt."),
        ("Lee Brandt", "The engine was too hot for us. We waited for hours."),
        ("", "Ida Holm."),
        ("Ida Holm", "And nobody told the passengers?"),
        ("Lee Brandt", "Nobody did. I would never do it again."),
    ]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("The night boat was late.", "It rained in Kalle. Nobody knew."),
        ("It rained in Kalle.", "The night boat was late. Nobody knew."),
        ("Nobody knew.", "The night boat was late. It rained in Kalle."),
        ("The night boat was late. It rained in Kalle.", "Nobody knew."),
    ],
)
def test_sentences_are_left_out_wherever_they_stand(tmp_path: Path, words: str, kept: str) -> None:
    """At the beginning, in the middle and at the end of a paragraph."""
    text = "Fog\n\nThe night boat was late. It rained in Kalle. Nobody knew.\n"
    script = _script(tmp_path, f'[[omit]]\nexact = "{words}"\n', text)
    assert _heard(script) == f"Fog {kept}"


def test_a_quotation_stays_one_if_its_beginning_is_left_out(tmp_path: Path) -> None:
    """Its other mark is not left behind."""
    text = "Fog\n\n“Good evening. We waited for hours on the pier,” said Ada Moreau.\n"
    script = _script(tmp_path, '[[omit]]\nexact = "Good evening."\n', text)
    assert _who_says(script, "We waited") == "Ada Moreau"
    assert "Good evening" not in _heard(script)


@pytest.mark.parametrize(
    "corrections",
    [
        '[people."Lee Brandt"]\ngender = "f"\n',
        '[people."Lee Brandt"]\nvoice = "amos"\n',
        '[[quotation]]\nexact = "The engine was too hot for us,"\nspeaker = "Tom Quist"\n',
        '[[quotation]]\nexact = "bad apples"\nspeaker = "Tom Quist"\nkind = "direct"\n',
    ],
)
def test_a_correction_changes_nobody_else_s_voice(tmp_path: Path, corrections: str) -> None:
    """Those who speak after somebody who was corrected keep the voices that a listener knows."""
    text = f"{ARTICLE}\n“It rained,” said Ola Berg. “It did,” said Ida Holm. “So it did,” said Hans Lind.\n"
    before = {each.speaker: each.voice for each in _script(tmp_path, text=text).utterances if each.speaker}
    after = {
        each.speaker: each.voice for each in _script(tmp_path, corrections, text).utterances if each.speaker
    }
    others = {speaker for speaker in before if speaker.name != "Lee Brandt"}
    assert len(others) >= 4
    assert {speaker: after[speaker] for speaker in others} == {speaker: before[speaker] for speaker in others}


def test_a_voice_that_is_given_is_taken_from_who_had_it(tmp_path: Path) -> None:
    """Two people who are told apart by their voices still are; the others keep theirs."""
    before = _script(tmp_path)
    hers = next(each.voice.name for each in before.utterances if each.speaker and each.speaker.gender == "f")
    script = _script(tmp_path, f'[people."Lee Brandt"]\ngender = "f"\nvoice = "{hers}"\n')
    voices = {each.speaker.name: each.voice.name for each in script.utterances if each.speaker}
    assert voices["Lee Brandt"] == hers
    assert voices["Ada Moreau"] != hers


def test_words_are_said_so(tmp_path: Path) -> None:
    """Everywhere, or only where the words around them are those that are given."""
    script = _script(
        tmp_path,
        '[[word]]\nexact = "Kalle"\nsay = "Kelly"\n'
        '[[word]]\nexact = "hours"\nsuffix = "late"\nsay = "ages"\n',
    )
    heard = _heard(script)
    assert {each.reason for each in ledger(script) if each.fate == "changed"} == {"correction"}
    assert "from Kelly was four ages late" in heard
    assert "We waited for hours" in heard


def test_sounds_are_said_so(tmp_path: Path) -> None:
    """IPA goes to the engine as it is."""
    script = _script(tmp_path, '[[word]]\nexact = "Kalle"\nipa = "ˈkalə"\n')
    sounds = [mark.value for each in script.utterances for mark in each.marks if mark.kind == "phoneme"]
    assert "ˈkalə" in sounds


@pytest.mark.parametrize(
    "words",
    [
        "(Getty Images)",
        "Sign up for our newsletter to get more of this.",
        "What happened next",
        "— We never saw a boat, the boy said.",
        "What happened next\\n\\n“The engine was too hot for us,”",
    ],
)
def test_what_is_left_out_is_silent_and_in_the_ledger(tmp_path: Path, words: str) -> None:
    """A phrase, a sentence, a block, and what reaches over two; the reason is the correction."""
    script = _script(tmp_path, f'[[omit]]\nexact = "{words}"\n')
    plain = " ".join(words.replace("\\n", " ").split())
    assert plain not in _heard(script)
    entries = [each for each in ledger(script) if each.reason == "left out by a correction"]
    source = script.article.source
    gone = " ".join(source[each.start : each.end] for each in entries)
    assert re.sub(r"\W", "", gone) == re.sub(r"\W", "", plain)
    assert not [each for each in ledger(script) if each.fate == "unaccounted"]


def test_a_recording_of_a_corrected_article_has_no_gap(tmp_path: Path) -> None:
    """A phrase that is left out inside a sentence has no sound, and the words after it have their times."""
    article = _article(tmp_path, '[[omit]]\nexact = "(Getty Images)"\n')
    made = narrate.narrate(article, tmp_path / "ferry.ledger.json", engine="tone")
    fates = json.loads((tmp_path / "ferry.ledger.json").read_text(encoding="utf-8"))
    assert made.narration.length > 0
    assert "left out by a correction" in json.dumps(fates)
    assert "not heard" not in {entry["fate"] for entry in fates["entries"]}


def test_captions_do_not_show_what_is_left_out(tmp_path: Path) -> None:
    """Neither do transcripts; the comma behind it stands where it belongs."""
    article = _article(tmp_path, '[[omit]]\nexact = "(Getty Images)"\n')
    outputs = [tmp_path / f"made{suffix}" for suffix in (".vtt", ".srt", ".txt")]
    narrate.narrate(article, outputs, engine="tone", words=True)
    for output in outputs:
        shown = re.sub(r"<[^>]*>|\d\d:\S+ --> \S+|^\d+$", " ", output.read_text(encoding="utf-8"), flags=re.M)
        assert "four hours late on Monday, and nobody said why." in " ".join(shown.split())


# -- where they are found ----------------------------------------------------------------------------
EDITS: dict[str, Callable[[str], str]] = {
    "other white space": lambda text: text.replace(" ", "\u00a0 ").replace("\n\n", "\r\n\r\n\r\n"),
    "straight quotation marks": lambda text: text.translate(str.maketrans("“”—", '""-')),
    "a word changed": lambda text: text.replace("again.”", "once more.”").replace(
        "hot for us", "warm for us"
    ),
    "a paragraph before": lambda text: text.replace("The night boat", "It rained.\n\nThe night boat"),
    "a sentence in between": lambda text: text.replace("captain. ", "captain. He was tired. "),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_corrections_survive_edits_of_the_article(tmp_path: Path, edit: Callable[[str], str]) -> None:
    """They hold on to the words, not to where these stood; small changes of the words do not matter."""
    script = _script(
        tmp_path,
        '[[quotation]]\nexact = "The engine was too hot for us,"\nspeaker = "Ada Moreau"\n'
        '[[block]]\nexact = "She said the “bad apples” were to blame."\nspoken = false\n',
        edit(ARTICLE),
    )
    assert _who_says(script, "engine") == "Ada Moreau"
    assert not _block(script, "bad apples").spoken
    assert not [note for note in script.notes if "no words like" in note]


def test_the_words_around_tell_places_apart(tmp_path: Path) -> None:
    """Of two quotations with the same words the one is meant that the prefix or the suffix fits."""
    text = "Fog\n\n“No,” said Ada Moreau.\n\n“No,” said Lee Brandt.\n\n“No,” said Ida Holm.\n"
    corrections = '[[quotation]]\nexact = "No,"\nsuffix = "said Lee"\nspeaker = "Tim Lee"\n'
    script = _script(tmp_path, corrections, text)
    speakers = [each.speaker.name for each in script.quotations if each.speaker]
    assert speakers == ["Ada Moreau", "Tim Lee", "Ida Holm"]


def test_few_words_in_another_place_are_not_those_that_were_meant(tmp_path: Path) -> None:
    """If the place is gone that prefix and suffix told, the correction no longer matches."""
    text = "Fog\n\n“No,” said Ada Moreau.\n\nThe boat left at noon.\n"
    anchor = 'exact = "No,"\nprefix = "of Kalle:"\nsuffix = "answered Tilda Quist"\n'
    script = _script(tmp_path, f'[[quotation]]\n{anchor}speaker = "nobody"\n', text)
    assert _who_says(script, "No,") == "Ada Moreau"
    assert any("no words like “No,”" in note for note in script.notes)


def test_words_that_stand_several_times_are_noted(tmp_path: Path) -> None:
    """Without prefix and suffix the first is taken, and a line says so."""
    text = "Fog\n\n“No,” said Ada Moreau.\n\n“No,” said Lee Brandt.\n"
    script = _script(tmp_path, '[[quotation]]\nexact = "No,"\nspeaker = "nobody"\n', text)
    assert any("stands 2 times in the article" in note and "line 1" in note for note in script.notes)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (
            '[[quotation]]\nexact = "Nothing of the kind was ever said"\nspeaker = "Ada Moreau"',
            r"line 1: .*no words like “Nothing of the kind",
        ),
        (
            '\n[[block]]\nexact = "Unknown"\nspoken = false',
            r"line 2: the article has no words like “Unknown”",
        ),
        ('[[word]]\nexact = "Aleppo"\nsay = "a lep po"', r"line 1: .*“Aleppo”: copy them anew"),
        ('[people."Lee Brant"]\ngender = "f"', r"line 1: nobody.*Lee Brant.*did you mean Lee Brandt\?"),
        ('[people."Lee Brandt"]\nvoice = "verra"', r"line 1: .*no voice 'verra' \(did you mean vera\?\)"),
        (
            '[[quotation]]\nexact = "It was the fog,"\nspeaker = "Ada Moraeu"',
            r"line 1: .*not name Ada Moraeu \(did you mean Ada Moreau\?\)",
        ),
        (
            '[[quotation]]\nexact = "It was the fog,"\nspeaker = "Xu Qi"',
            r"line 1: .*not name Xu Qi \(somebody new",
        ),
    ],
)
def test_what_no_longer_matches_is_one_clear_line(tmp_path: Path, entry: str, said: str) -> None:
    """With the file, the line and what to do; the rest of the article is read as ever."""
    script = _script(tmp_path, entry)
    found = [note for note in script.notes if "ferry.corrections.toml" in note]
    assert len(found) == 1
    assert re.search(said, found[0])
    assert "\n" not in found[0]


def test_strict_refuses_what_no_longer_matches(tmp_path: Path) -> None:
    """For newsrooms that would rather not publish than publish it uncorrected."""
    with pytest.raises(CorrectionError, match=r"no longer matches.*line 1"):
        _script(tmp_path, '[[block]]\nexact = "Unknown"\nspoken = false', strict=True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[blok]]\nexact = 'a'", r"unknown key `blok`.*\.corrections\.toml, line 1 \(did you mean block"),
        ('[[block]]\nexact = "a"\nkidn = "x"', r"unknown key `kidn`.*line 3 \(did you mean kind"),
        ('[[block]]\nexact = "a"\nkind = "headline"', r"`kind` cannot be 'headline'.*line 3.*heading"),
        ('[[block]]\nkind = "heading"', r"line 1 \(add exact"),
        ('[[block]]\nexact = "a"', r"given nothing to be.*line 1"),
        ('[[block]]\nexact = "a"\nspoken = "no"', r"line 3 \(write true or false"),
        ('[[quotation]]\nexact = "a"', r'no speaker.*line 1 .*"nobody"'),
        ('[[quotation]]\nexact = "a"\nspeaker = "  "', r'no speaker.*line 1 .*"nobody"'),
        ('[[word]]\nexact = "a"\nsay = "b"\nipa = "b"', r"line 1 \(write either say"),
        ('[[word]]\nexact = "a"\nipa = "5"', r"'5' is not IPA.*line 3"),
        ('[people."Ada"]\ngender = "x"', r"gender cannot be 'x'.*line 2"),
        ('block = "a"', r"line 1 \(write \[\[block\]\]"),
        ("[[block]\n", r"not valid TOML"),
        (
            '[[block]]\nexact = "a"\nkind = "heading"\n[[block]]\nexact = "a"\nkind = "caption"',
            r"contradict each other about “a”.*line 4 \(line 1 says something else: take one of them out",
        ),
        (
            '[[quotation]]\nexact = "It was the fog,"\nspeaker = "A"\n[[quotation]]\nexact = "was the fog"\n'
            'speaker = "nobody"',
            r"contradict each other about “was the fog”.*line 4 \(line 1",
        ),
        (
            '[[word]]\nexact = "a"\nsay = "b"\n\n[[word]]\nexact = "a"\nipa = "c"',
            r"contradict each other about “a”.*line 5 \(line 1",
        ),
        ('[people.A]\naliases = ["B"]\n[people.B]\ngender = "f"', r"B is both A and B.*line 3"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_file_is_named(tmp_path: Path, text: str, said: str) -> None:
    """One line with the file, the line and what to do; nothing is narrated."""
    with pytest.raises(CorrectionError, match=said) as caught:
        _script(tmp_path, text)
    assert "\n" not in str(caught.value)


# -- the stub ----------------------------------------------------------------------------------------
UNSURE = """Fog on the water

The “terrible noise of a siren” woke everybody up.

“Nobody has told us anything at all about it.”

“It was the fog,” said Xilo Quist.

Notice: you are using an outdated browser. Please update it.

The old harbour of Kalle
"""


def _stub(article: Path, *options: str) -> str:
    result = CliRunner().invoke(cli, ["script", str(article), "--format", "corrections", *options])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_stub_asks_about_what_is_unsure(tmp_path: Path) -> None:
    """A quotation without a speaker, a speaker without a gender, sentences that are left out, a line that may
    be a heading; and about nothing else."""
    entries = _uncommented(_stub(_article(tmp_path, text=UNSURE)))
    data = tomllib.loads(entries)
    said = {each["exact"]: each["speaker"] for each in data["quotation"]}
    assert said == {
        "terrible noise of a siren": "nobody",
        "Nobody has told us anything at all about it.": "nobody",
    }
    assert "voice" in data["people"]["Xilo Quist"]
    kinds = {each["exact"]: (each["kind"], each["spoken"]) for each in data["block"]}
    assert kinds == {
        "The old harbour of Kalle": ("paragraph", True),
        "Notice: you are using an outdated browser. Please update it.": ("boilerplate", False),
    }


def test_the_stub_asks_about_speakers_who_are_not_sure() -> None:
    """With the speaker who was found, and how often such a one is right; not about those who were given."""
    article = helpers.article(("title", "Fog"), ("paragraph", "“No.” “Yes.” “Perhaps.”"))
    speaker = Speaker("Ada Moreau", "f")
    found = [
        helpers.quotation(article.source, words, speaker=speaker) for words in ("No.", "Yes.", "Perhaps.")
    ]
    sure = [replace(each, confidence=value) for each, value in zip(found, (0.4, 0.9, None), strict=True)]
    stub = corrections_stub(Script(article, (), (), tuple(sure)))
    (entry,) = tomllib.loads(_uncommented(stub))["quotation"]
    assert (entry["exact"], entry["speaker"], entry["kind"]) == ("No.", "Ada Moreau", "direct")
    assert "Does Ada Moreau say this? 40 in 100" in stub


def test_the_stub_is_a_file_of_corrections_that_changes_nothing(tmp_path: Path) -> None:
    """As it is, and with every entry uncommented."""
    article = _article(tmp_path, text=UNSURE)
    before = narrate.write_script(article)
    stub = _stub(article)
    for text in (stub, _uncommented(stub)):
        (tmp_path / "ferry.corrections.toml").write_text(text, encoding="utf-8")
        after = narrate.write_script(article)
        assert [(each.text, each.voice, each.speaker) for each in after.utterances] == [
            (each.text, each.voice, each.speaker) for each in before.utterances
        ]
        assert [note for note in after.notes if "corrections" in note] == []


def test_the_stub_does_not_replace_corrections(tmp_path: Path) -> None:
    """Whoever asks for it a second time keeps what has been corrected in the meantime."""
    article = _article(tmp_path, CORRECTED)
    file = tmp_path / "ferry.corrections.toml"
    result = CliRunner().invoke(cli, ["script", str(article), "--format", "corrections", "-o", str(file)])
    assert "may hold your corrections" in str(result.exception)
    assert file.read_text(encoding="utf-8") == CORRECTED


def test_a_stub_of_a_sure_article_says_so(tmp_path: Path) -> None:
    """It is still a file to write corrections into."""
    stub = _stub(_article(tmp_path, text="Fog\n\n“It was the fog,” said Ada Moreau, the mayor.\n"))
    assert "Nothing here is unsure" in stub
    assert tomllib.loads(stub) == {}


def _uncommented(stub: str) -> str:
    """The stub without the signs before its entries; what is said of them stays a comment."""
    return "".join(re.sub(r"^#(?=[^\s#])", "", line) for line in stub.splitlines(keepends=True))


# -- in every way to read an article -----------------------------------------------------------------
FOG_IS_ADAS = '[[quotation]]\nexact = "It was the fog,"\nspeaker = "Ada Moreau"\n'
NO_HEADING = '[[omit]]\nexact = "What happened next"\n'
CORRECTED = FOG_IS_ADAS + NO_HEADING


@pytest.mark.parametrize("command", ["script", "ssml", "names", "ledger"])
def test_every_command_takes_corrections(tmp_path: Path, command: str) -> None:
    """By themselves beside the article, by name from elsewhere, and not at all."""
    article = _article(tmp_path, CORRECTED)
    named = tmp_path / "mine.toml"
    (tmp_path / "ferry.corrections.toml").rename(named)

    def run(*options: str) -> str:
        result = CliRunner().invoke(cli, [command, str(article), *options])
        assert result.exit_code == 0, result.output
        return result.stdout

    without = run()
    corrected = run("--corrections", str(named))
    named.rename(tmp_path / "ferry.corrections.toml")
    assert run() == corrected
    assert run("--corrections", "none") == without
    assert command == "names" or corrected != without


@pytest.mark.parametrize("command", [["script"], ["ssml"], ["names"], ["ledger"], []])
def test_every_command_says_what_no_longer_matches(tmp_path: Path, command: list[str]) -> None:
    """On standard error, once, apart from what is written."""
    article = _article(tmp_path, '[[block]]\nexact = "Unknown"\nspoken = false\n')
    output = [] if command else ["--engine", "tone", "-o", str(tmp_path / "made.vtt")]
    result = CliRunner().invoke(cli, [*command, str(article), *output])
    assert result.exit_code == 0, result.output
    assert result.stderr.count("no words like “Unknown”") == 1


def test_python_takes_corrections(tmp_path: Path) -> None:
    """Of an article that has been read already, too."""
    article = _article(tmp_path)
    file = tmp_path / "mine.toml"
    file.write_text(CORRECTED, encoding="utf-8")
    script = narrate.direct(
        narrate.read(article), narrate.load_cast("default"), narrate.Options(corrections=file)
    )
    assert _who_says(script, "fog") == "Ada Moreau"
    assert "What happened next" not in _heard(script)


def test_an_ssml_document_says_that_it_is_not_corrected(tmp_path: Path) -> None:
    """In it, somebody has decided already."""
    document = tmp_path / "ferry.ssml"
    document.write_text("<speak version='1.0' xml:lang='en'>Ferry late</speak>", encoding="utf-8")
    file = tmp_path / "mine.toml"
    file.write_text(CORRECTED, encoding="utf-8")
    notes = narrate.write_script(document, corrections=file).notes
    assert any("corrections are for articles" in note for note in notes)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """Asked for by name, it has to exist."""
    with pytest.raises(CorrectionError, match=r"no such file.*nowhere\.toml"):
        narrate.write_script(_article(tmp_path), corrections=tmp_path / "nowhere.toml")


def test_a_page_is_corrected_like_a_text(tmp_path: Path) -> None:
    """The words are those that the page shows."""
    path = tmp_path / "ferry.html"
    paragraphs = "".join(f"<p>{line}</p>" for line in ARTICLE.split("\n\n")[1:])
    path.write_text(f"<html><body><article><h1>Ferry late again</h1>{paragraphs}</article></body></html>")
    (tmp_path / "ferry.corrections.toml").write_text(CORRECTED, encoding="utf-8")
    script = narrate.write_script(path)
    assert _who_says(script, "fog") == "Ada Moreau"
    assert "What happened next" not in _heard(script)


def test_corrections_of_a_book_are_found_in_their_places() -> None:
    """Thousands of paragraphs that differ by a number are told apart."""
    from narrate.corrections import AnchoredText
    from narrate.model import Anchor

    source = recognize(Source("\n\n".join(f"Paragraph {n} says this." for n in range(2000)), "x")).source
    text = AnchoredText(source)
    for number in range(0, 2000, 40):
        found = text.find(Anchor(f"Paragraph {number} says this."))
        assert found is not None
        assert source[found.start : found.end] == f"Paragraph {number} says this."
