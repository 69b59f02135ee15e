"""What becomes of the parts of an article. All texts are invented."""

from __future__ import annotations

import pytest

from narrate.model import Block
from narrate.pipeline.from_article import read_text

LEAD = "The bridge over the Sil in Orlow closed on Monday after the river rose by two metres overnight."
BODY = "Mayor Ada Wong said that the ferry would run every hour until the water had fallen again."


def blocks(*lines: str, gap: str = "\n\n") -> list[Block]:
    """The blocks of a text of these lines."""
    return list(read_text(gap.join(lines)).blocks)


def kinds(*lines: str, gap: str = "\n\n") -> list[str]:
    """The kinds of its blocks."""
    return [block.kind for block in blocks(*lines, gap=gap)]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \n\n"], ids=["lines", "blank lines", "uneven"])
def test_paragraphs_are_lines_however_far_apart(gap: str) -> None:
    """Single and double line ends both separate paragraphs."""
    assert kinds("Bridge closes", LEAD, BODY, gap=gap) == ["title", "paragraph", "paragraph"]


def test_hard_wrapped_paragraphs_are_joined() -> None:
    """Lines that were broken at a column become one paragraph, which keeps its line ends."""
    wrapped = (
        "The bridge over the Sil in Orlow closed on Monday after the river\n"
        "rose by two metres overnight. Nobody was hurt, and the ferry ran\n"
        "every hour until the water had fallen again late in the evening."
    )
    found = blocks("Bridge closes", wrapped, wrapped)
    assert [block.kind for block in found] == ["title", "paragraph", "paragraph"]
    assert found[1].text == wrapped


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Ferry sinks off Orlow",
        "RELATED: Ferry sinks off Orlow",
        "[Read: Ferry sinks off Orlow]",
        "Follow us on Twitter",
        "Follow Ada Wong on Twitter @adawong",
        "Sign up for our morning newsletter",
        "Get the best of Orlow in your inbox.",
        "Advertisement",
        "Story continues below advertisement",
        "Share this article",
        "Facebook Twitter WhatsApp",
        "Click to share on Twitter (Opens in new window)",
        "Comments (12)",
        "Skip to main content",
        "Notice: you are using an outdated browser. Please upgrade your browser.",
        "Please enable JavaScript to view the comments.",
        "We use cookies to improve this site.",
        "By continuing to use this site you agree to our use of cookies.",
        "© 2015 Orlow Post. All rights reserved.",
        "This material may not be published, broadcast or rewritten.",
        "https://www.example.org/story",
        "***",
    ],
)
def test_boilerplate_is_not_spoken_and_says_why(line: str) -> None:
    """Links, buttons, appeals and notices of the page are boilerplate with a reason in words."""
    found = blocks("Bridge closes", LEAD, line, BODY)
    assert [block.kind for block in found] == ["title", "paragraph", "boilerplate", "paragraph"]
    assert not found[2].spoken
    assert found[2].reason


