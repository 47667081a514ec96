// What scripts add to easy-read pages: hard words open in place, the page can be heard, and its look can be changed.
import { everywhere } from "../site/everywhere.js";
import { menu } from "../site/menu.js";
import { look } from "./look.js";
import { onePart } from "./one-part.js";

menu();
everywhere();
look();
onePart();
document.querySelector("[data-tools]").hidden = false;
dispatchEvent(new Event("ready"));
