/**
 * On a small screen the first words that are typed fold the choice of a role to one line, so that the first answer stands
 * in sight above the keyboard. Who opens it again has it open; what is chosen stays chosen and stands in the line.
 */
export function foldAtFirstWords(field, roles) {
  const fold = () => {
    if (!field.value.trim()) return;
    field.removeEventListener("input", fold);
    document.documentElement.classList.add("asked"); // the styles make room for the answers
    if (roles) roles.open = false;
  };
  field.addEventListener("input", fold);
  fold(); // words may be there before this script is
}
