// Output of the pack: print, a self-contained HTML file, and a Word file.
import { handOver } from "../shared/hand-over.js";
import { download } from "./download.js";
import { fileName, ticked, titleOf } from "./form.js";

/** Connects the buttons that `find` returns. `tell` shows the result. */
export function offerFiles(find, tell) {
  for (const button of [find("print"), find("bar-print")]) button.addEventListener("click", () => print());
  find("file").addEventListener("click", async () => {
    try {
      const file = fileName(ticked(), ".html");
      await download(find("document"), file, titleOf(ticked()));
      tell(`The file ${file} is in your downloads.`);
    } catch {
      tell("The file could not be made. You can still print, or save as PDF from the print window.");
    }
  });
  find("word").addEventListener("click", async () => {
    tell("Making the Word file.");
    try {
      const [{ wordFile }, { blocksOf }] = await Promise.all([import("../shared/word-file.js"), import("./word.js")]);
      const file = fileName(ticked(), ".docx");
      handOver(await wordFile("Pack", await blocksOf(find("document").children)), file);
      tell(`The file ${file} is in your downloads.`);
    } catch {
      tell("The Word file could not be made because part of this page did not load. You can still print.");
    }
  });
}
