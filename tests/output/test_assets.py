"""Stylesheets as source files, one for each component, and as published, one for each kind of page."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from pygments.lexers.javascript import JavascriptLexer  # pytest brings it
from pygments.token import Comment, String

from evaluation_fixtures import node
from helpers import ROOT
from sds.model.framework import Framework
from sds.output.addresses import addressed
from sds.output.assets import assets, joined, uncommented, without_spaces
from sds.output.assets import published as published_assets
from sds.output.modules import BASE, joined_modules
from sds.output.role_styles import role_styles

ASSETS = ROOT / "overrides/assets"
STYLES = sorted((ASSETS / "css").glob("*.css"))
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch|color)\(", re.IGNORECASE)


def published(framework: Framework, preview: bool) -> dict[str, str]:
    """Every published stylesheet, by path."""
    return {path: str(content()) for path, content in assets(ASSETS, preview, role_styles(framework.roles)) if path.endswith(".css")}


def test_no_published_stylesheet_makes_a_browser_fetch_another_and_every_component_is_in_one(framework: Framework) -> None:
    styles = published(framework, preview=True)
    assert all("@import" not in text for text in styles.values())
    whole, made = "\n".join(styles.values()), role_styles(framework.roles)
    assert [style.name for style in STYLES if joined(style, ASSETS, made) not in whole] == []
    assert [path for path in made if joined(ASSETS / path, ASSETS, made) not in whole] == []
    assert all(text.count("{") > 5 for path, text in styles.items() if path != "css/preview.css")
    assert [path for path, text in styles.items() if "orientation" in text] == [], "a page that turns with its screen: let axe look at it in every run"


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


def test_scripts_are_published_without_their_comments_and_indents_unless_a_text_has_several_lines(tmp_path: Path) -> None:
    (tmp_path / "one.js").write_text(SCRIPT, "utf-8")
    assert uncommented(tmp_path / "one.js") == PUBLISHED
    (tmp_path / "two.js").write_text("if (a) {\n  // Why.\n  b(`c ${d}`);\n\n  e();\n}\n", "utf-8")
    assert uncommented(tmp_path / "two.js") == "if (a) {\nb(`c ${d}`);\ne();\n}\n"


CLOSE = """\
import { a } from "./a.js";
const b = a + +c - -d;
const e = f / /g {2}h/.exec(i) + "j  k";
const l = `m ${n ? `o p` : "q  r"} s`;
for (const [t, u] of v) {
if (t < !--u) return w;
}
export { b, e };
"""
TOGETHER = """\
import { a } from "./a.js";
const b=a+ +c- -d;const e=f/ /g {2}h/.exec(i)+"j  k";const l=`m ${n ? `o p` : "q  r"} s`;for(const[t,u]of v){if(t< !--u)return w;}
export { b, e };
"""
PARSE = """\
import { readFileSync } from "node:fs";
import { SourceTextModule } from "node:vm";
const said = {};
for (const [path, text] of Object.entries(JSON.parse(readFileSync(process.argv[2], "utf8"))))
  try { new SourceTextModule(text); } catch (error) { said[path] = String(error); }
console.log(JSON.stringify(said));
"""
"""Prints which of some scripts a browser could not parse."""


def test_only_spaces_and_line_breaks_that_say_nothing_are_taken_out_of_scripts() -> None:
    assert without_spaces(CLOSE) == TOGETHER
    assert without_spaces("a = `b;\nc( d )") == "a = `b;\nc( d )", "a text without its end is not understood"


def signs(script: str) -> list[str]:
    """What a script says, as a lexer of its own reads it: its words and signs, and its texts and regular expressions with each space in them."""
    return [sign for kind, sign in JavascriptLexer().get_tokens(script) if kind not in Comment and (kind in String or sign.strip())]


def test_every_published_script_says_what_its_source_says_and_can_be_parsed(framework: Framework, tmp_path: Path) -> None:
    for path, content in assets(ASSETS, False, {}):
        if path.startswith("js/"):
            before, after = str(content()), without_spaces(str(content()))
            assert signs(after) == signs(before), path
            assert not re.search(r"[=(,:!&|?{;] */ ", before), f"{path}: write a regular expression that begins with a space as /[ ]/"
    files = {path: make() for path, make in published_assets(ASSETS, ROOT / "overrides", False, role_styles(framework.roles)).makers.items()}
    scripts = {path: str(text) for path, text in files.items() if path.startswith("js/")}
    assert len(scripts) > 40
    (tmp_path / "parse.mjs").write_text(PARSE, "utf-8")
    (tmp_path / "scripts.json").write_text(json.dumps(scripts), "utf-8")
    parsed = [str(node()), "--experimental-vm-modules", "--no-warnings", str(tmp_path / "parse.mjs"), str(tmp_path / "scripts.json")]
    assert json.loads(subprocess.run(parsed, capture_output=True, text=True, check=True).stdout) == {}


STYLE = """\
/* What it is. */
.a > .b,
a:hover::before {
  content: ": 0.5 > " attr(title); /* why */
  margin: calc(50% - 0.5rem) 0 -0.1em 10.5px;
  unicode-range:
    U+20, U+30;
}

