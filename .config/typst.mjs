// Formats the Typst files of a folder with typstyle (https://typstyle-rs.github.io/typstyle/), or lists those that are not formatted.
// Usage: node typst.mjs --check|--write FOLDER. The exit status is 1 if a file is not formatted or cannot be parsed.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import * as typstyle from "@typstyle/typstyle-wasm-bundler/typstyle_wasm_bg.js";

const FORM = { max_width: 160, tab_spaces: 2 };

// instantiated by hand, because Node's own import of WebAssembly is experimental and prints a warning each time
const code = readFileSync(fileURLToPath(import.meta.resolve("@typstyle/typstyle-wasm-bundler/typstyle_wasm_bg.wasm")));
const { instance } = await WebAssembly.instantiate(code, { "./typstyle_wasm_bg.js": typstyle });
typstyle.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

/** The formatted text, or null (after a message on stderr) if the text cannot be parsed as Typst. */
function formed(file, text) {
  try {
    return typstyle.format(text, FORM);
  } catch (error) {
    process.stderr.write(`${file}: ${error}\n`);
    return null;
  }
}

const [does, folder] = process.argv.slice(2);
const files = readdirSync(folder).filter((name) => name.endsWith(".typ"));
let left = 0;
for (const file of files.map((name) => join(folder, name))) {
  const text = readFileSync(file, "utf8");
  const right = formed(file, text);
  if (right === text) continue;
  if (right !== null && does === "--write") {
    writeFileSync(file, right);
    process.stdout.write(`${file} was formatted.\n`);
    continue;
  }
  left += 1;
  if (right !== null) process.stdout.write(`${file} would be formatted.\n`);
}
process.stdout.write(`${files.length} files, ${left} not in their form.\n`);
process.exitCode = left ? 1 : 0;
