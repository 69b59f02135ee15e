"""What a proof-listening has found, as a page on which each finding can be played."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from narrate.model import Fault, Proof
from narrate.views.proof_text import KINDS, clock, percent, shortened, summary_of

BEFORE, AFTER = 1.5, 1.0
"""Seconds that are played before and after a finding: the words around it."""
_STYLE = """
:root { color-scheme: light dark }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.5 system-ui, sans-serif }
audio { width: 100%; position: sticky; top: .5rem }
ol { padding: 0; list-style: none }
li { margin: 1rem 0; padding: .75rem 1rem; border: 1px solid GrayText; border-radius: .5rem }
h3 { margin: 0 0 .5rem; font-size: 1.0625rem }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0 0 .5rem }
dt { font-weight: 600 }
dd { margin: 0; overflow-wrap: anywhere }
a { display: inline-block; min-height: 1.5rem; padding: .25rem 0 }
table { border-collapse: collapse; width: 100% }
th, td { padding: .25rem .5rem; border-bottom: 1px solid GrayText; text-align: start; vertical-align: top }
td + td, th + th { text-align: end; white-space: nowrap }
"""
_SCRIPT = """
const audio = document.querySelector("audio");
let end = Infinity;
audio.addEventListener("timeupdate", () => {
  if (audio.currentTime < end) return;
  end = Infinity;
  audio.pause();
});
document.addEventListener("click", event => {
  const link = event.target.closest("a[data-start]");
  if (!link) return;
  event.preventDefault();
  audio.currentTime = link.dataset.start;
  end = Number(link.dataset.end);
  audio.play();
});
"""
"""Without it, a link opens the recording at the place."""


def proof_page(proof: Proof, audio: str) -> str:
    """Write the page. `audio`: where the recording is, as a path relative to the page."""
    return "\n".join(_page(proof, audio)) + "\n"


def _page(proof: Proof, audio: str) -> Iterator[str]:
    title = escape(proof.title)
    address = escape(quote(audio))
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield f'<head><meta charset="utf-8"><title>Proof-listening: {title}</title>'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<style>{_STYLE}</style></head>"
    yield "<body><main>"
    yield f"<h1>Proof-listening: {title}</h1>"
    yield f"<p>{proof.words:,} words, {escape(summary_of(proof))}.</p>"
    yield (
        f"<p>Word error rate {percent(proof.word_error_rate)} %, by the recogniser {escape(proof.model)}. "
        "It counts the recogniser’s own errors, too.</p>"
    )
    yield f'<audio controls preload="metadata" src="{address}" aria-label="The recording"></audio>'
    yield from _findings(proof, address)
    yield from _chapters(proof)
    yield f"</main><script>{_SCRIPT}</script></body></html>"


def _findings(proof: Proof, address: str) -> Iterator[str]:
    yield "<h2>Findings</h2>"
    if not proof.faults:
        yield "<p>None: everything was heard as it should be said.</p>"
        return
    yield "<ol>"
    for fault in proof.faults:
        yield from _finding(fault, proof, address)
    yield "</ol>"


def _finding(fault: Fault, proof: Proof, address: str) -> Iterator[str]:
    start = max(fault.start / proof.sample_rate - BEFORE, 0)
    end = fault.end / proof.sample_rate + AFTER
    time = clock(fault.start, proof.sample_rate)
    kind = KINDS[fault.kind]
    yield f"<li><h3>{time}, {kind}</h3><dl>"
    language = escape(proof.language)
    if fault.said:
        yield f'<dt>In the script</dt><dd lang="{language}">{escape(shortened(fault.said))}</dd>'
    if fault.heard:
        yield f'<dt>Heard</dt><dd lang="{language}">{escape(shortened(fault.heard))}</dd>'
    yield f"<dt>Chapter</dt><dd>{escape(proof.chapters[fault.chapter].title)}</dd></dl>"
    yield (
        f'<a href="{address}#t={start:.1f},{end:.1f}" data-start="{start:.1f}" data-end="{end:.1f}">'
        f"Play from {time}: {kind}</a></li>"
    )


def _chapters(proof: Proof) -> Iterator[str]:
    yield "<h2>Chapters</h2>"
    yield '<table><thead><tr><th scope="col">Chapter</th><th scope="col">Words</th>'
    yield '<th scope="col">Word error rate</th></tr></thead><tbody>'
    for chapter in proof.chapters:
        rate = percent(chapter.errors / max(chapter.words, 1))
        yield f'<tr><th scope="row">{escape(chapter.title)}</th>'
        yield f"<td>{chapter.words:,}</td><td>{rate} %</td></tr>"
    yield "</tbody></table>"
