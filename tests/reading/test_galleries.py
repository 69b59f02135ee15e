"""Numbered galleries on web pages, all invented: left out beside a text, read on their own."""

from __future__ import annotations

import pytest

from narrate.pipeline.from_article import read_bytes

TOWNS = ("Orlow", "Sil", "Varn", "Kettle Bay", "Upper Dene", "Marl", "Tarn", "Low Ferry", "Hythe", "Pell")
SENTENCES = [
    f"The council of {town} said on Tuesday that its bridge would stay closed until it had been looked at."
    for town in TOWNS
]
SHOWN = [
    f"Water stands in the market of {town}, where the river rose by two metres overnight." for town in TOWNS
]


def slides(counter: str, open_tag: str = "<li>", close_tag: str = "</li>") -> str:
    """Ten slides, each with a counter and a sentence."""
    made = [
        f"{open_tag}<h4>{counter.format(at)} {town}</h4><p>{shown}</p>{close_tag}"
        for at, (town, shown) in enumerate(zip(TOWNS, SHOWN, strict=True), start=1)
    ]
    return "".join(made)


def spoken_on(body: str) -> list[str]:
    """The texts of a page with this body that are spoken."""
    page = f"<!doctype html><html><head><title>Bridges</title></head><body>{body}</body></html>"
    return [block.text for block in read_bytes(page.encode()).blocks if block.spoken]


def paragraphs(sentences: list[str]) -> str:
    return "".join(f"<p>{sentence}</p>" for sentence in sentences)


@pytest.mark.parametrize("counter", ["{}/10", "{} / 10", "Photo {} of 10", "Bild {} von 10", "Foto {} de 10"])
def test_a_long_gallery_inside_a_report_is_left_out_and_the_report_goes_on(counter: str) -> None:
    """Ten numbered slides do not interrupt a report, whatever the language of their counters."""
    body = (
        f"<article><h1>Bridges close</h1>{paragraphs(SENTENCES[:6])}"
        f"<ul class='legends'>{slides(counter)}</ul>{paragraphs(SENTENCES[6:])}</article>"
    )
    said = spoken_on(body)
    assert [sentence for sentence in SENTENCES if sentence not in said] == []
    assert [shown for shown in SHOWN if shown in said] == []


def test_a_page_that_is_a_gallery_is_read() -> None:
    """Where the slides are what the page is about, each is heard."""
    body = f"<article><h1>Ten towns</h1>{paragraphs(SENTENCES[:1])}<ul>{slides('{}/10')}</ul></article>"
    assert [shown for shown in SHOWN if shown not in spoken_on(body)] == []


def test_a_numbered_list_in_the_text_itself_is_read() -> None:
    """Sections that count, "3 of 10", in the flow of the article are the article."""
    flat = slides("{} of 10", open_tag="", close_tag="")
    body = f"<article><h1>Ten towns</h1>{paragraphs(SENTENCES[:6])}{flat}</article>"
    assert [shown for shown in SHOWN if shown not in spoken_on(body)] == []


def test_scores_are_no_gallery() -> None:
    """Marks out of ten, which do not count up, stay in the report."""
    marks = [
        f"{mark}/10 for {town}, whose bridge held through the night."
        for mark, town in zip("7859467982", TOWNS, strict=True)
    ]
    body = (
        f"<article><h1>Marks</h1>{paragraphs(SENTENCES[:6])}"
        f"<div>{paragraphs(marks)}</div>{paragraphs(SENTENCES[6:])}</article>"
    )
    assert [mark for mark in marks if mark not in spoken_on(body)] == []


def test_a_heading_behind_a_box_of_links_is_heard() -> None:
    """What "Read more" announces ends where the markup has a heading with a paragraph below it."""
    body = (
        f"<article><h1>Bridges close</h1><h3>1. Look at the river</h3>{paragraphs(SENTENCES[:3])}"
        "<div><b>Read more</b></div>"
        f"<h3>2. Beware of the old ferry</h3>{paragraphs(SENTENCES[3:6])}</article>"
    )
    assert "2. Beware of the old ferry" in spoken_on(body)
