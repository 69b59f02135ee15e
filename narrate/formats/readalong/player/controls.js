"use strict";
// Dialogs, lists, and the settings.

const root = document.documentElement;
/** Where the list of chapters stands beside the article; page.css has the same condition. */
const beside = matchMedia("(min-width: 72rem)");
const HIGHLIGHTS = { word: "sentence and word", sentence: "the sentence", none: "nothing" };

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

/** Speakers of quotations in the text: "heard" by screen readers, "shown", too, or "off". */
function chooseSpeakers(choice) {
  byId("speakers").value = choice;
  root.dataset.speakers = choice;
  remember("speakers", choice);
}

function chooseLetters(on) {
  byId("letters").checked = on;
  remember("letters", on);
}

function mute() {
  audio.muted = !audio.muted;
  tell(audio.muted ? "The sound is off." : "The sound is on.");
}

/** Open or close the list of chapters and speakers, where it does not stand beside the article. */
function showChapters(open) {
  const wasOpen = root.classList.contains("contents");
  root.classList.toggle("contents", open && !beside.matches);
  byId("contents").setAttribute("aria-expanded", String(open));
  if (open) focusChapter();
  else if (wasOpen) (byId("contents").offsetParent ? byId("contents") : byId("more")).focus();
}

function focusChapter() {
  (byId("chapters").querySelector("a[aria-current]") ?? byId("chapters").querySelector("a"))?.focus();
}

function openChapters() {
  showChapters(true);
}

function openSpeakers() {
  const first = document.querySelector("#speaker-list button");
  if (!first) {
    tell("Nobody is quoted by name.");
    return;
  }
  showChapters(true);
  first.focus();
}

function openChapter(event) {
  const link = event.target.closest("a");
  if (!link) return;
  event.preventDefault();
  showChapters(false);
  goTo(linkedTime(link.hash) ?? 0, true);
  tellPlaying(true);
  document.querySelector(link.hash).scrollIntoView({ behavior: calm.matches ? "instant" : "smooth" });
}

function openDialog(name) {
  tellNothing();
  byId(`${name}-dialog`).showModal();
}

/** Show all controls, or on a small screen only what is used all the time. */
function showMore(open) {
  root.classList.toggle("more", open);
  byId("more").setAttribute("aria-expanded", String(open));
}

/** Close what is open, one thing at a time, and hear everything again. */
function closeOrLeave() {
  if (root.classList.contains("contents")) showChapters(false);
  else if (document.activeElement === byId("keys")) readHere();
  else if (root.classList.contains("more")) {
    showMore(false);
    byId("more").focus();
  } else if (alone) {
    hearEverybody();
    tell("Everything is heard.");
  }
}

/** Put the focus on the sentence that is heard, so that a screen reader reads on from there. */
function readHere() {
  const sentence = sentenceElement(Math.max(shown.sentence, 0));
  if (!sentence) return;
  follow.paused = false;
  sentence.tabIndex = -1;
  sentence.addEventListener("blur", () => sentence.removeAttribute("tabindex"), { once: true });
  sentence.focus({ preventScroll: true });
  reveal(sentence);
}

/** Play from the sentence where a screen reader, or whoever has clicked or selected something, reads. */
function playFromHere() {
  const node = getSelection().anchorNode;
  const element = node instanceof Element ? node : node?.parentElement;
  const sentence = document.activeElement.closest(".s") ?? element?.closest(".s") ?? element?.querySelector(".s");
  const index = sentenceElements.indexOf(sentence);
  if (index < 0) {
    tell("The sound can be played from the article's sentences.");
    return;
  }
  goTo(sentences.starts[index], true);
  tellPlaying(true);
}

function applySettings() {
  const chosen = { speed: 1, follow: true, highlight: "word", theme: "system", letters: true, ...stored(SETTINGS) };
  setSpeed(Number(chosen.speed) || 1);
  setFollow(chosen.follow !== false);
  chooseHighlight(chosen.highlight in HIGHLIGHTS ? chosen.highlight : "word");
  chooseTheme(["light", "dark"].includes(chosen.theme) ? chosen.theme : "system");
  chooseSpeakers(["shown", "off"].includes(chosen.speakers) ? chosen.speakers : "heard");
  chooseLetters(chosen.letters !== false);
  const without = Array.isArray(chosen.leftOut) ? chosen.leftOut : [];
  for (const unit of Object.keys(spans)) leaveOut(unit, without.includes(unit));
}

byId("chapters").addEventListener("click", openChapter);
byId("contents").addEventListener("click", () => showChapters(!root.classList.contains("contents")));
byId("more").addEventListener("click", () => showMore(!root.classList.contains("more")));
byId("highlight").addEventListener("change", (event) => chooseHighlight(event.target.value));
byId("theme").addEventListener("change", (event) => chooseTheme(event.target.value));
byId("speakers").addEventListener("change", (event) => chooseSpeakers(event.target.value));
byId("letters").addEventListener("change", (event) => chooseLetters(event.target.checked));
for (const name of ["settings", "keys"]) {
  const dialog = byId(`${name}-dialog`);
  byId(name).addEventListener("click", () => openDialog(name));
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
}