@pytest.mark.parametrize(
    "line",
    [
        "Read the small print, the mayor told the owners of the ferry on Monday.",
        "Cookies were sold on the ferry to raise money for the families who had lost their homes.",
        "She launched a weekly newsletter about the river, and nine hundred people subscribed to it.",
        "“We use cookies on our site,” the company said, “and we have said so since the beginning.”",
        "Copyright law, which changed in 2015, gives the engineers a right to their drawings.",
        "The match is at home, and the ferry will run late for the people who want to see it.",
        "More, much more, will have to be done before the next flood comes, Wong said.",
        "Nine barrels of wine were given to the crew of the ferry courtesy of the friends of the river",
        "She drew maps (here is the page of Wikimedia where all who made them say how they "
        "look today, and where they may be used).",
        "Smoking contributed to this fire, the inspectors believe, as it did to the last one.",
    ],
)
def test_news_about_such_things_is_spoken(line: str) -> None:
    """Losing a sentence is worse than speaking some boilerplate."""
    assert kinds("Bridge closes", LEAD, line, BODY)[2] == "paragraph"


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("The square in Orlow on Monday. (Ada Wong/AFP/Getty Images)", ["caption", "credit"]),
        ("The square in Orlow on Monday. (AP Photo/Ada Wong)", ["caption", "credit"]),
        ("The square in Orlow on Monday. Photograph: Ada Wong/Reuters", ["caption", "credit"]),
        ("The square in Orlow on Monday.CreditAda Wong for The Orlow Post", ["caption", "credit"]),
        ("The square in Orlow on Monday Ada Wong/Reuters", ["caption", "credit"]),
        ("Getty Images The square in Orlow on Monday morning", ["credit", "caption"]),
        ("Image copyright Ada Wong Image caption The square in Orlow", ["credit", "boilerplate", "caption"]),
        ("Media caption The mayor spoke to reporters", ["boilerplate", "caption"]),
        (
            "Enlarge this image toggle caption Ada Wong/AP Ada Wong/AP",
            ["boilerplate", "credit", "boilerplate"],
        ),
        ("FILE - In this May 2, 2015 photo, people cross the bridge.", ["caption"]),
        ("The square in Orlow. Ada Wong/NPR hide caption", ["caption", "credit", "boilerplate"]),
        ("The square in Orlow.Credit...Ada Wong for The Orlow Post", ["caption", "credit"]),
        ("The square in Orlow.Ada Wong / Getty Images", ["caption", "credit"]),
        ("The square in Orlow. | Ada Wong/ORLOW POST", ["caption", "credit"]),
        ("The square in Orlow. (Orlow Police Department)", ["caption", "credit"]),
        ("Image: The square is seen in Orlow. Pic: PA", ["boilerplate", "caption", "credit"]),
        ("PHOTO: The square is seen in Orlow.", ["boilerplate", "caption"]),
        (
            "Facebook Twitter Pinterest The square. Photograph: Ada Wong/AP",
            ["boilerplate", "caption", "credit"],
        ),
        ("The pumps of the old mill [Fig. 3]", ["caption"]),
        ("The square in Orlow on Monday. Ada Wong/Reuters files", ["caption", "credit"]),
        ("The square in Orlow on Monday. Bild: dpa", ["caption", "credit"]),
        ("The square in Orlow on Monday • Crédits : Getty", ["caption", "credit"]),
        ("The square in Orlow. Foto: CC-BY-NC 2.0 Ada Wong", ["caption", "credit"]),
        ("The square in Orlow on Monday. CC-BY-SA 2.0", ["caption", "credit"]),
        ("Image source, Getty Images", ["credit"]),
        ("(Orlow Police Department)", ["credit"]),
        ("SOURCE: Bridge Safety Network", ["credit"]),
        ("Photo: Ada Wong", ["credit"]),
        ("Ada Wong/Orlow Post", ["credit"]),
    ],
)
def test_captions_and_credits_stand_apart(line: str, parts: list[str]) -> None:
    """A picture's caption is spoken in its own role, and who took it is told from what it shows."""
    assert kinds("Bridge closes", LEAD, line, BODY) == ["title", "paragraph", *parts, "paragraph"]


@pytest.mark.parametrize(
    "head",
    [
        ("By", "Ada Wong"),
        ("Ada Wong Education editor",),
        ("An analysis by Ada Wong",),
        ("Eine Analyse von Ada Wong",),
        ("By Ada Wong", "Updated: March 3, 2015"),
        ("Written by: Ada Wong",),
        ("Author: Ada Wong", "March 3, 2015 | Bridges, Ferries | 12 comments"),
    ],
)
def test_authors_stand_below_the_title_in_many_ways(head: tuple[str, ...]) -> None:
    """With their office, with what they wrote, or on a line of their own; a date is no notice."""
    article = read_text("\n\n".join(("Bridge closes", *head, LEAD, BODY)))
    assert [block.kind for block in article.blocks] == [
        "title",
        *["byline"] * len(head),
        "paragraph",
        "paragraph",
    ]
    assert article.byline == "Ada Wong"


