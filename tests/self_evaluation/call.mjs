// Calls functions of the browser's modules: a line of JSON in, {module, name, args}, and a line out, {value} or {error}.
// A line {keep, value} keeps a large value under a name; {"kept": name} among the arguments stands for it.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const folder = pathToFileURL(`${process.argv[2]}/`);
const { readJson } = await import(new URL("self-evaluation/read-json.js", folder)); // node's own JSON.parse misreads some made-up names
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
