/**
 * The letter tool: the choice of a letter, its fields, and its text, which can be edited by hand. Edits stay until the
 * reader discards them. Names and addresses are stored only in the page.
 */
import { ROOT } from "../shared/address.js";
import { answered } from "../shared/fetched.js";
import { count } from "../shared/words.js";
import { changeLetter, letter as keptLetter } from "./kept.js";
import { composed } from "./letter.js";
import { atFirst, boxesFor } from "./letter-boxes.js";
import { asElements, letterBlocks, wordsIn } from "./sheet.js";
import { chosenWords } from "./words.js";

const ONE_PAGE = 300; // words
const BY_HAND = "You changed the letter.";
const BY_HAND_FIRST = "You changed the letter and then changed a box above. We have kept your letter as you wrote it.";

export function letterTool() {
  const find = (name) => document.querySelector(`[data-letter-${name}]`);
  const form = find("form");
  if (!form) return null;
  const names = [
    "boxes",
    "named",
    "said",
    "text",
    "length",
    "changed",
    "how",
    "anew",
    "sure",
    "yes",
    "no",
    "other",
    "other-words",
    "take",
  ];
  const [boxes, named, said, text, length, changed, how, anew, sure, yes, no, other, otherWords, take] =
    names.map(find);
  const sheet = document.querySelector("[data-sheet=letter]");
  const kinds = [...form.querySelectorAll("[name=letter]")];
  const people = {}; // the values of the fields for names and addresses, which are stored nowhere else
  const today = new Date();
  let letters = []; // the letters as the site has them
  let open = ""; // the letter whose fields are shown
  let rights = new Set(); // the provisions of the chosen sentences, as those fields show them
  let seen = null; // the text of the letter as this tab last wrote or read it

  const chosenKind = () => {
    const kept = keptLetter().found.id;
    const chosen = chosenWords();
    const fitting = [...chosen.map(({ own }) => own), ...chosen.map(({ letter }) => letter)].find(Boolean);
    return letters.find(({ id }) => id === kept) ?? letters.find(({ id }) => id === fitting) ?? letters[0];
  };
  const answersOf = (letter) => ({ ...atFirst(letter, today), ...keptLetter().found.answers, ...people });
  const make = (letter) => composed(letter, answersOf(letter), chosenWords());
  const body = (made) => keptLetter().found.text ?? made.body;
  const keep = (change, words = "") => {
    const kept = changeLetter(change);
    said.textContent = kept
      ? words
      : "Your browser cannot save the letter. Print or copy it before you leave the page.";
  };

  const rightsNow = () =>
    new Set(
      chosenWords()
        .map(({ right }) => right)
        .filter(Boolean),
    );
  const sameRights = () => [...rightsNow()].join() === [...rights].join();

  /** Shows the fields of a letter. */
  const openBoxes = (letter) => {
    open = letter.id;
    for (const kind of kinds) kind.checked = kind.value === open;
    rights = rightsNow();
    const answers = answersOf(letter);
    const on = letter.fields.filter((field) => !field.named);
    const changedBox = (id, answer) => keep({ answers: { ...keptLetter().found.answers, [id]: answer } });
    const changedName = (id, answer) => {
      people[id] = answer;
      show();
    };
    boxes.replaceChildren(...boxesFor(on, answers, rights, changedBox));
    named.replaceChildren(
      ...boxesFor(
        letter.fields.filter((field) => field.named),
        answers,
        rights,
        changedName,
      ),
    );
  };

  /** Opens the letter that a link to this page names, but only once: after that the reader's choice counts. */
  const openAsked = () => {
    const asked = new URLSearchParams(location.search).get("letter");
    if (!letters.some(({ id }) => id === asked)) return;
    history.replaceState(null, "", location.pathname + location.hash);
    keep({ id: asked });
  };

  /** Shows the current letter. */
  function show() {
    const letter = letters.length ? chosenKind() : null;
    if (!letter) return;
    if (letter.id !== open || (!sameRights() && !form.contains(document.activeElement))) openBoxes(letter);
    const made = make(letter);
    const { text: byHand, made: from } = keptLetter().found;
    if (document.activeElement !== text) text.value = body(made);
    seen = body(made);
    const blocks = letterBlocks(made, body(made));
    sheet.replaceChildren(...asElements(blocks));
    changed.hidden = byHand === null;
    how.textContent = from === made.body ? BY_HAND : BY_HAND_FIRST;
    const number = wordsIn(blocks);
    const fits =
      number <= ONE_PAGE ? "" : ` A letter of up to ${ONE_PAGE} words fits on one page and is more likely to be read.`;
    length.textContent = `${count(number, "word")}.${fits}`;
  }

  const makeAnew = () => {
    keep({ text: null, made: "" }, "Your letter has been made again from the boxes.");
    text.value = make(chosenKind()).body;
    sure.hidden = true;
    text.focus();
  };

  form.addEventListener("change", (event) => {
    if (event.target.name === "letter") keep({ id: event.target.value });
  });
  for (const one of [form, find("names")]) one.addEventListener("submit", (event) => event.preventDefault());
  text.addEventListener("input", () => {
    const made = make(chosenKind());
    seen = text.value;
    keep({ text: text.value, made: keptLetter().found.text === null ? made.body : keptLetter().found.made });
  });
  anew.addEventListener("click", () => {
    sure.hidden = false;
    no.focus();
  });
  yes.addEventListener("click", makeAnew);
  no.addEventListener("click", () => {
    const made = make(chosenKind());
    keep({ made: made.body }, "We have kept your words.");
    sure.hidden = true;
    text.focus();
  });
  addEventListener("storage", () => {
    const theirs = keptLetter().found.text;
    const clash = document.activeElement === text && theirs !== null && theirs !== seen;
    other.hidden = !clash;
    if (!clash) return fresh();
    otherWords.textContent = theirs;
    return undefined;
  });
  take.addEventListener("click", () => {
    text.value = otherWords.textContent;
    keep({ text: text.value });
    other.hidden = true;
    text.focus();
  });
  addEventListener("forgotten", () => {
    for (const id of Object.keys(people)) delete people[id];
    fresh();
  });

  /** Renders the fields again, because their values were changed elsewhere. */
  function fresh() {
    if (form.contains(document.activeElement)) return;
    open = "";
    show();
  }

  answered(new URL("my-words/letters.json", ROOT))
    .then((answer) => answer.json())
    .then((found) => {
      letters = found;
      openAsked();
      show();
    })
    .catch(() => {
      said.textContent = "The letters did not load. Check your connection and reload the page.";
    });

  return {
    get name() {
      return letters.length ? chosenKind().id : "letter";
    },
    get title() {
      return letters.length ? chosenKind().title : "Letter";
    },
    empty: () => !letters.length,
    show,
    blocks() {
      const made = make(chosenKind());
      return letterBlocks(made, body(made));
    },
  };
}
