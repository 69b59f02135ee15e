"use strict";
// The sound and the controls that move through it.

const byId = (id) => document.getElementById(id);
const audio = byId("audio");
/** Seconds of a jump. */
const JUMP = 10;
const [SLOWEST, FASTEST] = [0.5, 3];
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const follow = { on: true, paused: false };
const sleep = { deadline: Infinity, time: Infinity };
let drawnSecond = -1;

audio.removeAttribute("controls");
audio.preservesPitch = true;

/** Go to a time; `play` to hear it, too. The text follows again after the reader scrolled away. */
function goTo(time, play = false) {
  follow.paused = false;
  audio.currentTime = Math.min(Math.max(time, 0), timeline.duration);
  if (play) start();
  draw(true);
}

function start() {
  audio.play().catch((error) => tell(`The sound cannot be played (${error.message}).`));
}

function toggle() {
  const plays = audio.paused;
  if (plays) start();
  else audio.pause();
  tellPlaying(plays);
}

function move(unit, step) {
  const times = unit === "quotation" && alone ? alone.starts : starts[unit];
  const time = neighbour(times, step, audio.currentTime);
  if (time === null) {
    tell(`No ${step > 0 ? "next" : "previous"} ${unit}.`);
    return;
  }
  goTo(time);
  tellMoved(unit);
}

function jump(seconds) {
  goTo(audio.currentTime + seconds);
  tellMoved("time");
}

function setSpeed(rate) {
  const options = [...byId("speed").options].map((option) => Number(option.value));
  audio.defaultPlaybackRate = audio.playbackRate = Math.min(Math.max(rate, SLOWEST), FASTEST);
  byId("speed").selectedIndex = options.indexOf(audio.playbackRate);
  remember("speed", audio.playbackRate);
}

function changeSpeed(step) {
  chooseSpeed(audio.playbackRate + step / 4);
}

function chooseSpeed(rate) {
  setSpeed(rate);
  tell(`Speed ${audio.playbackRate}`);
}

function setFollow(on) {
  follow.on = on;
  follow.paused = false;
  remember("follow", on);
  byId("follow").setAttribute("aria-pressed", String(on));
  if (on) reveal(sentenceElement(shown.sentence));
}

function toggleFollow() {
  setFollow(!follow.on || follow.paused);
  tell(follow.on ? "The text follows the sound." : "The text stays where it is.");
}

/** Stop following while the reader looks somewhere else. */
function lookAway() {
  if (audio.paused || !follow.on) return;
  follow.paused = true;
  byId("follow").setAttribute("aria-pressed", "false");
}

/** Scroll to an element unless it is well in sight. */
function reveal(element) {
  if (!element) return;
  const box = element.getBoundingClientRect();
  const bottom = Math.min(innerHeight, byId("player").getBoundingClientRect().top || innerHeight);
  if (box.top > bottom * 0.1 && box.bottom < bottom * 0.8) return;
  element.scrollIntoView({ block: "center", behavior: calm.matches ? "instant" : "smooth" });
}

/** Show where the sound is: the text in every frame, the controls in every second. */
function draw(now = false) {
  const time = audio.currentTime;
  const changed = highlightAt(time);
  if (changed && follow.on && !follow.paused) reveal(changed);
  const second = Math.floor(time);
  if (second !== drawnSecond || now) drawControls(time, second);
}

function drawControls(time, second) {
  drawnSecond = second;
  const position = byId("position");
  position.style.setProperty("--done", `${(100 * time) / position.max}%`);
  byId("elapsed").textContent = clock(time);
  // A slider that has the focus and moves by itself would make screen readers talk over the narration.
  if (document.activeElement !== position) drawPosition(time);
  drawChapter(indexAt(starts.chapter, time));
  const speaker = speakerAt(time);
  if (byId("heard-speaker").textContent !== speaker) byId("heard-speaker").textContent = speaker;
  byId("follow").setAttribute("aria-pressed", String(follow.on && !follow.paused));
}

