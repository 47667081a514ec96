/**
 * Composes a letter from answers and chosen sentences. It needs no document. A sentence with an empty field is left
 * out; everything that was typed is in the letter.
 */
import { day, listed } from "../shared/words.js";

const BOX = /\{([a-z0-9-]+)\}/g;
const ENDS = /[.?!:]["”’)]*$/;
const SMALL = /^(?:My|Our|Your|His|Her|Their|The|A|An|To|For|That|About|Not)\b/;

/**
 * The parts of a letter: `{ from, to, date, heading, named, body, close }`.
 *
 * `says` are the chosen sentences, `[{ words, right }]`; rights come first. `named` are the sentences with someone's
 * name in them, which come before the `body`. The body is one text, with an empty line between paragraphs and a bullet
 * before each list item.
 */
export function composed(letter, answers, says) {
  const filled = (id) =>
    filledIn(
      letter.fields.find((field) => field.id === id),
      answers[id],
    );
  const kindOf = (id) => letter.fields.find((field) => field.id === id)?.kind;
  const names = new Set(letter.fields.filter((field) => field.named).map((field) => field.id));
  const made = { from: [], to: [], date: "", heading: "", named: [], body: "", close: [] };
  const body = [];
  const addresses = [made.from, made.to];
  for (const part of letter.parts) {
    const lines = part.lines
      .filter((line) => !filled(line.unless))
      .map((line) => ({ line, words: said(line.words, filled, kindOf) }));
    const whole = lines.filter(({ words }) => words);
    const texts = whole.map(({ words }) => words);
    if (part.kind === "address") addresses.shift()?.push(...texts.flatMap((text) => text.split("\n")));
    else if (part.kind === "date") made.date = texts.join(" ");
    else if (part.kind === "heading") made.heading = texts.join(" ");
    else if (part.kind === "close") made.close = texts;
    else {
      const naming = ({ line }) => boxesIn(line.words).some((id) => names.has(id));
      made.named.push(...whole.filter(naming).map(({ words }) => words));
      body.push(
        whole
          .filter((one) => !naming(one))
          .map(({ words }) => words)
          .join(" "),
      );
    }
    if (part.id === letter.after && says.length) body.push(list(letter.lead, rightsFirst(says)));
  }
  made.body = body.filter(Boolean).join("\n\n");
  return made;
}

/** Rights first, otherwise in the reader's order. */
const rightsFirst = (says) => [...says.filter(({ right }) => right), ...says.filter(({ right }) => !right)];
const list = (lead, says) => [lead, ...says.map(({ words }) => `• ${words}`)].join("\n");
const boxesIn = (words) => [...words.matchAll(BOX)].map(([, id]) => id);

/** A line with its fields filled in; an empty string if one of them is empty. */
function said(words, filled, kindOf) {
  const boxes = boxesIn(words);
  if (boxes.some((id) => !filled(id))) return "";
  if (boxes.length === 1 && words === `{${boxes[0]}}`) return filled(boxes[0]);
  const whole = words.replace(BOX, (_, id, at) => {
    const begins = /(?:^|[:.?!])\s*$/.test(words.slice(0, at));
    return within(filled(id), begins, kindOf(id));
  });
  return whole.replace(/([.?!])\.$/, "$1");
}

/**
 * The typed text for use within a sentence: without its full stop and, unless it begins the sentence, with a small
 * first letter. A short text may begin with a name, so there only certain words that never begin a name are changed.
 */
function within(text, begins, kind) {
  const tidy = text.replace(/\.$/, "");
  const small = kind === "long" ? /^\p{Lu}(?=\p{Ll})/u : SMALL;
  return begins || !small.test(tidy) ? tidy : tidy.charAt(0).toLowerCase() + tidy.slice(1);
}

/** The value of a field as text; an empty string if it has none. */
function filledIn(field, answer) {
  if (!field || !answer) return "";
  if (Array.isArray(answer)) {
    const says = field.choices.filter((choice) => answer.includes(choice.id)).map((choice) => choice.says);
    const some = field.most ? says.slice(0, field.most) : says;
    return some.every((words) => ENDS.test(words)) ? some.join(" ") : listed(some);
  }
  const text = answer.trim();
  if (field.kind === "date") return /^\d{4}-\d\d-\d\d$/.test(text) ? day(new Date(`${text}T12:00`)) : "";
  return field.kind === "long" && !field.named && text && !ENDS.test(text) ? `${text}.` : text;
}

/** The date `days` working days after `today`, as 2026-12-05. It skips weekends, but does not know public holidays. */
export function workingDaysFrom(today, days) {
  const date = new Date(today.getFullYear(), today.getMonth(), today.getDate(), 12);
  for (let left = days; left > 0; ) {
    date.setDate(date.getDate() + 1);
    if (date.getDay() % 6) left -= 1;
  }
  return written(date);
}

/** A date as 2026-12-05, in the reader's time zone. */
export const written = (date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((number) => String(number).padStart(2, "0")).join("-");
