"use strict";
// What is heard when. All times are seconds; every list of times is sorted, so that looking one up takes
// a binary search however long the article is.

const timeline = JSON.parse(document.getElementById("timeline").textContent);
const { sentences, paragraphs, chapters, quotations, photos, lists } = timeline;
const starts = {
  sentence: sentences.starts,
  paragraph: paragraphs.starts,
  chapter: chapters.starts,
  quotation: quotations.starts,
  photo: photos.starts,
  list: lists.starts,
};
/** What can be skipped or left out, from when to when. */
const spans = { quotation: quotations, photo: photos, list: lists };

/** What a time may be off: browsers seek to the nearest frame of the sound. */
const SLACK = 0.03;
/** Seconds after which "previous" goes to the beginning of what is heard, not to the one before. */
const RESTART = 1.5;

/** Index of the last of `times` that is not after `time`; -1 before the first. */
function indexAt(times, time) {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] <= time + SLACK) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The sentence at a time, and during an announcement the one that it announces; -1 before the first. */
function sentenceAt(time) {
  const announced = paragraphs.sentences[indexAt(starts.paragraph, time)] ?? -1;
  return Math.max(announced, indexAt(sentences.starts, time));
}

/** The word of a sentence at a time, as [offset, length] in its text; null between sentences. */
function wordAt(sentence, time) {
  const words = timeline.words[sentence];
  if (!words || time > sentences.ends[sentence] + SLACK) return null;
  const index = indexAt(words.starts, time);
  return index < 0 ? null : [words.offsets[index], words.lengths[index]];
}

/** Who is quoted at a time; "" for nobody. */
function speakerAt(time) {
  const index = indexAt(starts.quotation, time);
  const heard = index >= 0 && time <= quotations.ends[index];
  return heard ? quotations.speakers[index] : "";
}

/** The next or previous of some times, seen from a time; null where there is none. */
function neighbour(times, step, time) {
  const index = indexAt(times, time);
  if (step > 0) return times[index + 1] ?? null;
  const restarts = time - times[index] > RESTART;
  return times[restarts ? index : index - 1] ?? null;
}

/** Write 3723 as "1:02:03". */
function clock(time) {
  const whole = Math.floor(time);
  const parts = [Math.floor(whole / 60) % 60, whole % 60];
  if (whole >= 3600) parts.unshift(Math.floor(whole / 3600));
  return parts.map((part, index) => (index ? String(part).padStart(2, "0") : part)).join(":");
}

/** Say 3723 as "1 hour 2 minutes 3 seconds". */
function spokenTime(time) {
  const whole = Math.floor(time);
  const parts = [[Math.floor(whole / 3600), "hour"], [Math.floor(whole / 60) % 60, "minute"], [whole % 60, "second"]];
  const said = parts.filter(([count]) => count).map(([count, name]) => `${count} ${name}${count > 1 ? "s" : ""}`);
  return said.join(" ") || "Beginning";
}
