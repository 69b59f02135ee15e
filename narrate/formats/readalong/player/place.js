"use strict";
// Where the reader is: remembered on this device, in links, and on the keys of the keyboard or headset.

const SETTINGS = "narrate:settings";
const PLACE = `narrate:place:${timeline.key}`;
/** Files on this device have links that mean nothing to others: they are copied, not shared. */
const canShare = Boolean(navigator.share) && location.protocol.startsWith("http");
let savedAt = 0;

/** Read something that was stored; null where there is nothing or storing is not allowed. */
function stored(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function store(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Private windows may refuse; then nothing is remembered.
  }
}

function remember(name, value) {
  store(SETTINGS, { ...stored(SETTINGS), [name]: value });
}

function savePlace() {
  savedAt = Date.now();
  store(PLACE, audio.ended ? 0 : audio.currentTime);
}

function forgetPlace() {
  goTo(0);
  savePlace();
  tell("Back at the beginning.");
}

/** The time that a link such as #t=83.5, #s12 or #c3 asks for; null for none. */
function linkedTime(hash) {
  const time = /^#t=(\d+(?:\.\d+)?)$/.exec(hash);
  if (time) return Number(time[1]);
  const part = /^#([sc])(\d+)$/.exec(hash);
  if (!part) return null;
  const times = part[1] === "s" ? sentences.starts : starts.chapter;
  return times[Number(part[2]) - 1] ?? null;
}

function openLink() {
  const time = linkedTime(location.hash);
  if (time === null) return false;
  goTo(time);
  reveal(sentenceElement(shown.sentence));
  return true;
}

async function copyLink() {
  const index = Math.max(shown.sentence, 0);
  history.replaceState(null, "", `#s${index + 1}`);
  try {
    await navigator.clipboard.writeText(location.href);
    tell("The link to this sentence is copied.");
  } catch {
    tell("The link to this sentence is in the address bar.");
  }
}

/** Hand the link to the system's own dialog for sharing, where there is one, or copy it. */
async function shareLink() {
  if (!canShare) {
    await copyLink();
    return;
  }
  const index = Math.max(shown.sentence, 0);
  history.replaceState(null, "", `#s${index + 1}`);
  // A dialog that was closed without sharing needs no message.
  await navigator.share({ title: timeline.title, url: location.href }).catch(() => {});
}

function restore() {
  if (openLink()) return;
  const time = stored(PLACE);
  if (!(time > 0 && time < timeline.duration)) return;
  goTo(time);
  reveal(sentenceElement(shown.sentence));
  knownChapter = Math.max(indexAt(starts.chapter, time), 0);
  tell(`Continues at ${clock(time)}, ${chapters.titles[knownChapter]}.`);
}

function setUpMediaKeys() {
  const session = navigator.mediaSession;
  if (!session) return;
  session.metadata = new MediaMetadata({ title: timeline.title, artist: timeline.artist, album: timeline.site });
  const actions = {
    play: start,
    pause: () => audio.pause(),
    seekbackward: () => jump(-JUMP),
    seekforward: () => jump(JUMP),
    previoustrack: () => move("chapter", -1),
    nexttrack: () => move("chapter", 1),
    seekto: (details) => goTo(details.seekTime),
  };
  for (const [action, handler] of Object.entries(actions)) {
    try {
      session.setActionHandler(action, handler);
    } catch {
      // A browser that does not know the action does without it.
    }
  }
}

audio.addEventListener("timeupdate", () => {
  if (Date.now() - savedAt > 5000) savePlace();
});
audio.addEventListener("pause", savePlace);
addEventListener("pagehide", savePlace);
addEventListener("hashchange", openLink);
byId("link").addEventListener("click", shareLink);
byId("link-name").textContent = canShare ? "Share link" : "Copy link";
byId("forget").addEventListener("click", forgetPlace);
setUpMediaKeys();