@pytest.mark.parametrize("head", [("Ada Wong", "March 3, 2015"), ("March 3, 2015", "Ada Wong")])
def test_a_name_beside_the_date_is_the_author_below_a_summary_too(head: tuple[str, str]) -> None:
    """Two words with capitals further down are a heading."""
    summary = "The mayor of Orlow said on Monday that the old pier would never be used again."
    assert kinds("Bridge closes", summary, *head, LEAD, BODY)[1:4] == ["paragraph", "byline", "byline"]
    assert kinds("Bridge closes", summary, LEAD, "Storm Damage", BODY, BODY)[3] == "heading"


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("Do You Want to Cross the Sil? So Do We.", LEAD),
        ("The old bridge stood for a century. Now, it is closed.", "By Ada Wong"),
    ],
)
def test_a_title_may_have_two_sentences(title: str, below: str) -> None:
    """Its capitals, or the authors below it, tell it from a first paragraph."""
    assert kinds(title, below, LEAD, BODY)[0] == "title"
    assert kinds(BODY + " It was Monday.", LEAD, BODY)[0] == "paragraph"


def test_the_summary_between_title_and_authors_is_no_chapter() -> None:
    """Nor the caption of a picture where an agency, and no photographer, stands below it."""
    summary = "The mayor of Orlow wants to know what to do with the old pier though"
    assert kinds("Bridge closes", summary, "By Ada Wong", LEAD, BODY)[1] == "paragraph"
    assert kinds("Bridge closes", summary, "Reuters", "Updated: March 3, 2015", LEAD, BODY)[1] == "paragraph"


@pytest.mark.parametrize("heading", ["„Die Liste wird länger“", "«La liste est longue»", "“The list grows”"])
def test_headings_may_be_quotations_in_the_marks_of_any_language(heading: str) -> None:
    """German and French ones, too."""
    assert kinds("Bridge closes", LEAD, heading, BODY, "Ferries", BODY)[2] == "heading"


def test_a_line_before_the_first_credit_describes_the_picture() -> None:
    """Between the author and the photographer stands no first paragraph, unless it is a whole sentence."""
    caption = "The mayor of Orlow, with her plan for a ferry."
    assert kinds("Bridge closes", "By Ada Wong", caption, "Photo by Bela Roth/AP", LEAD)[2] == "caption"
    assert kinds("Bridge closes", "By Ada Wong", LEAD, "Photo by Bela Roth/AP", BODY)[2] == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "This is an archived article and the information in it may be outdated.",
        "This story has been updated with a statement of the mayor.",
        "Editor's note: The spelling of a name has been corrected.",
        "Correction: An earlier version gave a wrong date.",
        "An earlier version of this article gave a wrong date.",
        "This article was amended on 3 May 2015.",
        "This is a breaking news story, more follows.",
        "• This article was amended on 3 May 2015.",
        "This article is more than 5 years old",
    ],
)
def test_notices_are_spoken_as_such(line: str) -> None:
    """What the publisher says about the article is a notice, wherever it stands."""
    assert kinds("Bridge closes", line, LEAD, BODY) == ["title", "notice", "paragraph", "paragraph"]
    assert kinds("Bridge closes", LEAD, BODY, line)[-1] == "notice"


@pytest.mark.parametrize(
    "line",
    [
        "The Post's Ada Wong, Bela Roth and Carl E. Sand contributed to this report.",
        "(Reporting by Ada Wong; Editing by Bela Roth)",
        "Additional reporting by Ada Wong in Orlow",
        "Photo editing by Ada Wong",
        "Contact Ada Wong at ada.wong@example.org",
    ],
)
def test_who_made_it_is_a_credit(line: str) -> None:
    """Contributors and editors at the end are credits."""
    assert kinds("Bridge closes", LEAD, BODY, line)[-1] == "credit"


