"""Rules for the file of a hand-written page: its name, its front matter, and its title."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence

from sds.markdown_pages.source import NEWS, Source
from sds.markdown_pages.written import HandWritten
from sds.model.field_types import is_device, slug
from sds.paths import PAGES
from sds.problem import Problem, Replacement
from sds.rule import Example, rule

HEAD = re.compile(r"---[ ]*\n(.*?)^---[ ]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
HTML = frozenset({".html", ".htm", ".xhtml"})
FIELD = re.compile(r"(?:title|description): \S")
BEGIN = 'Begin the file with four lines: ---, then title: "...", then description: "...", then ---. Then come "# " with the title, and the words.'


@rule(
    "pages-are-markdown",
    "Write pages in Markdown",
    Example(f"{PAGES}/water.html", f"{PAGES}/water.md", f"{PAGES}/"),
    excepted=False,
)
def pages_are_markdown(path: str) -> Iterator[Problem]:
    """A page is a file that ends in .md. No page is written in HTML."""
    if posixpath.splitext(path)[1].lower() in HTML:
        yield Problem(path, 1, "This page is written in HTML.", "Write its words in a file that ends in .md, as about.md is, and delete this one.")


@rule(
    "page-names-are-addresses",
    "Name the file of a page as its address",
    Example(f"{PAGES}/Our News.md", f"{PAGES}/our-news.md", f"{PAGES}/"),
    excepted=False,
)
def page_names_are_addresses(path: str) -> Iterator[Problem]:
    """The name of a file is the address of its page. It has only small letters, digits and hyphens, and ends in .md."""
    folder, _, name = path.removeprefix(f"{PAGES}/").rpartition("/")
    stem = re.sub(r"\.\w+$", "", name)
    steps = [slug(step) or "a-name" for step in (*filter(None, folder.split("/")), stem)]
    right = f"{PAGES}/{'/'.join(steps)}.md"
    if path != right:
        wrong = "The name of this file is the address of its page, so it has only small letters, digits and hyphens, and ends in .md."
        yield Problem(path, 1, wrong, f"Name it {right}")
    elif kept := next((step for step in steps if is_device(step)), ""):
        yield Problem(path, 1, f'No file can have the name "{kept}" on Windows, so nobody there could open this project.', "Give it another name.")


@rule(
    "pages-begin-with-their-title",
    "Begin a page with its title and its description",
    Example(
        "# Water\n\nTake the hose back.",
        "---\ntitle: Water\ndescription: Where the taps are.\n---\n\n# Water\n\nTake the hose back.",
        NEWS,
    ),
    excepted=False,
)
def pages_begin_with_their_title(source: Source) -> Iterator[Problem]:
    """A page begins with its title and its description, between two lines of three hyphens. Then come a heading and the words."""
    if not source.text.strip():
        yield Problem(source.path, 1, "This file is empty.", f"{BEGIN} Or delete the file.")
    elif HEAD.match(source.text.lstrip()):
        if empty := source.text[: -len(source.text.lstrip())].count("\n"):
            old = tuple(source.lines[: empty + 1])
            new = Replacement(1, empty + 1, old, source.lines[empty].strip())
            yield Problem(source.path, 1, "There are empty lines above the first ---, so the title is not read.", "Delete them.", replacement=new)
    elif lost := _without_first_hyphens(source):
        yield lost
    else:
        begun = source.text.startswith("---")
        wrong = "The title and the description at the top are not closed." if begun else "This page does not begin with its title and its description."
        yield Problem(source.path, 1, wrong, "Write --- on a line of its own below them." if begun else BEGIN)


def _without_first_hyphens(source: Source) -> Problem | None:
    """The problem for a page that begins with its title or its description, without the three hyphens above it; or None. Those below may be lost too."""
    first = next(at for at, line in enumerate(source.lines) if line.strip())
    if not FIELD.match(source.lines[first]):
        return None
    last = next((at for at in range(first, len(source.lines)) if not FIELD.match(source.lines[at])), len(source.lines)) - 1
    closed = HEAD.match("\n".join(["---", *source.lines[first:]])) is not None
    old = tuple(source.lines[: first + 1 if closed else last + 1])
    mended = "\n".join(["---", *old[first:], *([] if closed else ["---"])])
    one, other = (source.lines[at].partition(":")[0] for at in (first, last))
    told = f"Write --- on a line above {one}:{'' if closed else f', and on a line below {other}:'}"
    wrong = "The three hyphens above the title and the description are missing, so both would be words of the page."
    return Problem(source.path, first + 1, wrong, told, replacement=Replacement(1, len(old), old, mended))


@rule(
    "page-titles-differ",
    "Give each page a title of its own",
    Example(
        "---\ntitle: Contribute\ndescription: What is new in the garden.\n---\n# News",
        "---\ntitle: News\ndescription: What is new in the garden.\n---\n# News",
        NEWS,
    ),
)
def page_titles_differ(pages: Sequence[HandWritten]) -> Iterator[Problem]:
    """No two pages have the same title, because nobody could tell them apart in search results or browser tabs."""
    seen = dict[str, str]()
    for page in pages:
        if (key := page.title.casefold()) in seen:
            yield Problem(page.path, 2, f'This page has the title of {seen[key]}, "{page.title}".', "Give one of them another title.")
        seen.setdefault(key, page.path)
