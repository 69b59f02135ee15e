"use strict";
// What is told: messages on the screen, and what only screen readers get. Each has one live region, and every
// message goes into one of them, so that nothing is said twice.

const FIRST_WORDS = 8;
const BULLET = /^[^\p{L}\p{N}\p{P}]+|^[•‣*·–—-]\s+/u;
/** Milliseconds for which a message stays in sight, over the text. */
const STAYS = 10000;
let tellingTimer = 0;
/** The chapter that a listener knows to be in; it is told again only where it has changed. */
let knownChapter = -1;

/** Tell what happened, on the screen and to screen readers. */
function tell(message) {
  putInto(byId("status"), message);
  putInto(byId("told"), "");
  clearTimeout(tellingTimer);
  tellingTimer = setTimeout(() => putInto(byId("status"), ""), STAYS);
}

/** Tell screen readers what the screen shows by itself. */
function tellUnseen(message) {
  putInto(byId("status"), "");
  putInto(byId("told"), message);
}

/** A new element each time: of words that only get shorter, or are the same once more, nothing would be told. */
function putInto(region, message) {
  const words = document.createElement("p");
  words.textContent = message;
  region.replaceChildren(...(message ? [words] : []));
}

/** Forget what was told; it would be told again when a dialog that has covered it is closed. */
function tellNothing() {
  putInto(byId("status"), "");
  putInto(byId("told"), "");
}

/** What is heard at a time: who says it and how it begins. */
function spokenPlace(time) {
  const index = sentenceAt(time);
  const speaker = speakerAt(time);
  const photo = isWithin(spans.photo, time) ? "Photo" : "";
  const list = isWithin(spans.list, time) ? "List" : "";
  return [speaker || photo || list, firstWords(index, time)].filter(Boolean).join(". ");
}

/** The first words of the sentence that is heard at a time, or of the quotation in it. */
function firstWords(index, time) {
  const text = sentenceElement(index)?.textContent ?? "";
  const from = isWithin(spans.quotation, time) ? quotedFrom(text, index, time) : 0;
  const words = text.slice(from).replace(BULLET, "").trim().split(/\s+/);
  return words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS).join(" ")} …` : words.join(" ");
}

/** Where the word stands that is heard at a time, with the quotation mark before it. */
function quotedFrom(text, index, time) {
  const words = timeline.words[index];
  // No slack: the first word may be shorter than what a time may be off.
  const number = words ? words.starts.findLastIndex((start) => start <= time + 0.002) : -1;
  const offset = number < 0 ? 0 : words.offsets[number];
  return /[\p{Pi}"'„‚「『]/u.test(text[offset - 1] ?? "") ? offset - 1 : offset;
}

function spokenWhen(time) {
  return time < 1 ? "the beginning" : spokenTime(time);
}

function spokenChapter(index) {
  return `${chapters.titles[index]}, chapter ${index + 1} of ${chapters.titles.length}`;
}

/** Tell where a move has led, while it cannot be heard. */
function tellMoved(unit) {
  if (!audio.paused) return;
  const time = audio.currentTime;
  const chapter = Math.max(indexAt(starts.chapter, time), 0);
  const place = spokenPlace(time);
  const parts = unit === "time" ? [spokenTime(time), place] : [place];
  const title = chapters.titles[chapter];
  const entered = chapter !== knownChapter || unit === "chapter";
  // The first sentence of a chapter is its heading.
  if (entered && title.startsWith(place.replace(/ …$/, ""))) parts.pop();
  if (entered) parts.push(spokenChapter(chapter));
  knownChapter = chapter;
  tellUnseen(`${parts.join(". ")}.`.replace(/([.!?…][\p{Pf}"'”’]?)\./gu, "$1"));
}

/** Tell whether the sound plays. The button has one name for both, so that only this tells it. */
function tellPlaying(plays) {
  const chapter = Math.max(indexAt(starts.chapter, audio.currentTime), 0);
  knownChapter = chapter;
  tellUnseen(plays ? "Playing." : `Paused at ${spokenWhen(audio.currentTime)}, ${chapters.titles[chapter]}.`);
}

/** Tell everything about the place, for whoever asks. */
function tellWhere() {
  const time = audio.currentTime;
  const chapter = Math.max(indexAt(starts.chapter, time), 0);
  knownChapter = chapter;
  const rate = audio.playbackRate === 1 ? "" : ` Speed ${audio.playbackRate}.`;
  const state = audio.paused ? "Paused" : "Playing";
  const place = spokenPlace(time);
  tellUnseen(
    `${state} at ${spokenWhen(time)} of ${spokenTime(timeline.duration)}. ${spokenChapter(chapter)}. ${place}${rate}`,
  );
}
