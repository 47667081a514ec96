/**
 * Opens files. They are read as far as possible, problems are listed, and nothing is stored before the reader has seen
 * the content of a file and decided.
 */
import { element } from "../shared/dom.js";
import { count } from "../shared/words.js";
import { keep, noteFile } from "./device.js";
import { choices } from "./file-choices.js";
import { button } from "./inputs.js";
import { fitted, progress } from "./model.js";
import { changedOn } from "./place.js";
import { LARGEST, readFile } from "./read-file.js";
import { dropHeld, open } from "./session.js";
import { evaluationTitle, kindWords } from "./words.js";

const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1000)} KB` : `${Math.round(bytes / 1e6)} MB`);

/** The content of a chosen file: `{name, evaluation, problems, newer}`; `evaluation` is null if it has none. */
async function readChosen(file, index) {
  const { name } = file;
  if (file.size > LARGEST)
    return {
      name,
      evaluation: null,
      newer: false,
      problems: [
        `The file is ${size(file.size)}. Files from this page are smaller than ${size(LARGEST)}, so this is something else. We did not open it.`,
      ],
    };
  try {
    return { name, ...readFile(await file.text(), index) };
  } catch {
    return {
      name,
      evaluation: null,
      newer: false,
      problems: ["Your browser could not read the file. It may have been moved or deleted."],
    };
  }
}

/** A button for choosing files. `then` receives their content. */
export function chooser(index, words, hint, then) {
  const input = element("input", {
    type: "file",
    accept: ".json,application/json",
    multiple: true,
    class: "vh",
    tabindex: -1,
    "aria-hidden": "true",
  });
  input.addEventListener("change", async () => {
    const read = await Promise.all([...input.files].map((file) => readChosen(file, index)));
    input.value = "";
    then(read);
  });
  return element(
    "div",
    { class: "open-files" },
    element(
      "p",
      { class: "buttons" },
      button(words, () => input.click(), { "data-changes": true }),
      element("span", { class: "small" }, hint),
    ),
    input,
  );
}

/** Opens evaluation files. `then` is called when one has been stored. */
export function fileChooser(index, then) {
  const found = element("div", { "aria-live": "polite" });
  const choose = chooser(
    index,
    "Open a saved file",
    "Choose one or more files that end in .json. This page or the easy-read questions saved them.",
    (read) => {
      const boxes = read.map((one) => preview(index, one, then));
      found.replaceChildren(...[saveAll(boxes)].filter(Boolean), ...boxes);
      found.querySelector("h3")?.focus();
    },
  );
  return element("div", {}, choose, found);
}

/** One button for all files with something new; null if there are fewer than two. */
function saveAll(boxes) {
  const all = boxes.map((box) => box.querySelector("[data-save-new]")).filter(Boolean);
  if (all.length < 2) return null;
  const box = element("div", {});
  box.append(
    element(
      "p",
      { class: "buttons" },
      button(
        `Save ${all.length === 2 ? "both" : `all ${all.length}`} on this device`,
        () => {
          for (const one of all) if (one.isConnected) one.click();
          const left = boxes.filter((one) => one.isConnected && one.querySelector("[data-clash]")).length;
          const words = left
            ? `${left === 1 ? "One file holds" : `${left} files hold`} another version of an evaluation that is on this device. Choose below what to keep.`
            : "Every file that could be saved is now on this device.";
          box.replaceChildren(element("p", { tabindex: -1 }, words));
          box.firstChild.focus();
        },
        { class: "button button-first" },
      ),
    ),
  );
  return box;
}

/** A preview of a file before it is stored, with the possible actions. */
function preview(index, { name, evaluation, problems, newer }, then) {
  const box = element("section", { class: "file" }, element("h3", { tabindex: -1 }, name));
  const list = problems.length
    ? [
        element("p", {}, evaluation ? "We could not read all of it:" : "We could not open it:"),
        element(
          "ul",
          {},
          problems.map((problem) => element("li", {}, problem)),
        ),
      ]
    : [];
  const shut = button("Close", () => box.remove());
  if (!evaluation) {
    box.append(
      ...list,
      element(
        "p",
        { class: "buttons" },
        button("Close", () => box.remove()),
      ),
    );
    return box;
  }
  const placed = fitted(evaluation, index);
  const { all } = progress(index, placed);
  const facts = `${evaluationTitle(index, evaluation)}. ${kindWords(index, evaluation)} ${count(evaluation.standards.length, "standard")}, ${all.done} of ${all.total} done. ${changedOn(evaluation)}.`;
  box.append(element("p", {}, facts), ...list);
  if (placed.kept.length)
    box.append(
      element(
        "p",
        {},
        placed.kept.length === 1
          ? "1 answer is about a part that is not in this edition, or about a standard that is not in the evaluation. It is kept in the file."
          : `${placed.kept.length} answers are about parts that are not in this edition, or about standards that are not in the evaluation. They are kept in the file.`,
      ),
    );
  const done = (words) => {
    box.replaceChildren(element("p", { role: "status", tabindex: -1 }, words));
    then();
    box.firstChild.focus();
  };
  if (newer) {
    box.append(
      element(
        "p",
        { class: "note" },
        "A newer version of this page saved it. You can read it here. To change it, load this page again while you are online, and then open the file.",
      ),
      element(
        "p",
        { class: "buttons" },
        button("Open it to read", () => {
          open(placed, { newer: true });
          location.hash = `e/${placed.id}`;
        }),
        shut,
      ),
    );
    return box;
  }
  const put = (one) => {
    const kept = keep(one);
    if (kept) {
      dropHeld([one.id]);
      noteFile(one);
      done(`“${evaluationTitle(index, one)}” is saved on this device.`);
    } else {
      open(one, { refused: true });
      location.hash = `e/${one.id}`;
    }
  };
  box.append(choices(index, placed, put, shut));
  return box;
}
