/** Copies a text. False where the browser refuses, or keeps that for secure addresses. */
export async function put(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}

/** Selects the words, so that they can be copied by hand, and says so. */
export function refused(element) {
  getSelection().selectAllChildren(element);
  return "Your browser blocked copying. The words are selected for you to copy.";
}
