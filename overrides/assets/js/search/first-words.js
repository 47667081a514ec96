/**
 * On a small screen, the first typed words collapse the choice of roles to one line, so that the first result is
 * visible above the on-screen keyboard. The reader can open it again; the chosen roles stay chosen and are named in the
 * line.
 */
export function foldAtFirstWords(field, roles) {
  const fold = () => {
    if (!field.value.trim()) return;
    field.removeEventListener("input", fold);
    document.documentElement.classList.add("asked"); // reserves space for the results
    if (roles) roles.open = false;
  };
  field.addEventListener("input", fold);
  fold(); // there may already be words when this script starts
}
