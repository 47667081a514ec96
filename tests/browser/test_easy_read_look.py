"""The easy-read rules about appearance, measured in a real browser on real pages: ER05, ER07 to ER10 and ER34."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tiers import each_with_one

if TYPE_CHECKING:
    from playwright.sync_api import Browser

URLS = (
    "/easy-read/",
    "/easy-read/options/option-1/",
    "/easy-read/standards/budgets/",
    "/easy-read/topics/people-who-can-help/",
    "/easy-read/roles/supported-people/statements/",
)
PHONE, WIDE = 320, 1280
MEASURE = """() => {
  const words = [...document.querySelectorAll('.block-words p')], one = words[0], style = getComputedStyle(one);
  const pencil = document.createElement('canvas').getContext('2d');
  pencil.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const sample = words.map((word) => word.textContent).join(' ');
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((value) => value / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!/, 0\\)$|transparent/.test(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const contrast = (element) => {
    const [high, low] = [light(getComputedStyle(element).color), light(ground(element))].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  return {
    letters: Math.min(...words.map((word) => parseFloat(getComputedStyle(word).fontSize))),
    height: parseFloat(style.lineHeight) / parseFloat(style.fontSize),
    perLine: Math.max(...words.map((word) => word.clientWidth)) / (pencil.measureText(sample).width / sample.length),
    align: style.textAlign, hyphens: style.hyphens,
    contrast: Math.min(...[...words, ...document.querySelectorAll('.block-words a, h1, h2, .state')].map(contrast)),
    over: document.documentElement.scrollWidth - innerWidth,
    blocks: [...document.querySelectorAll('.block')].map((block) => {
      const picture = block.querySelector('.picture').getBoundingClientRect(), text = block.querySelector('.block-words').getBoundingClientRect();
      return { width: picture.width, left: picture.right <= text.left, above: picture.bottom <= text.top };
    }),
  };
}"""


def measured(browser: Browser, address: str, width: int, colours: Any) -> Any:
    """The measurements of an easy-read page at one width, in one colour scheme."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=colours)
    page.goto(address, wait_until="load")
    page.evaluate("() => document.fonts.ready")
    result = page.evaluate(MEASURE)
    page.close()
    return result


@pytest.mark.parametrize(("url", "look"), each_with_one(URLS, [(PHONE, "dark"), (WIDE, "light")]))
def test_letters_lines_colours_and_pictures_keep_the_rules(browser: Browser, served: str, url: str, look: tuple[int, str]) -> None:
    width, colours = look
    seen = measured(browser, served + url, width, colours)
    assert seen["letters"] >= 20, "ER07"
    assert seen["perLine"] <= 70, "ER08"
    assert seen["height"] >= 1.5, "ER09"
    assert (seen["align"], seen["hyphens"]) in {("start", "none"), ("start", "manual"), ("left", "none"), ("left", "manual")}, "ER10"
    assert seen["contrast"] >= 7, "ER34"
    assert seen["over"] <= 0
    assert seen["blocks"]
    for block in seen["blocks"]:
        assert block["width"] >= 120, "ER05"
        assert block["left" if width == WIDE else "above"], "ER05"