@pytest.mark.parametrize(
    "heading",
    [
        "Ferry runs late",
        "A ‘false hope’",
        "'Why are you silent?'",
        "WHAT COMES NEXT",
        "What comes next?",
        "2. The river rises again",
    ],
)
def test_short_lines_without_a_full_stop_are_headings(heading: str) -> None:
    """Sub-headings, quoted or not, are headings exactly as written."""
    found = blocks("Bridge closes", LEAD, heading, BODY, LEAD)
    assert (found[2].kind, found[2].text) == ("heading", heading)


@pytest.mark.parametrize(
    "line",
    ["“It rained.”", '"Why are you silent?"', "She waited.", "Then, at nine:", "and then it rained", "88"],
)
def test_short_paragraphs_are_no_headings(line: str) -> None:
    """Speech, short sentences and what leads on to the next line start no chapter."""
    assert kinds("Bridge closes", LEAD, line, BODY)[2] == "paragraph"


def test_labels_over_short_paragraphs_are_no_chapters() -> None:
    """Three terms with a sentence each would make chapters of a few seconds."""
    terms = ["Pump", "It lifts the water.", "Valve", "It lets water in.", "Gate", "It holds the river back."]
    assert "heading" not in kinds("How it works", LEAD, *terms)
    assert kinds("How it works", LEAD, *terms[:2], BODY).count("heading") == 1


@pytest.mark.parametrize(
    "items",
    [
        ["• The bridge is closed", "• The ferry runs"],
        ["- The bridge is closed", "- The ferry runs"],
        ["1. The bridge is closed", "2. The ferry runs"],
        ["The bridge is closed", "The ferry runs every hour", "The river falls", "Schools stay open"],
    ],
    ids=["bullets", "dashes", "numbers", "lines"],
)
def test_list_items_keep_their_bullets(items: list[str]) -> None:
    """Each item is a block, with its bullet inside."""
    found = blocks("Bridge closes", LEAD, "\n".join(items), BODY, LEAD)
    assert [block.text for block in found if block.kind == "list_item"] == items


def test_the_label_of_a_summary_is_no_chapter() -> None:
    """ "Story highlights" is not spoken, its items are."""
    found = kinds(
        "Bridge closes", "Story highlights River rises by two metres", "Ferry runs", "ORLOW — " + LEAD
    )
    assert found == ["title", "boilerplate", "list_item", "list_item", "dateline", "paragraph"]


@pytest.mark.parametrize(
    "dateline",
    [
        "LONDON (Reuters) -",
        "WASHINGTON, Jan 3 (AP) -",
        "PARIS –",
        "New York (CNN)",
        "ST. IVES, England —",
        "(Reuters) -",
    ],
)
def test_datelines_are_cut_off(dateline: str) -> None:
    """Where a report was filed is a block before its paragraph."""
    found = blocks("Bridge closes", f"{dateline} {LEAD}", BODY)
    assert [(block.kind, block.text) for block in found[1:3]] == [("dateline", dateline), ("paragraph", LEAD)]


def test_a_title_shown_twice_is_spoken_once() -> None:
    """The second one is boilerplate, alone or before a caption on the same line."""
    title = "Bridge over the Sil closes after rain"
    alone = blocks(title, title, LEAD, BODY)
    before = blocks(title, f"{title} The square on Monday. (Ada Wong/AP)", LEAD, BODY)
    assert [block.reason for block in alone[:3]] == [None, "repeats the title", None]
    assert [block.kind for block in before[:4]] == ["title", "boilerplate", "caption", "credit"]


def test_pull_quotes_are_not_spoken_twice() -> None:
    """A line that repeats part of a paragraph is not spoken, two equal paragraphs are."""
    quote = "the ferry would run every hour until the water had fallen again"
    found = blocks("Bridge closes", LEAD, quote, BODY)
    assert (found[2].kind, found[2].reason) == ("pullquote", "repeats a passage of the article")
    assert kinds("Bridge closes", LEAD, BODY, BODY).count("paragraph") == 3


