"use strict";
// Keys, dialogs, the list of chapters and the settings.

const root = document.documentElement;
const HIGHLIGHTS = { word: "sentence and word", sentence: "the sentence", none: "nothing" };
// Keys that type no character stay when single-letter keys are turned off (WCAG 2.2, 2.1.4).
const FIXED_KEYS = {
  " ": toggle,
  ArrowRight: () => move("sentence", 1),
  ArrowLeft: () => move("sentence", -1),
  Escape: () => showChapters(false),
};
const LETTER_KEYS = {
  k: toggle,
  s: () => move("sentence", 1),
  S: () => move("sentence", -1),
  p: () => move("paragraph", 1),
  P: () => move("paragraph", -1),
  c: () => move("chapter", 1),
  C: () => move("chapter", -1),
  q: () => move("quotation", 1),
  Q: () => move("quotation", -1),
  "+": () => changeSpeed(1),
  "=": () => changeSpeed(1),
  "-": () => changeSpeed(-1),
  0: () => setSpeed(1),
  f: () => byId("follow").click(),
  h: nextHighlight,
  l: copyLink,
  m: mute,
  ",": () => byId("settings-dialog").showModal(),
  "?": () => byId("help-dialog").showModal(),
};

function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector("dialog[open]")) return;
  if (["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown"].includes(event.key)) lookAway();
  const action = FIXED_KEYS[event.key] ?? (byId("letters").checked ? LETTER_KEYS[event.key] : undefined);
  if (!action || takesKey(event.target, event.key)) return;
  event.preventDefault();
  action();
}

/** Whether an element has a use of its own for a key. */
function takesKey(element, key) {
  if (key === " ") return Boolean(element.closest("button, a, select, input, summary"));
  if (key === "Escape") return false;
  return Boolean(element.closest("select")) || (key.startsWith("Arrow") && Boolean(element.closest("input")));
}

function nextHighlight() {
  const modes = Object.keys(HIGHLIGHTS);
  chooseHighlight(modes[(modes.indexOf(shown.mode) + 1) % modes.length]);
  tell(`Highlights ${HIGHLIGHTS[shown.mode]}.`);
}

function chooseHighlight(mode) {
  byId("highlight").value = mode;
  setHighlight(mode);
  remember("highlight", mode);
  draw();
}

function chooseTheme(theme) {
  byId("theme").value = theme;
  root.dataset.theme = theme;
  remember("theme", theme);
}

function chooseLetters(on) {
  byId("letters").checked = on;
  remember("letters", on);
}

function mute() {
  audio.muted = !audio.muted;
  tell(audio.muted ? "The sound is off." : "The sound is on.");
}

/** Open or close the list of chapters where it does not stand beside the article. */
function showChapters(open) {
  const wasOpen = root.classList.contains("contents");
  root.classList.toggle("contents", open);
  byId("contents").setAttribute("aria-expanded", String(open));
  if (open) byId("chapters").querySelector("[aria-current], a")?.focus();
  else if (wasOpen) byId("contents").focus();
}

function openChapter(event) {
  const link = event.target.closest("a");
  if (!link) return;
  event.preventDefault();
  showChapters(false);
  goTo(linkedTime(link.hash) ?? 0, true);
  document.querySelector(link.hash).scrollIntoView({ behavior: calm.matches ? "instant" : "smooth" });
}

function applySettings() {
  const chosen = { speed: 1, follow: true, highlight: "word", theme: "system", letters: true, ...stored(SETTINGS) };
  setSpeed(Number(chosen.speed) || 1);
  setFollow(chosen.follow !== false);
  chooseHighlight(chosen.highlight in HIGHLIGHTS ? chosen.highlight : "word");
  chooseTheme(["light", "dark"].includes(chosen.theme) ? chosen.theme : "system");
  chooseLetters(chosen.letters !== false);
}

document.addEventListener("keydown", onKey);
byId("chapters").addEventListener("click", openChapter);
byId("contents").addEventListener("click", () => showChapters(!root.classList.contains("contents")));
byId("highlight").addEventListener("change", (event) => chooseHighlight(event.target.value));
byId("theme").addEventListener("change", (event) => chooseTheme(event.target.value));
byId("letters").addEventListener("change", (event) => chooseLetters(event.target.checked));
for (const name of ["settings", "help"]) {
  byId(name).addEventListener("click", () => byId(`${name}-dialog`).showModal());
}
applySettings();
restore();
draw(true);
root.classList.add("ready");