function drawPosition(time) {
  byId("position").value = Math.round(time);
  byId("position").setAttribute("aria-valuetext", spokenPosition(time));
}

function spokenPosition(time) {
  return `${spokenTime(time)}, ${chapters.titles[Math.max(indexAt(starts.chapter, time), 0)] ?? ""}`;
}

function drawChapter(index) {
  const link = document.querySelector(`#chapters a[href="#c${index + 1}"]`);
  if (!link || link.hasAttribute("aria-current")) return;
  document.querySelector("#chapters [aria-current]")?.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
  byId("heard-chapter").textContent = chapters.titles[index];
}

function drawPlaying() {
  document.documentElement.classList.toggle("playing", !audio.paused);
  byId("play-name").textContent = audio.paused ? "Play" : "Pause";
  if (!audio.paused) requestAnimationFrame(frame);
}

function frame() {
  if (audio.paused) return;
  skipLeftOut();
  draw();
  if (Date.now() >= sleep.deadline || audio.currentTime >= sleep.time) fallAsleep();
  requestAnimationFrame(frame);
}

function setSleep(choice) {
  const chapter = indexAt(starts.chapter, audio.currentTime);
  sleep.time = choice === "chapter" ? (starts.chapter[chapter + 1] ?? timeline.duration) : Infinity;
  sleep.deadline = Number(choice) ? Date.now() + Number(choice) * 60000 : Infinity;
  byId("sleep").value = choice;
}

function fallAsleep() {
  audio.pause();
  setSleep("");
  tell("The sleep timer has stopped the sound.");
}

byId("play").addEventListener("click", toggle);
byId("previous").addEventListener("click", () => move(byId("unit").value, -1));
byId("next").addEventListener("click", () => move(byId("unit").value, 1));
byId("back").addEventListener("click", () => jump(-JUMP));
byId("ahead").addEventListener("click", () => jump(JUMP));
byId("follow").addEventListener("click", () => setFollow(!follow.on || follow.paused));
byId("speed").addEventListener("change", (event) => setSpeed(Number(event.target.value)));
byId("sleep").addEventListener("change", (event) => setSleep(event.target.value));
byId("unit").addEventListener("change", ({ target }) => {
  byId("previous").setAttribute("aria-label", `Previous ${target.value}`);
  byId("next").setAttribute("aria-label", `Next ${target.value}`);
});
byId("position").addEventListener("input", ({ target }) => {
  goTo(Number(target.value));
  target.setAttribute("aria-valuetext", spokenPosition(audio.currentTime));
});
// Arrow keys move the slider from where the sound is, not from where the slider got the focus.
byId("position").addEventListener("keydown", ({ key }) => {
  if (/^(Arrow|Page|Home|End)/.test(key)) drawPosition(audio.currentTime);
});

// Not "click": of everything in an element that listens for clicks, screen readers say "clickable".
document.addEventListener("pointerup", (event) => {
  const sentence = event.target.closest(".s");
  if (!sentence || event.button !== 0 || event.target.closest("a") || !getSelection().isCollapsed) return;
  goTo(sentences.starts[sentenceElements.indexOf(sentence)], true);
});
const onScroll = (event) => event.target.closest(".player, nav, dialog") || lookAway();
for (const type of ["wheel", "touchmove"]) document.addEventListener(type, onScroll, { passive: true });

for (const type of ["play", "pause", "ended"]) audio.addEventListener(type, drawPlaying);
for (const type of ["seeked", "pause", "loadedmetadata"]) audio.addEventListener(type, () => draw(true));
audio.addEventListener("ended", () => tellUnseen("The end."));
audio.addEventListener("error", () => tell("The sound cannot be played."));
// Frames are drawn only while the page can be seen; the sleep timer must not wait for them.
audio.addEventListener("timeupdate", () => {
  if (document.hidden && !audio.paused) skipLeftOut();
  if (document.hidden && (Date.now() >= sleep.deadline || audio.currentTime >= sleep.time)) fallAsleep();
});
