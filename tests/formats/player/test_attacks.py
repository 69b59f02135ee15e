"""Nothing from an article runs in its page, and nothing is loaded for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from narrate.model import Article, Block, BlockKind, Image, Narration, Quotation, Speaker
from tests.formats.heard import heard, part
from tests.formats.player.attacks import ADDRESSES, ATTACKS
from tests.formats.player.pages import Open, page_tree
from tests.formats.recordings import bursts, write
from tests.helpers import NARRATOR

pytest_plugins = ["tests.formats.player.chromium"]
KINDS: tuple[BlockKind, ...] = (
    "title", "byline", "dateline", "notice", "caption", "credit", "heading", "paragraph", "list_item",
    "pullquote", "boilerplate",
)  # fmt: skip


def hostile(attack: str, address: str) -> Narration:
    """A narration with the attack in everything that an article, a speaker or a voice says of itself."""
    source, blocks = "", []
    for number, kind in enumerate(KINDS):
        text = f"{number} {attack}"
        unread = kind == "boilerplate"
        blocks.append(
            Block(kind, text, len(source), len(source) + len(text), not unread, attack if unread else None)
        )
        source += text + "\n"
    told = Article(
        source, tuple(blocks), attack, language=attack, byline=attack, published=attack, site=attack,
        url=address, license=address, images=(Image(address, attack, 0), Image(address, "", len(source))),
    )  # fmt: skip
    block = blocks[KINDS.index("pullquote")]
    quotation = Quotation(block.start, block.end, block.text, "direct", Speaker(attack))
    voice = replace(NARRATOR, name=attack, engine_voice=attack)
    said = [part(told, block.text, block=n, voice=voice) for n, block in enumerate(blocks) if block.spoken]
    narration = heard(told, *said, quotations=(quotation,))
    sections = tuple(replace(s, title=attack) for s in narration.script.chapters)
    chapters = tuple(replace(c, title=attack) for c in narration.chapters)
    return replace(narration, script=replace(narration.script, chapters=sections), chapters=chapters)


def written(path: Path, narration: Narration) -> Path:
    """The narration's page, with silence and a click for its sound."""
    return write(path, bursts(narration.length / narration.sample_rate, [0.1]), narration)


@pytest.mark.browser
@pytest.mark.parametrize("first", range(3))
def test_no_attack_runs(opened: Open, tmp_path: Path, first: int) -> None:
    """A third of them in each page: no script, no dialog, no request, and the policy has nothing to stop."""
    page = opened(written(tmp_path / "a.html", hostile(" ".join(ATTACKS[first::3]), ADDRESSES[first])))
    page.evaluate("for (const dialog of document.querySelectorAll('dialog')) { dialog.show(); }")
    page.mouse.move(200, 200)
    assert page.evaluate("typeof attacked") == "undefined"
    assert page.evaluate("audio instanceof HTMLAudioElement && byId('play').tagName") == "BUTTON"
    assert page.evaluate("location.protocol") == "file:"


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_text(tmp_path: Path, attack: str) -> None:
    """The page has the elements of a harmless one, no handlers, and shows the words of the attack."""
    tame = page_tree(written(tmp_path / "tame.html", hostile("words", "https://example.org/a.png")))
    page = page_tree(written(tmp_path / "a.html", hostile(attack, "https://example.org/a.png")))
    assert [e.tag for e in page.iter()] == [e.tag for e in tame.iter()]
    names = {name for e in page.iter() for name in e.attrib}
    assert not {name for name in names if name.startswith("on")}
    shown = " ".join(page.find(".//h1").text_content().split())
    assert shown == " ".join(
        f"0 {attack}".replace("\0", "\ufffd").replace("\ud800", "\ufffd").replace("\u2028", " ").split()
    )


@pytest.mark.parametrize("address", ADDRESSES)
def test_links_lead_to_the_web_or_the_page_alone(tmp_path: Path, address: str) -> None:
    """Whatever the article gives for its address, licence and pictures."""
    page = page_tree(written(tmp_path / "a.html", hostile("words", address)))
    links = [link for e in page.iter() for link in (e.get("href"), e.get("src"), e.get("action")) if link]
    kinds = ("#", "https://example.org/", "data:audio/mpeg;base64,")
    assert all(link.startswith(kinds) for link in links), links


@pytest.mark.browser
def test_the_policy_stops_what_would_get_in(opened: Open, tmp_path: Path, complaints: list[str]) -> None:
    """A script, a handler or a picture from elsewhere does nothing: a mistake of ours is harmless."""
    path = written(tmp_path / "a.html", hostile("words", ""))
    injected = (
        "<script>document.title = 'in'</script><button id=in onclick=\"document.title = 'in'\">in</button>"
        "<img src='https://attacker.invalid/x.png'><iframe src='data:text/html,in'></iframe>"
    )
    path.write_text(path.read_text("utf-8").replace("</article>", injected), encoding="utf-8")
    page = opened(path)
    page.locator("#in").dispatch_event("click")
    assert page.title() == "words"
    assert len([text for text in complaints if "Content Security Policy" in text]) >= 4
    assert page.evaluate("document.querySelector('main img').naturalWidth") == 0
    complaints.clear()
