/** Saves a pack as one self-contained HTML file: styles and pictures inside, absolute addresses, no scripts. */
import { published, ROOT } from "../shared/address.js";
import { element } from "../shared/dom.js";
import { handOver } from "../shared/hand-over.js";

const RULES = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * `name` is the name of the file and `title` the title of the document. The reader's own words are only in the content.
 */
export async function download(article, name, title) {
  const words = element("title", {}, title); // the browser escapes the text
  const copy = article.cloneNode(true);
  raise(copy);
  for (const link of copy.querySelectorAll("a[href]")) {
    const { href } = link; // the absolute address
    if (!link.getAttribute("href").startsWith("#")) link.href = href.replace(ROOT.href, published("/"));
  }
  for (const picture of copy.querySelectorAll("img")) picture.src = await inside(picture.src);
  const style = await (await fetch(new URL("../../css/pack-file.css", import.meta.url))).text();
  const html = `<!doctype html>
<html lang="${document.documentElement.lang}" data-colours="light">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${RULES}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${words.outerHTML}
<style>
${style}</style>
</head>
<body class="pack-file">
<main>${copy.outerHTML}</main>
</body>
</html>
`;
  handOver(new Blob([html], { type: "text/html" }), name);
}

/** Moves every heading up one level: the title is an h2 on the page, and the h1 of the file. */
function raise(article) {
  for (const old of article.querySelectorAll("h2, h3, h4, h5")) {
    const attributes = Object.fromEntries([...old.attributes].map(({ name, value }) => [name, value]));
    old.replaceWith(element(`h${Number(old.tagName[1]) - 1}`, attributes, ...old.childNodes));
  }
}

async function inside(address) {
  const svg = new Uint8Array(await (await fetch(address)).arrayBuffer());
  return `data:image/svg+xml;base64,${btoa(String.fromCharCode(...svg))}`;
}
