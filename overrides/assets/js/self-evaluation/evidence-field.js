/**
 * The form for evidence of a component: pieces by kind, people's easy-read answers, and the framework's published
 * findings beside them.
 */
import { element } from "../shared/dom.js";
import { newId } from "./device.js";
import { amount, area, button, choice, day, line, link } from "./inputs.js";
import { blankEvidence, isWritten, NO_KIND, peopleSaid, voicesOf } from "./model.js";
import { here } from "./parts.js";
import { changeItem } from "./session.js";
import { peopleTitle, voiceTitle } from "./words.js";

/** `words` are the texts of the component, with the findings; `then` is called after each change. */
export function evidenceList(index, item, about, words, standard, then) {
  const pieces = element("div", {});
  const said = element("p", { role: "status", class: "said" });
  const people = index.evidence_kinds.find((kind) => kind.from_people);
  const prompt = element("p", { class: "note" });
  // By position, which each rendering assigns anew, because in a file two pieces can have the same id
  const edit = (at, name, value) => {
    changeItem(about, (one) => ({
      ...one,
      evidence: one.evidence.map((piece, place) =>
        place === at ? without({ ...piece, [name]: value }, value, name) : piece,
      ),
    }));
    tell();
  };
  const tell = () => {
    prompt.hidden = item().evidence.some((piece) => piece.kind === people.id && isWritten(piece));
    then();
  };
  const draw = () => {
    pieces.replaceChildren(...item().evidence.map((piece, at) => fields(piece, at)));
    tell();
  };
  const fields = (piece, at) => (piece.voices ? voices(piece, at) : written(piece, at));
  const what = (piece, at) =>
    area("What it shows", piece.note, (value) => edit(at, "note", value), {
      hint: "Do not write anything that could identify someone.",
      rows: 2,
    });
  const away = (at) =>
    element(
      "p",
      { class: "buttons" },
      button("Remove this evidence", () => remove(at), { "data-changes": true }),
    );
  const voices = (piece, at) =>
    element(
      "fieldset",
      { class: "piece" },
      element("legend", {}, `Evidence ${at + 1}: answers in easy read`),
      element("p", {}, `${peopleTitle(index, peopleSaid([piece])) || "Nobody chose an answer"}.`),
      element(
        "details",
        {},
        element("summary", {}, "What each person said"),
        element(
          "ul",
          {},
          voicesOf([piece]).map((voice) => element("li", { class: "as-written" }, voiceTitle(index, voice))),
        ),
      ),
      what(piece, at),
      away(at),
    );
  const written = (piece, at) => {
    const counts = element("div", { class: "fields" });
    const drawCounts = (kind) => {
      counts.hidden = kind !== people.id;
      const now = () => item().evidence[at]?.answers ?? {};
      counts.replaceChildren(
        ...index.question_answers.map(({ id, title }) =>
          amount(`How many said “${title}”`, now()[id], (many) => {
            const next = { ...now() };
            if (many) next[id] = many;
            else delete next[id];
            edit(at, "answers", Object.keys(next).length ? next : undefined);
          }),
        ),
      );
    };
    drawCounts(piece.kind);
    const looks = (id) => index.evidence_kinds.find((kind) => kind.id === id)?.look_at ?? "";
    const kind = choice(
      "Kind of evidence",
      piece.kind,
      piece.kind === NO_KIND ? [{ id: NO_KIND, title: "Choose" }, ...index.evidence_kinds] : index.evidence_kinds,
      (value) => {
        edit(at, "kind", value);
        drawCounts(value);
        kind.querySelector(".small").textContent = looks(value);
      },
      { hint: looks(piece.kind) || " " },
    );
    return element(
      "fieldset",
      { class: "piece" },
      element("legend", {}, `Evidence ${at + 1}`),
      kind,
      what(piece, at),
      counts,
      element(
        "div",
        { class: "fields" },
        day("Date", piece.on, (value) => edit(at, "on", value)),
        line("Where to find it", piece.ref, (value) => edit(at, "ref", value)),
      ),
      away(at),
    );
  };
  const remove = (at) => {
    const gone = item().evidence[at]; // the current piece, and not the one that was rendered
    changeItem(about, (one) => ({ ...one, evidence: one.evidence.toSpliced(at, 1) }));
    draw();
    const undo = button("Put it back", () => {
      changeItem(about, (one) => ({ ...one, evidence: one.evidence.toSpliced(at, 0, gone) }));
      draw();
      said.replaceChildren("It is back.");
      pieces.children[at]?.querySelector("select").focus();
    });
    said.replaceChildren("Removed. ", undo);
    undo.focus();
  };
  const add = () => {
    changeItem(about, (one) => ({ ...one, evidence: [...one.evidence, blankEvidence(newId())] }));
    draw();
    pieces.lastChild?.querySelector("select").focus();
  };
  prompt.append(
    `${people.title}: nothing yet. `,
    link("Ask in easy read, on screen or on paper", here(`/easy-read/questions/${standard.id}/`)),
    ".",
  );
  draw();
  return element(
    "div",
    { class: "evidence" },
    pieces,
    said,
    prompt,
    element("p", { class: "buttons" }, button("Add evidence", add, { "data-changes": true })),
    seenElsewhere(words.seen),
  );
}

/** Removes an optional field that is empty. */
function without(piece, value, name) {
  if (value === undefined) delete piece[name];
  return piece;
}

function seenElsewhere(seen) {
  if (!seen.length) return null;
  return element(
    "section",
    { class: "seen" },
    element("h4", {}, "What was found elsewhere"),
    element(
      "ul",
      {},
      seen.map(({ kind, text, source, url }) =>
        element("li", {}, element("strong", {}, `${kind}: `), text, " ", link(source, here(url), { class: "small" })),
      ),
    ),
    element(
      "p",
      { class: "small" },
      "This is about other places and earlier years. Use it to prompt discussion. It says nothing about your own area.",
    ),
  );
}
