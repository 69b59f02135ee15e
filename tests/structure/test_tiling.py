"""Nothing is lost: blocks tile the source, whatever it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narrate.model import Article
from narrate.pipeline.from_article import read_text

ARTICLES = Path(__file__).parents[3] / "shared" / "dev" / "articles"
# Pieces that rules cut at, so that random texts reach the rules and their edges.
PIECES = [
    "\n", "\n\n", " ", "  ", "\t", "\r\n", "\u2028", "\x0c", "\ufeff", "\x00", "\u200b",
    "• ", "- ", "1. ", "“", "”", '"', "'",
    "Orlow bridge closes", "By Ada Wong", "LONDON (Reuters) - ", "(Ada Wong/Getty Images)",
    "Image copyright AP", "Image caption ", "Media playback is unsupported on your device", "toggle caption",
    "Read more:", "Story highlights ", "The mayor said it would rain. ", "We use cookies.", "Please visit",
    "Photos: The bridge ", "Hide Caption 2 of 9", "pic.twitter.com/abc",
    "Click to share on X (Opens in new window) ", "+ Subscribe Invalid Email ", "CreditAda Wong",
    "— Ada Wong (@ada) May 2, 2015", "3 May 2015",
    "© 2015 Orlow Post", "مرحبا بالعالم", "新闻。", "é", "🙂", "Advertisement",
    "Rain closes the old bridge in the town of Orlow Mayor calls for calm and for help Ferry sinks at sea",
]  # fmt: skip


def assert_tiled(article: Article) -> None:
    """Blocks are slices in order, stripped, with nothing but white space between them."""
    end = 0
    for block in article.blocks:
        assert block.text == article.source[block.start : block.end] == block.text.strip() != ""
        assert article.source[end : block.start].strip() == ""
        assert block.start >= end
        assert block.spoken == (block.reason is None)
        end = block.end
    assert article.source[end:].strip() == ""
    assert article.title.strip()


@pytest.mark.slow
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=12), min_size=1, max_size=25).map("".join))
def test_blocks_tile_any_text(text: str) -> None:
    """Random mixtures of boilerplate, captions, bullets, control characters and scripts."""
    if text.strip():
        assert_tiled(read_text(text))


def test_blocks_tile_real_articles() -> None:
    """The articles beside the project, where they are."""
    if not ARTICLES.is_dir():
        pytest.skip("the development articles are not beside the project")
    for path in ARTICLES.glob("*.txt"):
        assert_tiled(read_text(path.read_text(encoding="utf-8")))


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "word " * 200_000,
        "Word Ada " * 110_000,
        "(" * 1_000_000,
        "Photos: " * 120_000,
        'He said "no. It rained" again. ' * 33_000,
        "A paragraph that says one thing and ends.\n\n" * 10_000,
        "市长说，旧桥将于周一关闭，渡船每小时一班。" * 20_000,
    ],
    ids=["letters", "words", "capitals", "brackets", "galleries", "sentences", "paragraphs", "Chinese"],
)
def test_a_megabyte_is_read_to_its_end(text: str) -> None:
    """A quadratic pattern would take minutes for a megabyte, and its test be ended."""
    assert_tiled(read_text(text))


def test_very_long_lines_become_paragraphs_between_sentences_outside_quotations() -> None:
    """A text on one line is divided, and no quotation is torn."""
    text = (
        'Ada Wong said: "The river rose. We left. Nobody was hurt." The bridge stayed closed all week. ' * 60
    )
    blocks = read_text(text).blocks
    assert len(blocks) > 5
    assert all(block.text.count('"') % 2 == 0 for block in blocks)
    assert all(block.text.endswith((".", '."')) for block in blocks)
