/** Copies a text. False where the browser refuses, or keeps that for secure addresses. */
export async function put(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}
