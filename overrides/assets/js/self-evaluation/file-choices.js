/**
 * What can be done with a file that contains an evaluation: save it on the device or, if one with the same id is there,
 * choose which one to keep. Questions always refer to the present state of the device.
 */
import { element } from "../shared/dom.js";
import { copyOf } from "./copies.js";
import { keptUnder } from "./device.js";
import { button, radios } from "./inputs.js";
import { onlyHere } from "./session.js";

/** The evaluation that is now stored under an id, on the device or only in this tab; null if there is none. */
function standing(id, index) {
  const held = onlyHere().find((one) => one.id === id);
  return held ? { evaluation: held, text: JSON.stringify(held), damaged: false } : keptUnder(id, index);
}

/**
 * The buttons for a file. Another file or tab may have stored the same evaluation since it was opened, so each button
 * checks the storage when it is pressed, and asks again if it has changed.
 */
export function choices(index, placed, put, shut) {
  const box = element("div", {});
  const draw = () => {
    const same = standing(placed.id, index);
    const unless = (act) => () => {
      if (standing(placed.id, index)?.text === same?.text) return act();
      draw();
      return box.querySelector("input, button").focus();
    };
    const save = element(
      "p",
      { class: "buttons" },
      button(
        "Save it on this device",
        unless(() => put(placed)),
        { class: "button button-first", "data-save-new": true },
      ),
      shut,
    );
    box.replaceChildren(...(same ? clash(placed, same, put, shut, unless) : [save]));
  };
  draw();
  return box;
}

/** The device already has this evaluation: keep the file's, the device's, or both? */
function clash(placed, same, put, shut, unless) {
  const here = same.evaluation;
  const alike = here && JSON.stringify(fieldsOf(here)) === JSON.stringify(fieldsOf(placed));
  if (alike && !same.damaged)
    return [
      element(
        "p",
        {},
        "This evaluation is already on this device, with the same content. You do not have to do anything.",
      ),
      element("p", { class: "buttons" }, shut),
    ];
  const newer =
    here && here.updated === placed.updated
      ? "Both were last changed at the same time."
      : `The one ${here && here.updated > placed.updated ? "on this device" : "in the file"} is newer.`;
  let what = "both";
  return [
    element("p", {}, `This evaluation is on this device already. ${same.damaged ? "The one here is damaged." : newer}`),
    radios(
      "Which do you want to keep?",
      what,
      [
        { id: "both", title: "Both", meaning: "The one from the file becomes a separate copy." },
        { id: "file", title: "The one from the file", meaning: "It replaces the one on this device." },
      ],
      (value) => {
        what = value;
      },
    ),
    element(
      "p",
      { class: "buttons" },
      button(
        "Keep",
        unless(() => {
          if (what === "both") put(copyOf(placed));
          else put({ ...placed, revision: Math.max(placed.revision, here?.revision ?? 0) + 1 });
        }),
        { class: "button button-first", "data-clash": true },
      ),
      shut,
    ),
  ];
}

const fieldsOf = ({ revision, ...rest }) => rest;
