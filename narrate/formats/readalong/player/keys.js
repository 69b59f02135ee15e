"use strict";
// The keys, and the start of the page, since this script is the last.
//
// Screen readers that browse a page take letters and arrows for themselves. With Ctrl and Alt every key reaches
// the page, in both modes; around the button "keys" stands a toolbar, in which Orca and NVDA let them through alone.

// Keys that type no character stay when single-letter keys are turned off (WCAG 2.2, 2.1.4).
const FIXED_KEYS = {
  " ": toggle,
  ArrowRight: () => move("sentence", 1),
  ArrowLeft: () => move("sentence", -1),
  Escape: closeOrLeave,
};
const LETTER_KEYS = {
  k: toggle,
  j: () => jump(-JUMP),
  J: () => jump(JUMP),
  l: () => jump(JUMP),
  s: () => move("sentence", 1),
  S: () => move("sentence", -1),
  p: () => move("paragraph", 1),
  P: () => move("paragraph", -1),
  c: () => move("chapter", 1),
  C: () => move("chapter", -1),
  q: () => move("quotation", 1),
  Q: () => move("quotation", -1),
  g: () => move("photo", 1),
  G: () => move("photo", -1),
  i: () => move("list", 1),
  I: () => move("list", -1),
  x: skipThis,
  w: tellWhere,
  o: openChapters,
  v: openSpeakers,
  r: readHere,
  e: playFromHere,
  "+": () => changeSpeed(1),
  "=": () => changeSpeed(1),
  "-": () => changeSpeed(-1),
  0: () => chooseSpeed(1),
  u: shareLink,
  f: toggleFollow,
  h: nextHighlight,
  m: mute,
  ",": () => openDialog("settings"),
  "?": () => openDialog("keys"),
};
const SIGNS = { Equal: "+", Minus: "-", Comma: ",", Slash: "?", Space: " ", NumpadAdd: "+", NumpadSubtract: "-" };

function onKey(event) {
  const together = event.ctrlKey && event.altKey && !event.metaKey;
  if (!together && (event.ctrlKey || event.altKey || event.metaKey)) return;
  if (document.querySelector("dialog[open]")) return;
  if (["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown"].includes(event.key)) lookAway();
  const key = together ? keyPressed(event) : withoutCapsLock(event);
  const lettersCount = together || byId("letters").checked || document.activeElement === byId("keys");
  const action = FIXED_KEYS[key] ?? (lettersCount ? LETTER_KEYS[key] : undefined);
  if (!action || (!together && takesKey(event.target, key))) return;
  event.preventDefault();
  action();
}

/** The key itself: with Ctrl and Alt, some systems report another character (AltGr, Option). */
function keyPressed(event) {
  const letter = /^[a-z]$/i.test(event.key) ? event.key : (/^(?:Key|Digit)(.)$/.exec(event.code)?.[1] ?? "");
  if (letter) return event.shiftKey ? letter.toUpperCase() : letter.toLowerCase();
  return SIGNS[event.code] ?? event.key;
}

function withoutCapsLock(event) {
  if (!/^[a-z]$/i.test(event.key)) return event.key;
  return event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase();
}

/** Whether an element has a use of its own for a key. */
function takesKey(element, key) {
  if (key === " ") return Boolean(element.closest("button, a, select, input, summary"));
  if (key === "Escape") return false;
  return Boolean(element.closest("select")) || (key.startsWith("Arrow") && Boolean(element.closest("input")));
}

document.addEventListener("keydown", onKey);
applySettings();
restore();
draw(true);
root.classList.add("ready");
