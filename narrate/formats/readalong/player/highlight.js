"use strict";
// Which sentence and word are shown as heard. A sentence is an element with a class; a word is a range that
// the browser paints (CSS Custom Highlight API), so that words need no elements and nothing is laid out anew.

const shown = { sentence: -1, word: null, mode: "word" };
const paintsWords = typeof Highlight === "function" && "highlights" in CSS;
if (paintsWords) CSS.highlights.set("word", new Highlight());

// Sentences have no `id`: browsers would make each an object of its own for assistive technology, and screen
// readers would read a line in pieces.
const sentenceElements = [...document.querySelectorAll("#article .s")];

function sentenceElement(index) {
  return sentenceElements[index] ?? null;
}

/** Show what is heard at a time. Returns the sentence's element where it is another one than before. */
function highlightAt(time) {
  const sentence = sentenceAt(time);
  const changed = sentence !== shown.sentence;
  if (changed) {
    sentenceElement(shown.sentence)?.classList.remove("now");
    sentenceElement(sentence)?.classList.add("now");
    shown.sentence = sentence;
  }
  if (paintsWords && shown.mode === "word") paintWord(sentence, wordAt(sentence, time));
  return changed ? sentenceElement(sentence) : null;
}

/** Show sentences and words ("word"), sentences alone ("sentence"), or nothing ("none"). */
function setHighlight(mode) {
  shown.mode = mode;
  document.documentElement.dataset.highlight = mode;
  if (paintsWords && mode !== "word") paintWord(-1, null);
}

function paintWord(sentence, word) {
  const key = word && `${sentence}:${word[0]}`;
  if (key === shown.word) return;
  shown.word = key;
  const highlight = CSS.highlights.get("word");
  highlight.clear();
  if (word) highlight.add(rangeIn(sentenceElement(sentence), word[0], word[0] + word[1]));
}

/** The range of some characters of an element's text, whatever elements are in it. */
function rangeIn(element, start, end) {
  const range = new Range();
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const after = before + node.length;
    if (start >= before && start < after) range.setStart(node, start - before);
    if (end > before && end <= after) range.setEnd(node, end - before);
    before = after;
  }
  return range;
}
