// What scripts add to easy-read pages: hard words open in place, the page can be heard, and its look can be changed.
import { explain } from "../site/glossary-terms.js";
import { listen } from "./listen.js";
import { look } from "./look.js";

explain();
look();
listen();
document.querySelector("[data-tools]").hidden = false;
