// Shows the reader's own area among all areas before the rest of the page is read, so that nothing moves afterwards.
// No module, as modules run when the whole page has been painted. area.js does the rest.
(({ documentElement: root }) => {
  try {
    const area = localStorage.getItem(`${root.dataset.site}:area`);
    if (area) document.querySelector(`[data-area="${CSS.escape(area)}"]`)?.classList.add("chosen");
  } catch {
    // Storage is refused: the reader chooses anew.
  }
})(document);
