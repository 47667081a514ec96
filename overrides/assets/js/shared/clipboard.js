/** Copies a text. Returns false if the browser refuses, or only allows it on secure origins. */
export async function put(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}

/** Selects the text, for copying by hand, and says so. */
export function refused(element) {
  getSelection().selectAllChildren(element);
  return "Your browser blocked copying. The words are selected for you to copy.";
}
