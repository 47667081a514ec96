"""Styles as they are kept, in a file for each component, and as they are published, in one file for each kind of page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers import ROOT
from sds.model.framework import Framework
from sds.output.assets import assets, joined, uncommented
from sds.output.role_styles import role_styles

ASSETS = ROOT / "overrides/assets"
STYLES = sorted((ASSETS / "css").glob("*.css"))
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch|color)\(", re.IGNORECASE)


def published(framework: Framework, preview: bool) -> dict[str, str]:
    """Every stylesheet that readers are sent, by its path."""
    return {path: str(content()) for path, content in assets(ASSETS, preview, role_styles(framework.roles)) if path.endswith(".css")}


def test_no_published_stylesheet_makes_a_browser_fetch_another_and_every_component_is_in_one(framework: Framework) -> None:
    styles = published(framework, preview=True)
    assert all("@import" not in text for text in styles.values())
    whole, made = "\n".join(styles.values()), role_styles(framework.roles)
    assert [style.name for style in STYLES if joined(style, ASSETS, made) not in whole] == []
    assert [path for path in made if joined(ASSETS / path, ASSETS, made) not in whole] == []
    assert all(text.count("{") > 5 for path, text in styles.items() if path != "css/preview.css")


def test_what_only_a_preview_says_is_styled_in_a_preview_only(framework: Framework) -> None:
    readers = published(framework, preview=False)
    assert published(framework, preview=True).keys() - readers.keys() == {"css/preview.css"}
    said = re.search(r"\.[a-z-]+", (ASSETS / "css/preview.css").read_text("utf-8"))
    assert said is not None
    assert [path for path, text in readers.items() if f"{said[0]} " in text] == []


def test_a_stylesheet_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "css").mkdir()
    (tmp_path / "css/site.css").write_text('@import "nowhere.css";\n', "utf-8")
    with pytest.raises(FileNotFoundError, match=r"nowhere\.css"):
        dict(assets(tmp_path, preview=False, made={}))["css/site.css"]()


SCRIPT = """\
/*! What others may do with it. */
/**
 * What it is, `as it is` said.
 */
import { a } from "./a.js";

const most = 3; // of them
const at = "https://here.example/"; // an address
const rest = [/[/*]/, "a // b"]; // "quoted"
// A line.
  // Another.
const long = `
  two // lines`;
"""
PUBLISHED = """\
/*! What others may do with it. */
import { a } from "./a.js";

const most = 3;
const at = "https://here.example/";
const rest = [/[/*]/, "a // b"];
const long = `
  two // lines`;
"""


def test_scripts_are_published_without_their_comments_and_otherwise_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "one.js").write_text(SCRIPT, "utf-8")
    assert uncommented(tmp_path / "one.js") == PUBLISHED
    scripts = {path: content() for path, content in assets(ASSETS, False, {}) if path.endswith(".js")}
    own = {path: str(text) for path, text in scripts.items() if path.startswith("js/")}
    assert len(own) > 50
    assert [path for path, text in own.items() if re.search(r"^ *(?://|/\*(?!!))", text, re.MULTILINE)] == []
    assert all(text == (ASSETS / path).read_bytes() for path, text in scripts.items() if path not in own)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_a_colour_has_its_value_in_one_file(style: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", style.read_text("utf-8"), flags=re.DOTALL)
    assert bool(COLOUR.search(text)) == (style.name == "tokens.css"), COLOUR.findall(text)


def test_every_token_that_is_used_has_a_value_and_every_value_is_used() -> None:
    text = "\n".join(style.read_text("utf-8") for style in STYLES)
    used, given = set(re.findall(r"var\((--[a-z0-9-]+)", text)), set(re.findall(r"^\s*(--[a-z0-9-]+):", text, re.MULTILINE))
    assert used == given
