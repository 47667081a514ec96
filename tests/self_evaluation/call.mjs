// Calls functions of the browser's modules in Node. Each line of standard input is JSON, {module, name, args}; each line of output is {value} or {error}.
// An input line {keep, value} stores a large value under a name. {"kept": name} as an argument is replaced by that value.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const folder = pathToFileURL(`${process.argv[2]}/`);
const { readJson } = await import(new URL("self-evaluation/read-json.js", folder)); // a bug of V8 makes JSON.parse misread some keys (nodejs/node#63785)
const kept = new Map();
for await (const line of createInterface({ input: process.stdin })) {
  const { keep, value, module, name, args } = readJson(line).value;
  if (keep) {
    kept.set(keep, value);
    continue;
  }
  try {
    const { [name]: called } = await import(new URL(module, folder));
    console.log(JSON.stringify({ value: called(...args.map((arg) => kept.get(arg?.kept) ?? arg)) ?? null }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error.stack) }));
  }
}
