// What scripts add to easy-read pages beside what every page has: their look can be changed, and one part shown at a time.
import { ready } from "../site/site.js";
import { look } from "./look.js";
import { onePart } from "./one-part.js";

look();
onePart();
document.querySelector("[data-tools]").hidden = false;
ready();
