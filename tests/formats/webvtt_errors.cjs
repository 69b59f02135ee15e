// Prints, as JSON, what the W3C's parser (npm: webvtt-parser) makes of each file: its errors and its cues.
// node webvtt_errors.cjs metadata|chapters|subtitles file...
const { readFileSync } = require("fs");
const entities = require("webvtt-parser/html-entities.json");
const { WebVTTParser } = require("webvtt-parser");

const text = (node) => (node.type === "text" ? node.value : (node.children || []).map(text).join(""));
const [, , kind, ...files] = process.argv;
const results = files.map((file) => {
  const { cues, errors } = new WebVTTParser(entities).parse(readFileSync(file, "utf8"), kind);
  return {
    errors: errors.map((e) => `line ${e.line}: ${e.message}`),
    cues: cues.map((c) => ({
      start: c.startTime,
      end: c.endTime,
      voice: c.tree.children[0]?.name === "v" ? c.tree.children[0].value : null,
      text: text(c.tree),
    })),
  };
});
console.log(JSON.stringify(results));
