"use strict";
// What is heard of the whole: kinds that are left out, and one speaker alone.

const leftOut = new Set();
/** One speaker's quotations, where nothing else is to be heard; null for everything. */
let alone = null;

/** Whether a time lies in one of some spans of time. */
function isWithin(found, time) {
  const index = indexAt(found.starts, time);
  return index >= 0 && time < found.ends[index] - SLACK;
}

/** Where the sound goes on, seen from a time that is not to be heard; null where it is to be heard. */
function nextHeard(time) {
  if (alone && !isWithin(alone, time)) return alone.starts[indexAt(alone.starts, time) + 1] ?? Infinity;
  if (alone) return null;
  let found = time;
  for (let end = endOfLeftOut(found); end !== null; end = endOfLeftOut(found)) found = end;
  return found === time ? null : found;
}

function endOfLeftOut(time) {
  for (const unit of leftOut) {
    const index = indexAt(starts[unit], time);
    if (isWithin(spans[unit], time)) return spans[unit].ends[index];
  }
  return null;
}

/** Go on where something is to be heard; called again and again while the sound plays. */
function skipLeftOut() {
  const time = nextHeard(audio.currentTime);
  if (time === null) return;
  if (time < timeline.duration) {
    audio.currentTime = time;
    return;
  }
  audio.pause();
  if (!alone) {
    audio.currentTime = timeline.duration;
    return;
  }
  tell(`That was all by ${alone.speaker}.`);
  hearEverybody();
}

function leaveOut(unit, without) {
  if (without) leftOut.add(unit);
  else leftOut.delete(unit);
  byId(`without-${unit}`).checked = without;
  remember("leftOut", [...leftOut]);
}

/** Skip the rest of the quotation, the caption or the list that is heard. */
function skipThis() {
  const time = audio.currentTime;
  const unit = ["quotation", "photo", "list"].find((name) => isWithin(spans[name], time));
  if (!unit) {
    tell("This is no quotation, photo caption or list.");
    return;
  }
  const end = spans[unit].ends[indexAt(starts[unit], time)];
  goTo(sentences.starts.find((start) => start >= end - SLACK) ?? timeline.duration);
  tellMoved(unit);
}

/** Hear one speaker's quotations and nothing else, from the first one on. */
function hearAlone(speaker) {
  const mine = (_, index) => quotations.speakers[index] === speaker;
  alone = { speaker, starts: quotations.starts.filter(mine), ends: quotations.ends.filter(mine) };
  drawSpeakers();
  goTo(alone.starts[0]);
  const count = alone.starts.length;
  tell(`${count === 1 ? "The quotation" : `All ${count} quotations`} by ${speaker}. Escape for everything.`);
  start();
}

function hearEverybody() {
  alone = null;
  drawSpeakers();
}

function drawSpeakers() {
  for (const button of document.querySelectorAll("#speaker-list button")) {
    button.setAttribute("aria-pressed", String(button.dataset.speaker === alone?.speaker));
  }
}

byId("speaker-list")?.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.speaker !== alone?.speaker) {
    hearAlone(button.dataset.speaker);
    return;
  }
  hearEverybody();
  tell("Everything is heard.");
});
for (const unit of ["quotation", "photo", "list"]) {
  byId(`without-${unit}`).addEventListener("change", ({ target }) => leaveOut(unit, target.checked));
}
