"""Who says a quotation, construction by construction: five invented variants of each."""

from __future__ import annotations

import pytest

from narrate.quotation import find_quotations

MISSED = pytest.mark.xfail(strict=True, reason="found out, and not mended yet")


def _speakers(text: str) -> list[str | None]:
    return [found.speaker.name if found.speaker else None for found in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Orla Finch said the gap between the two ferries is “a scandal”.", "Orla Finch"),
        ("Dermot Quay said the pay of the stokers was “an insult”.", "Dermot Quay"),
        ("Mina Sandoval says her town’s last bakery is “hanging by a thread”.", "Mina Sandoval"),
        ("The harbour master, Lars Holm, argued that the new quay remains “a white elephant”.", "Lars Holm"),
        ("On Friday Beatrix Olu admitted the drills had been “a mess from start to end”.", "Beatrix Olu"),
    ],
)
def test_a_fragment_in_what_somebody_says_is(text: str, name: str) -> None:
    """X said the gap is “F”."""
    assert _speakers(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Orla Finch told Dermot Quay the news was “a bolt from the blue”.", "Orla Finch"),
        ("Mina Sandoval told the council that the roof was “one storm away” from falling.", "Mina Sandoval"),
        ("Lars Holm told Radio Skerry the strike would be “long and bitter”.", "Lars Holm"),
        ("Beatrix Olu has told friends that the job is “a poisoned cup”.", "Beatrix Olu"),
        ("Judge Ivo Marsh told the jurors their task was “not an easy one”.", "Ivo Marsh"),
    ],
)
def test_a_fragment_in_what_somebody_tells_somebody(text: str, name: str) -> None:
    """X told Y the news was “F”."""
    assert _speakers(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Orla Finch asked whether “anybody had read the report”.", "Orla Finch"),
        ("Dermot Quay asked if the board was “even in the room”.", "Dermot Quay"),
        (
            "At the hearing Mina Sandoval wondered whether the figures were “plucked from the air”.",
            "Mina Sandoval",
        ),
        ("Lars Holm questioned whether the town needed “another car park”.", "Lars Holm"),
        ("Beatrix Olu asked Ivo Marsh why the doors were “chained shut”.", "Beatrix Olu"),
    ],
)
def test_a_fragment_in_a_reported_question(text: str, name: str) -> None:
    """X asked whether “F”."""
    assert _speakers(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Orla Finch dubbed Dermot Quay “the king of delay”.", "Orla Finch"),
        ("Mina Sandoval labelled the scheme “daylight robbery”.", "Mina Sandoval"),
        ("Lars Holm has branded the mayor “a tourist in her own town”.", "Lars Holm"),
        ("Beatrix Olu described the verdict as “a slap in the face”.", "Beatrix Olu"),
        ("Ivo Marsh denounced the raid as “theatre with guns”.", "Ivo Marsh"),
    ],
)
def test_a_fragment_after_a_verb_of_naming(text: str, name: str) -> None:
    """X dubbed Y “F”."""
    assert _speakers(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "The lake was “flat as glass” and the boat “barely moving”, according to Orla Finch.",
            "Orla Finch",
            marks=MISSED,
        ),
        ("The plan is “half baked” and its author “out of his depth”, Dermot Quay said.", "Dermot Quay"),
        ("According to Mina Sandoval, the talks were “cold” and the lunch “colder still”.", "Mina Sandoval"),
        ("The guards were “shouting at everyone” and “waving their sticks”, said Lars Holm.", "Lars Holm"),
        (
            "The house was “damp from floor to roof”, with stairs that “sang”, according to Beatrix Olu.",
            "Beatrix Olu",
        ),
    ],
)
def test_several_fragments_with_one_speaker(text: str, name: str) -> None:
    """It was “F” and “G”, according to X."""
    assert _speakers(text) == [name, name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“Come home, all of you,” Orla Finch implored.", "Orla Finch"),
        ("“Please do not sell the boat,” Dermot Quay begged.", "Dermot Quay"),
        ("“It was never about the money,” Mina Sandoval countered.", "Mina Sandoval"),
        ("“You are standing on my hat,” snarled Lars Holm.", "Lars Holm"),
        ("“We did it, we really did it,” beamed Beatrix Olu.", "Beatrix Olu"),
    ],
)
def test_plain_speech_with_a_rarer_verb(text: str, name: str) -> None:
    """“…,” X implored."""
    assert _speakers(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "Reporters pressed him about the leak. Orla Finch’s reply: “Ask the plumber.”",
            "Orla Finch",
            marks=MISSED,
        ),
        ("Dermot Quay’s answer was short: “No, and no again.”", "Dermot Quay"),
        ("Mina Sandoval’s verdict: “It tastes of soap.”", "Mina Sandoval"),
        ("Lars Holm’s response to the fine was “a shrug with words”.", "Lars Holm"),
        ("Beatrix Olu’s advice to young sailors: “Learn to wait.”", "Beatrix Olu"),
    ],
)
def test_the_words_that_are_somebodys_reply(text: str, name: str) -> None:
    """X’s reply: “…”."""
    assert _speakers(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The books balance,” responded finance director Orla Finch.", "Orla Finch"),
        ("“The pumps held,” replied chief engineer Dermot Quay.", "Dermot Quay"),
        ("“Nobody slept,” said night porter Mina Sandoval.", "Mina Sandoval"),
        ("“We lost the light,” explained camera assistant Lars Holm.", "Lars Holm"),
        ("“The reef is bleaching,” warned marine biologist Beatrix Olu.", "Beatrix Olu"),
    ],
)
def test_an_office_without_an_article_before_the_speaker(text: str, name: str) -> None:
    """“…,” responded finance director X."""
    assert _speakers(text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“I saw smoke,” one said. “I saw nothing at all,” said another.", ["one", "another"]),
        ("“It is too dear,” said one shopper. “It is worth it,” another said.", ["one shopper", "another"]),
        ("Two clerks spoke. “We were told to wait,” said one. “Then they locked the doors,” said the other.",
         ["one", "the other"]),
        ("“They ran,” said one of the boys. “They sat,” said a second.", ["one of the boys", "a second"]),
        ("“It was cold,” one guest wrote. “So was the waiter,” wrote another.", ["one guest", "another"]),
    ],
)  # fmt: skip
def test_one_said_and_another_said(text: str, names: list[str]) -> None:
    """Those who have no name are two people."""
    assert _speakers(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The tunnel is “a hole with no end”, as Orla Finch says.", "Orla Finch"),
        ("Dermot Quay is “the last of the gentlemen”, as Mina Sandoval puts it.", "Mina Sandoval"),
        ("Lars Holm’s boat was “more rust than iron”, as Beatrix Olu once said.", "Beatrix Olu"),
        ("The town of Ulm is “a waiting room”, as Ivo Marsh wrote in May.", "Ivo Marsh"),
        ("For Lars Holm the vote was “a coin on its edge”, as his aide Nell Byrd put it.", "Nell Byrd"),
    ],
)  # fmt: skip
def test_as_somebody_says_behind_a_fragment(text: str, name: str) -> None:
    """Y is “Q”, as X says."""
    assert _speakers(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("When Orla Finch said the ferry was safe, Dermot Quay responded: “Then sail on it.”", "Dermot Quay"),
        ("After Mina Sandoval called for calm, Lars Holm shouted, “Calm is for the rich.”", "Lars Holm"),
        ("As Beatrix Olu told the crowd to leave, Ivo Marsh replied, “We live here.”", "Ivo Marsh"),
        ("While Orla Finch insists the money is there, Nell Byrd says “the vault is empty.”", "Nell Byrd"),
        pytest.param(
            "If Dermot Quay says it is raining, Lars Holm will say “it never was drier.”",
            "Lars Holm",
            marks=MISSED,
        ),
    ],
)
def test_the_main_clause_has_the_speaker(text: str, name: str) -> None:
    """When Y said …, X responded: “…”."""
    assert _speakers(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The firm denied it all, with spokesman Orla Finch saying “the tanks were full.”", "Orla Finch"),
        ("The club blamed the weather, with coach Dermot Quay calling the pitch “a swamp”.", "Dermot Quay"),
        ("Oldtown voted no, with Mayor Mina Sandoval telling reporters: “Enough of this.”", "Mina Sandoval"),
        ("The board split, with Lars Holm describing the offer as “crumbs”.", "Lars Holm"),
        ("The union held firm, with its secretary, Beatrix Olu, warning of “a winter without trains”.",
         "Beatrix Olu"),
    ],
)  # fmt: skip
def test_with_somebody_saying(text: str, name: str) -> None:
    """…, with spokesman X saying “…”."""
    assert _speakers(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Orla Finch, who hugged Dermot Quay, shouted: “We are free!”", "Orla Finch"),
        ("Mina Sandoval, who once worked for Lars Holm, said: “He never paid us.”", "Mina Sandoval"),
        ("Beatrix Olu, whose brother married Ivo Marsh, said, “Families are like that.”", "Beatrix Olu"),
        ("Lars Holm, standing beside Orla Finch, called the deal “a marriage of minds”.", "Lars Holm"),
        ("“I would do it again,” Nell Byrd, who had defied Dermot Quay, told the court.", "Nell Byrd"),
    ],
)
def test_somebody_else_inside_an_aside(text: str, name: str) -> None:
    """X, who hugged Y, shouted: “…”."""
    assert _speakers(text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Orla Finch met Nell Byrd, a lawyer, in May.\n"
            "“I was cold,” Finch said. “I was tired,” she added. “I wanted to go home.”\n"
            "“So I drove,” she said.\n“All night,” she said.",
            ["Orla Finch"] * 5,
        ),
        (
            "Dermot Quay sued Lars Holm.\n“He took my boat,” Mr Quay said.\n"
            "Mr Holm laughed. “It was never his,” he said.\n“Ask the harbour,” he said.\n"
            "“They know,” he added.",
            ["Dermot Quay", "Lars Holm", "Lars Holm", "Lars Holm"],
        ),
        (
            "The minister, Mina Sandoval, resigned on Monday.\nHer deputy, Ivo Marsh, will follow.\n"
            "“I have done my part,” she said.\n“It is time for others,” she said.\n"
            "Mr Marsh was brief. “I go with her,” he said.",
            ["Mina Sandoval", "Mina Sandoval", "Ivo Marsh"],
        ),
        (
            "Beatrix Olu won the race. She beat Nell Byrd, the favourite, by a yard.\n"
            "“My legs were gone,” she said.\n“Then I saw the line,” she said.\n"
            "Byrd was gracious. “She ran well,” she said.",
            ["Beatrix Olu", "Beatrix Olu", "Nell Byrd"],
        ),
        (
            "Lars Holm runs the mill. His father built it with Dermot Quay.\n"
            "“It is loud,” he said. “You get used to it.”\n"
            "“My sons will not,” he said.\n“They want desks,” he said.",
            ["Lars Holm"] * 4,
        ),
    ],
)
def test_a_run_of_pronouns(text: str, names: list[str]) -> None:
    """Each goes to the person who is spoken of, not to another of the same gender."""
    assert _speakers(text) == names


def test_an_unsure_quotation_beside_a_sure_one_of_the_same_speaker_is_surer() -> None:
    """A paragraph that is only quoted is read in the voice of the one who speaks in the next."""
    alone = (
        "Speaking at a meeting of the council on Tuesday, the engineer Ada Wong had some scathing words "
        "for her colleagues in Varn and Marl.\n\n“When one day there is a full account of what was left "
        "undone here, your names will be in it. Did nobody look? "
        "Is there nothing that you would not leave to chance?”\n\n"
    )
    followed = f"{alone}Wong said that the firm “should be ashamed”."
    by_herself, beside = find_quotations(alone)[0], find_quotations(followed)[0]
    assert [each.speaker and each.speaker.name for each in (by_herself, beside)] == ["Ada Wong", "Ada Wong"]
    assert (by_herself.confidence or 0) < 0.6 <= (beside.confidence or 0)
