"""Rules for rendered hand-written pages: headings, tags, attributes, icons and addresses."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

from sds.markdown_pages.noted import Noted, typed
from sds.markdown_pages.source import NEWS
from sds.model.web_addresses import ON_A_DISK
from sds.problem import Problem, Replacement
from sds.rule import Example, rule

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@rule(
    "pages-have-one-heading",
    "Give each page one heading of the first level",
    Example("# Water\n\nTake the hose back.", "## Water\n\nTake the hose back.", NEWS),
)
def pages_have_one_heading(noted: Noted) -> Iterator[Problem]:
    """A page has one heading with one number sign: its title. All other headings have two or more."""
    if not noted.first_headings:
        yield Problem(noted.file, noted.lines.above + 1, "This page has no heading of its own.", f"Add the line # {noted.title}")
    elif noted.first_headings > 1:
        for line in noted.lines.of(r"^ {0,3}(?:# |=+\s*$)")[1:]:
            yield Problem(noted.file, line, "This page has a second heading of the first level.", "Write two signs before it: ## ...")


@rule(
    "words-are-not-indented",
    "Begin words at the left edge",
    Example("    The gate is open.", "The gate is open.", NEWS),
    {"warning": ""},
)
def words_are_not_indented(noted: Noted) -> Iterator[Problem]:
    """Words that are not in a list or a box begin at the left edge. Words with four spaces before them become code."""
    for first in noted.set_in:
        if line := noted.lines.set_in(first):
            new = Replacement(line, line, (noted.lines.raw(line),), first, sure=False)
            wrong = "This line is indented, so that readers would see it as code, in signs of one width."
            instead = f"Write {first} If it is code, put it between two lines of ```."
            yield Problem(noted.file, line, wrong, instead, replacement=new)


@rule(
    "pages-hold-no-html",
    "Write Markdown, not HTML",
    Example("The gate is <b>open</b>.", "The gate is **open**.", NEWS),
    excepted=False,
)
def pages_hold_no_html(noted: Noted) -> Iterator[Problem]:
    """A page has no HTML tags or comments, except in code, and no Markdown extension adds a script, a style or anything from another site."""
    for tag in dict.fromkeys(noted.tags):
        if tag == "www":
            continue  # reported as an incomplete address
        if tag == "!--":
            yield from noted.problems(("<!--",), "There is a note in HTML here, which readers would see.", "Delete it.")
            continue
        instead = f"Leave it out: Markdown has signs of its own, such as **strong** words. To show it to readers, put it between backticks: `<{tag}>`."
        yield from noted.problems((rf"<{tag}\b", rf"</{tag}\b"), f"There is an HTML tag here, <{tag}>.", instead)
    for what in noted.unsafe:
        yield from noted.problems((), f"{what} here.", "Delete what adds it: pages here cannot have a script, a style or anything from another site.")


@rule(
    "braces-give-ids-and-classes",
    "Give only an id or a class in braces",
    Example("[About](~/about/){: onclick=open }", "[About](~/about/){: #more }", NEWS),
)
def braces_give_ids_and_classes(noted: Noted) -> Iterator[Problem]:
    """Braces can give words an id, a class and a few other attributes, but nothing that could run a program or change the style."""
    for name in dict.fromkeys(noted.attributes):
        given = re.escape(name)
        alone = any(re.search(rf"\{{\s*{given}\s*\}}", noted.lines.raw(line)) for line in noted.lines.of(rf"\{{\s*{given}\s*\}}"))
        instead = f"Write {{#{name}}} to name a place, or leave it out." if alone else "Leave it out: an #id and a .class can."
        yield from noted.problems((rf"\{{[^}}]*{given}\s*=", rf"\{{[^}}]*{given}[^}}]*\}}"), f'"{name}" cannot be given in braces.', instead)


@rule(
    "page-ids-differ",
    "Give each place on a page an id of its own",
    Example("## Summer {#taps}\n\nThey are open.\n\n## Winter {#taps}", "## Summer {#taps}\n\nThey are open.\n\n## Winter {#taps-2}", NEWS),
)
def page_ids_differ(noted: Noted) -> Iterator[Problem]:
    """An id in braces is on a page only once. If it is there twice, a link to it reaches only the first."""
    for id in (id for id, count in Counter(noted.ids).items() if count > 1):
        given = re.compile(rf"(\{{[^}}]*#){re.escape(id)}(?![^\s}}])")
        free = (f"{id}-{number}" for number in itertools.count(2) if f"{id}-{number}" not in noted.ids)
        first, *others = noted.lines.of(given.pattern)
        for line in (first, *others):
            old = noted.lines.raw(line)
            kept = found.end() if line == first and (found := given.search(old)) else 0
            mended = old[:kept] + given.sub(partial(_next_id, free), old[kept:])
            if mended != old:
                wrong = f"The id #{id} is on this page twice; the first is on line {first}."
                yield Problem(noted.file, line, wrong, f"Write {mended.strip()}", replacement=Replacement(line, line, (old,), mended))


def _next_id(free: Iterator[str], found: re.Match[str]) -> str:
    return f"{found[1]}{next(free)}"


@rule(
    "page-icons-exist",
    "Name icons that exist",
    Example(":material-waterr: Water", ":material-water: Water", NEWS),
)
def page_icons_exist(noted: Noted) -> Iterator[Problem]:
    """A word between two colons is an icon or an emoji, named as Material for MkDocs names it. Readers would see the colons around any other word."""
    for name, near in dict.fromkeys(noted.icons):
        instead = f"Write {near}" if near else "Look its name up, or leave it out."
        yield from noted.problems((re.escape(f":{name}:"),), f"There is no icon :{name}:", instead)


@rule(
    "pictures-are-kept-here",
    "Keep the pictures of a page beside it",
    Example("![A bed of roses](https://pictures.scot/roses.png)", "![A bed of roses](roses.png)", NEWS),
    excepted=False,
)
def pictures_are_kept_here(noted: Noted) -> Iterator[Problem]:
    """A picture is a file in content/pages/. A picture from another site would let that site track readers."""
    for address, name in noted.addresses:
        parts = urlsplit(address.strip())
        if name == "src" and (parts.scheme or parts.netloc) and not ON_A_DISK.match(address):
            wrong = "This picture comes from another site, which would let that site track readers."
            instead = "Save it in content/pages/ and write its name: ![what it shows](name.png)"
            yield from noted.problems((typed(address),), wrong, instead)


@rule(
    "page-addresses-are-whole",
    "Write addresses whole",
    Example("See [the map](www.garden.scot).", "See [the map](https://www.garden.scot).", NEWS),
    excepted=False,
)
def page_addresses_are_whole(noted: Noted) -> Iterator[Problem]:
    """A link has an address. An address on another site begins with https://, and one on this site with ~/ or the name of a file."""
    for address, name in noted.addresses:
        parts = urlsplit(address.strip())
        if not address:
            yield from noted.problems((r"\]\(\s*\)",), "This link has no address.", "Write one between the round brackets, as in [words](~/about/).")
        elif ON_A_DISK.match(address) or (name == "src" and (parts.scheme or parts.netloc)):
            continue  # reported as a file of one's own computer, or as a picture of another site
        elif parts.netloc and not parts.scheme:
            yield from noted.problems((typed(address),), f'"{address}" is not a whole address.', f"Write https:{address}")
        elif EMAIL.fullmatch(address):
            yield from noted.problems((typed(address),), f'"{address}" is an email address, and this link takes it for a page.', f"Write mailto:{address}")
        elif address.startswith("www."):
            yield from noted.problems((typed(address),), f'"{address}" is not a whole address.', f"Write https://{address}")
        elif parts.scheme and parts.scheme not in SCHEMES:
            instead = "Write an address that starts with https://, or with ~/ for a page of this site."
            yield from noted.problems((typed(address),), f'"{address}" does not lead to a page.', instead)