def test_a_call_to_a_lost_link_is_cut_from_its_paragraph() -> None:
    """ "Please visit" at the end of a paragraph leads nowhere; the sentence before it is spoken."""
    found = blocks("Bridge closes", LEAD, "The Post has ways to help people in Orlow. Please visit")
    assert [block.text for block in found[2:]] == [
        "The Post has ways to help people in Orlow.",
        "Please visit",
    ]
    assert [block.spoken for block in found[2:]] == [True, False]


def test_headlines_after_read_more_are_links() -> None:
    """Lines after the announcement are links up to the next sentence."""
    links = ["Ferry sinks off the coast", "Mayor of Orlow resigns after flood"]
    found = blocks("Bridge closes", LEAD, BODY, "Read more:", *links)
    assert [block.reason for block in found[3:]] == ["link to another article"] * 3


def test_boilerplate_inside_a_text_on_one_line_is_cut_out() -> None:
    """Share buttons, credits and captions that lost their line ends leave the sentences whole."""
    line = (
        f"{LEAD} Click to share on Twitter (Opens in new window) {BODY} (Photo: Ada Wong) Schools opened. "
        "Image copyright Ada Wong Image caption The bridge seen from the ferry The mayor said that she would "
        "speak again, and that nobody would have to pay until the engineers had looked at every one of the "
        "nine arches, which may take all summer, because the river is still too high for their boats to go "
        "near them. She asked for patience, and left."
    )
    found = blocks("Bridge closes", line)
    assert [block.kind for block in found] == [
        "title", "paragraph", "boilerplate", "paragraph", "credit", "paragraph", "credit", "boilerplate",
        "caption", "paragraph",
    ]  # fmt: skip
    assert found[8].text == "The bridge seen from the ferry"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("EXCLUSIVE", "boilerplate"),
        ("5 min read", "boilerplate"),
        ("ada.wong@example.org", "boilerplate"),
        ("Map: Where the river rose in the night", "boilerplate"),
        ("The flood of Orlow, in pictures", "boilerplate"),
        ("Click here to read more.", "boilerplate"),
        ("Article continues after sponsor message", "boilerplate"),
        ("Tags: bridge, ferry", "boilerplate"),
        ("— A (@ada_wong) December 14, 2016", "credit"),
        ("A post shared by Ada Wong (@ada) on Dec 14, 2016", "credit"),
        ("The flood rose and the mayor of Orlow closed the bridge", "paragraph"),
        ("The ferry", "heading"),
    ],
)
def test_lines_between_paragraphs_are_told_apart(line: str, kind: str) -> None:
    """Links, labels and tweets stand where sub-headings stand, too; a lone sentence is none of them."""
    assert kinds("Bridge closes", LEAD, line, BODY, LEAD[:40])[2] == kind


def test_sentences_among_short_headings_are_captions() -> None:
    """A publisher whose headings are labels shows whole sentences under pictures only."""
    caption = "The mayor said she would go on with the plan for a ferry"
    parts = ["The flood", LEAD, BODY, caption, LEAD, BODY, "The ferry", LEAD, BODY, "The plan", BODY, LEAD]
    found = kinds("Bridge closes", BODY, *parts)
    assert (found[5], found.count("heading")) == ("caption", 3)


def test_the_author_s_name_below_the_text_is_no_heading() -> None:
    """Pages end with a portrait of the author."""
    lines = ["Bridge closes", "By Ada Wong", LEAD, BODY, "The author", "Ada Wong", "She writes about rivers."]
    assert kinds(*lines)[5] != "heading"


@pytest.mark.parametrize(
    "dateline",
    ["SAN TORO/NEW ORLOW, Dec 14 (Reuters) -", "ORLOW, Calif. (AP) _", "Orlow (CNN Business) —"],
)
def test_datelines_of_two_places_and_old_wires(dateline: str) -> None:
    """What stands before the report is a block of its own, so that it is read as one."""
    assert kinds("Bridge closes", f"{dateline} {LEAD}", BODY)[1:] == ["dateline", "paragraph", "paragraph"]
