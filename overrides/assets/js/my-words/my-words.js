// The page "My words": the chosen sentences, what is made from them, and how long they are stored.
import { tellAside } from "../shared/aside.js";
import { element } from "../shared/dom.js";
import { aloud } from "./aloud.js";
import { card } from "./card.js";
import { chosen } from "./chosen.js";
import { keeping } from "./keeping.js";
import { KEPT, onChange, setUnreadAside } from "./kept.js";
import { letterTool } from "./letter-tool.js";
import { narrow } from "./narrow.js";
import { takeAway } from "./take-away.js";
import { all } from "./words.js";

const tool = document.querySelector("[data-my-words]");
const makes = tool.querySelector("[data-makes]");
const views = [...tool.querySelectorAll("[data-make]")];

/** The selected tool, by name, and how its result can be saved or printed. */
const made = { letter: letterTool(), card: card(), aloud: aloud() };
const what = () => makes.querySelector(":checked").value;

function show() {
  for (const view of views) view.hidden = view.dataset.make !== what();
  document.documentElement.dataset.made = what();
  made[what()].show();
  taking.show();
}

const unread = element("div", {});
tool.prepend(unread);
setUnreadAside();
tellAside(unread, KEPT, "some of your sentences or of your letter", "unread-words.txt");
const taking = takeAway(() => made[what()]);
chosen(all);
keeping();
narrow();
makes.addEventListener("change", show);
onChange(show);
tool.hidden = false;
document.querySelector(".without-scripts").remove();
show();
