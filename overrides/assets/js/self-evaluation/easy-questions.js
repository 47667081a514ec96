// The questions in easy read: the answers of all their pages are stored as long as the tab is open, and can be saved as
// a file for the self-evaluation page.

import { element } from "../shared/dom.js";
import { sure } from "../shared/sure.js";
import { count } from "../shared/words.js";
import { answersInTab, isSaid, keepInTab, noAnswers } from "./my-answers.js";

const form = document.querySelector("[data-questions]");
const then = document.querySelector("[data-then]");
const said = then.querySelector("[data-answers-said]");
const groups = [...form.querySelectorAll("[data-about]")];
const find = (name) => then.querySelector(`[data-answers-${name}]`);

let all = answersInTab(); // of all these pages

function fill() {
  for (const group of groups) {
    const own = all.items[group.dataset.about] ?? { answer: "", note: "" };
    for (const box of group.querySelectorAll("input")) box.checked = box.value === own.answer;
    group.querySelector("textarea").value = own.note;
  }
}

function tell(words = "") {
  const many = Object.values(all.items).filter(({ answer }) => answer).length;
  const here = groups.filter(({ dataset }) => all.items[dataset.about]?.answer).length;
  said.textContent = [
    words,
    `${here} of ${groups.length} answered on this page.`,
    many > here ? `${count(many, "answer")} on all pages.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

form.addEventListener("input", ({ target }) => {
  const group = target.closest("[data-about]");
  const answer = group.querySelector("input:checked")?.value ?? "";
  all.items[group.dataset.about] = { answer, note: group.querySelector("textarea").value };
  const kept = keepInTab(all);
  if (target.type === "radio" || !kept)
    tell(kept ? "" : "Your browser cannot save your answers. Print the page or save a file now.");
});
form.addEventListener("submit", (event) => event.preventDefault());
find("print").addEventListener("click", () => print());
sure(
  find("clear"),
  () => element("p", {}, "Do you want to delete all your answers? You cannot get them back."),
  { no: "Keep my answers", yes: "Delete them" },
  () => {
    all = noAnswers();
    keepInTab(all);
    fill();
    tell("All your answers are deleted.");
  },
);
find("save").addEventListener("click", async () => {
  if (!isSaid(all)) return tell("There is no answer yet.");
  try {
    const [{ answersFile }, { saveText }] = await Promise.all([import("./answers-file.js"), import("./take-away.js")]);
    const { evaluation, text, name } = await answersFile(all);
    all.id = evaluation.id;
    keepInTab(all);
    saveText(text, name);
    tell(`The file ${name} is in your downloads.`);
  } catch {
    tell("The file could not be made. You can print the page.");
  }
  return undefined;
});
addEventListener("forgotten", () => {
  all = noAnswers();
  fill();
  tell();
});
// A page from the back/forward cache does not know answers that were given on other pages since
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  all = answersInTab();
  fill();
  tell();
});

fill();
tell();
then.hidden = false;