@media (min-width: 48rem) and (max-width: 64rem) {
  .c :is(.d, .e) {
    --edge: 1px;
  }
}
"""


def test_styles_are_published_without_what_only_their_editors_read_and_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "css").mkdir()
    (tmp_path / "css/one.css").write_text(STYLE, "utf-8")
    assert joined(tmp_path / "css/one.css", tmp_path, {}) == (
        '.a>.b,a:hover::before{content:": 0.5 > " attr(title);margin:calc(50% - .5rem) 0 -.1em 10.5px;unicode-range:U+20,U+30}'
        "@media (min-width:48rem) and (max-width:64rem){.c :is(.d,.e){--edge:1px}}"
    )


def test_every_own_script_is_published_without_comments() -> None:
    scripts = {path: content() for path, content in assets(ASSETS, False, {}) if path.endswith(".js")}
    own = {path: str(text) for path, text in scripts.items() if path.startswith("js/")}
    assert len(own) > 50
    assert [path for path, text in own.items() if re.search(r"^ *(?://|/\*(?!!))", text, re.MULTILINE)] == []
    assert all(text == (ASSETS / path).read_bytes() for path, text in scripts.items() if path not in own)


MODULES = {
    "js/site/site.js": """\
import { keep } from "../shared/store.js";
import { menu } from "./menu.js";

menu(keep);
import("../far/far.js").then(({ far }) => far());
""",
    "js/site/menu.js": "const TWO = 2;\n\nexport function menu(keep) {\n  keep(TWO);\n}\n",
    "js/shared/store.js": "const kept = [];\n\nexport const keep = (one) => kept.push(one);\nexport const all = () => kept;\n",
    "js/far/far.js": """\
import {
  all,
  keep as put,
} from "../shared/store.js";

