// Moves the reader's area to the top of the list of areas while the page is still being parsed, so that nothing moves
// later. Not a module, because modules run after the page has been painted. area.js does the rest.
(({ documentElement: root }) => {
  try {
    const area = localStorage.getItem(`${root.dataset.site}:area`);
    if (area) document.querySelector(`[data-area="${CSS.escape(area)}"]`)?.classList.add("chosen");
  } catch {
    // Storage is refused: the reader has to choose again.
  }
})(document);
