// The scripts of easy-read pages, in addition to those of all pages: choose the appearance, and show one part at a
// time.
import { ready } from "../site/site.js";
import { look } from "./look.js";
import { onePart } from "./one-part.js";

look();
onePart();
document.querySelector("[data-tools]").hidden = false;
ready();