export async function far() {
  put(3);
  globalThis.seen = all();
}
""",
    "js/site/first.js": "document.title = 1;\n",
}


def test_modules_are_joined_by_the_pages_that_need_them_and_each_stands_in_one_file() -> None:
    made = joined_modules(MODULES, {"js/site/site.js"}, set())
    assert made.places == {
        "js/site/site.js": "js/site/site.js",
        "js/site/menu.js": "js/site/site.js",
        "js/shared/store.js": BASE,
        "js/far/far.js": "js/far/far.js",
        "js/site/first.js": "js/site/first.js",
    }
    assert made.files["js/site/first.js"] == MODULES["js/site/first.js"], "no module, and left as it is"
    assert made.files[BASE].count("const kept") == 1
    assert not any("const kept" in text for path, text in made.files.items() if path != BASE)


def test_joined_modules_do_what_single_ones_do(tmp_path: Path) -> None:
    for path, text in joined_modules(MODULES, {"js/site/site.js"}, set()).files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    (tmp_path / "package.json").write_text('{"type": "module"}', "utf-8")
    (tmp_path / "run.js").write_text('await import("./js/site/site.js");\nsetTimeout(() => console.log(JSON.stringify(globalThis.seen)), 200);\n', "utf-8")
    done = subprocess.run([node(), tmp_path / "run.js"], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[2,3]"


def test_a_worker_is_a_file_of_its_own_and_named_from_where_the_script_that_starts_it_stands() -> None:
    starts = 'export const start = () => new Worker(new URL("./worker.js", import.meta.url), { type: "module" });\n'
    far = {"js/far/reach.js": starts, "js/far/worker.js": 'import { work } from "./work.js";\n\nwork();\n', "js/far/work.js": "export const work = () => 1;\n"}
    one = {"js/site/one.js": 'import { start } from "../far/reach.js";\n\nstart();\n'}
    made = joined_modules({**far, **one}, set(), {"js/site/one.js"})
    assert made.places["js/far/reach.js"] == "js/site/one.js"
    assert made.places["js/far/work.js"] == made.places["js/far/worker.js"] == "js/far/worker.js"
    assert 'new URL("../far/worker.js", import.meta.url)' in made.files["js/site/one.js"]


OTHER_FORMS = ('import whole from "./menu.js";', 'export { menu } from "./menu.js";', "export default 5;", 'import * as all from "./menu.js";')


@pytest.mark.parametrize("line", OTHER_FORMS)
def test_a_form_of_import_or_export_that_is_not_understood_is_refused_by_name(line: str) -> None:
    with pytest.raises(ValueError, match=r"assets/js/site/more\.js: .*(?:import|export)"):
        joined_modules({**MODULES, "js/site/more.js": f"{line}\nexport const more = 1;\n"}, {"js/site/site.js"}, {"js/site/more.js"})


FILES: dict[str, str | bytes] = {
    "css/site.css": 'a { src: url("../fonts/one.woff2"); }',
    "fonts/one.woff2": b"one",
    "js/a/a.js": 'import { b } from "../b/b.js";\nconst root = new URL("../../../", import.meta.url);\n',
    "js/b/b.js": 'import("../a/a.js");\nconst far = new URL("../../css/site.css", import.meta.url);\n',
    "js/c/c.js": "c();",
}


LEADING_TO = {
    "fonts/one.woff2": {"css/site.css", "js/a/a.js", "js/b/b.js"},
    "css/site.css": {"js/a/a.js", "js/b/b.js"},
    "js/a/a.js": {"js/b/b.js"},
    "js/c/c.js": set[str](),
}


@pytest.mark.parametrize(("changed", "others"), LEADING_TO.items())
def test_an_address_changes_with_what_is_in_the_file_and_in_all_that_it_leads_to(changed: str, others: set[str]) -> None:
    content = FILES[changed]
    before, files = addressed(FILES)
    after, _ = addressed({**FILES, changed: content + b" " if isinstance(content, bytes) else f"{content} "})
    assert {path for path in FILES if before[path] != after[path]} == {changed, *others}
    assert all(re.fullmatch(r".+\.[0-9a-f]{8}\.\w+", path) for path in files)
    text = str(files[before["js/b/b.js"]])
    assert before["js/a/a.js"].rpartition("/")[2] in text
    assert before["css/site.css"].rpartition("/")[2] in text
    assert 'new URL("../../../", import.meta.url)' in str(files[before["js/a/a.js"]]), "what is no file stays"


def test_a_preview_has_the_files_as_they_are_kept_and_a_site_each_under_its_hash(framework: Framework) -> None:
    made = role_styles(framework.roles)
    preview, site = (published_assets(ASSETS, ROOT / "overrides", shown, made) for shown in (True, False))
    assert not preview.addresses.places
    assert "js/site/site.js" in preview.makers
    named = [path for path in site.makers if Path(path).suffix in {".css", ".js", ".woff2"}]
    assert len(named) < 70, "Cloudflare reads 100 rules of _headers"
    assert [path for path in named if not re.search(r"\.[0-9a-f]{8}\.", path)] == []
    assert {"icon.svg", "vendor/LICENCES.txt", "fonts/OFL.txt"} <= site.makers.keys()
    assert {path for path in preview.makers if Path(path).suffix in {".js", ".css"}} - {"css/preview.css"} <= site.addresses.places.keys()
    assert set(site.addresses.places.values()) <= site.makers.keys()


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_a_colour_has_its_value_in_a_file_of_colours(style: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", style.read_text("utf-8"), flags=re.DOTALL)
    assert bool(COLOUR.search(text)) == style.name.startswith("tokens"), COLOUR.findall(text)


def test_every_token_that_is_used_has_a_value_and_every_value_is_used() -> None:
    text = "\n".join(style.read_text("utf-8") for style in STYLES)
    used, given = set(re.findall(r"var\((--[a-z0-9-]+)", text)), set(re.findall(r"^\s*(--[a-z0-9-]+):", text, re.MULTILINE))
    assert used == given


def test_the_two_parts_of_the_typeface_are_the_whole_and_browsers_are_told_which_letter_is_where() -> None:
    faces = re.findall(r"@font-face \{[^}]*\}", (ASSETS / "css/fonts.css").read_text("utf-8"))
    told, there = dict[str, set[int]](), dict[str, set[int]]()
    for face in faces[:2]:
        name, ranges = (re.findall(pattern, face)[0] for pattern in (r"fonts/([\w-]+\.woff2)", r"unicode-range:([^;]+);"))
        ends = [part.split("-") for part in re.sub(r"U\+|\s", "", ranges).split(",")]
        told[name] = {letter for first, *last in ends for letter in range(int(first, 16), int((last or [first])[0], 16) + 1)}
        there[name] = set(TTFont(ASSETS / "fonts" / name).getBestCmap())
    whole = set(TTFont(ROOT / "overrides/typeface/whole.woff2").getBestCmap())
    assert told == there
    assert set.union(*there.values()) == whole
    assert sum(map(len, there.values())) == len(whole)
