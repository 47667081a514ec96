"""What the preview adds to the site's pages (the list of problems), and its own pages (the start page, and where the words of a page are)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from sds.pages.page import Page

PREVIEW_PATH = "preview-of-this-site/"
"""The path of the preview's own files and pages; no page of the site begins with it."""
EDIT_PATH = f"/{PREVIEW_PATH}edit/"
"""The path of the preview's "edit" page, to which "Edit this page" leads."""
FOLDER = Path(__file__).parent
FILES = frozenset({"preview.js", "preview.css"})
BODY = re.compile(r"<body\b[^>]*>")
PROBLEM_LIST = Markup("""<div class="slip" role="alert">
<p><strong>{}</strong> {}</p>
<ul>
{}</ul>
</div>
""")
PAGE = Markup("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="/{own}preview.css">
</head>
<body>
<main>
{main}</main>
</body>
</html>
""")
AFTER_SAVE = ("Your last save is not shown yet.", "Fix this and save again. Until then, you see the site as it was before.")
AT_START = ("The site cannot be shown yet.", "Fix this and save. You will then see the site here.")


def own_file(name: str) -> bytes:
    """The preview's script or stylesheet; empty for any other name."""
    return (FOLDER / name).read_bytes() if name in FILES else b""


def with_problems(html: str, problems: Sequence[str], version: int, page: Page | None) -> str:
    """A page of the site with three additions: the list of ``problems`` (if any), the script that reloads the page, and the line number in its edit link."""
    if page:
        html = html.replace(f'"{EDIT_PATH}{page.edit}"', f'"{EDIT_PATH}{page.edit}?line={page.line}"')
    shown = _problem_list(*AFTER_SAVE, problems) if problems else ""
    return _with_script(BODY.sub(lambda begin: f"{begin[0]}\n{shown}", html, count=1) if shown else html, version)


def start_page(problems: Sequence[str], version: int) -> str:
    """The page shown at every address as long as no build has succeeded."""
    main = Markup("<h1>The preview is running</h1>\n") + _problem_list(*AT_START, problems)
    return _with_script(PAGE.format(title="The preview is running", own=PREVIEW_PATH, main=main), version)


def edit_page(root: str, file: str, line: int, version: int) -> str:
    """The page that says which file and line on this computer has the words of a page."""
    place = Path(root) / file
    main = Markup("""<h1>Where these words are</h1>
<p>They are in this file on your computer{}. Open it in the program you write in, change the words and save: the preview shows them at once.</p>
<p class="place"><code id="place">{}</code></p>
<p><button type="button" data-copy="place">Copy</button> <span role="status" data-said></span></p>
<p><a href="{}">Open it in Visual Studio Code</a>, if you have that.</p>
<p><a href="/" data-back>Back to the page</a></p>
""").format(f", from line {line}" if line > 1 else "", f"{place}:{line}" if line > 1 else place, f"vscode://file/{place.as_posix().lstrip('/')}:{line}")
    return _with_script(PAGE.format(title=f"Where these words are: {file}", own=PREVIEW_PATH, main=main), version)


def _problem_list(strong: str, more: str, problems: Sequence[str]) -> Markup:
    return PROBLEM_LIST.format(strong, more, Markup("").join(Markup("<li>{}</li>\n").format(line) for line in problems))


def _with_script(html: str, version: int) -> str:
    script = f'<script src="/{PREVIEW_PATH}preview.js" data-version="{version}" defer></script>\n'
    return str(html).replace("</head>", f"{script}</head>", 1)  # str(), because replace on a Markup object would escape the script
