"""Rules for the syntax of links in the Markdown source of hand-written pages. Their targets are checked in the finished site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from sds.markdown_pages.source import NEWS, Source, unless_code
from sds.model.web_addresses import ON_A_DISK, OWN_MACHINE
from sds.placeholders import placeholder
from sds.problem import Problem
from sds.rule import Example, rule

SPACED_LINK = re.compile(r"(\[[^\][]+\]) +(\((?:https?://|~/|mailto:|#)[^)\s]*\))")
BROKEN = re.compile(r"(\[[^\][]+\])\(([^()\s\"']+) +([^()\s\"']*)\)")
"""A link with a space in its address."""
TITLED = re.compile(r"(?<!!)(\[[^\][]+\])\(([^()\s\"']+) +[\u2018-\u201f\u00ab\u2039][^()]*\)")
"""A link with words in quotes of print after its address, which Markdown does not know."""
TURNED = re.compile(r"(?<!\])\(([^()\[\]]+)\)\[((?:https?://|~/|mailto:|#)[^\]\s]*)\]")
"""A link with round and square brackets swapped."""
BACKSLASHES = re.compile(r"(\[[^\][]+\])\(((?=[^()\s]*\\)[^()\s]+)\)")
"""A link whose address has backslashes, like a Windows path."""
FILE = re.compile(rf"(!?\[[^\][]*\])\(((?:{ON_A_DISK.pattern})[^()]*)\)")
"""A link to, or a picture from, a file of one's own computer."""
OWN = re.compile(r"(?<=\]\()(https?://[^()\s]+)(?=\))")
"""The address of a link that may be on this site."""
OPEN = re.compile(r"(?<!!)\[([^\]\[()]+)\]\(((?:https?://|~/|mailto:|#)[^()\s]*?)(?=[.,;:!?]*(?:\s|$))(?![^()]*\))")
"""A link without the closing bracket after its address."""
LOOSE = re.compile(r"(?<!\]\()(?<!\]\(<)(?<!\]: )(?<!\]: <)(?<![=\w\]]['\"(\[])~/[\w#][\w/#.-]*")
"""An address on this site that is in no link."""
OF_A_WIKI = re.compile(r"\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\](?![(\[])")
HALF = re.compile(r"\[([^\]\[()]+)\(((?:https?://|~/|mailto:|#)[^()\s]*)\)")
"""A link without the closing bracket after its text."""
BARE = re.compile(r"(?<![(<\[\"'=\w/.:])(?:https?://|www\.)[^\s<>)\]]*[^\s<>)\].,;:!?]")
WITHOUT_HTTPS = re.compile(r"<(www\.[^\s<>]+)>")
BARE_EMAIL = re.compile(r"(?<![\w<(:/.@+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
LINKS_ITSELF = "pymdownx.magiclink"
"""The Markdown extension that turns bare addresses into links."""
DEFINED = re.compile(r"^ {0,3}\[([^\]^][^\]]*)\]:", re.MULTILINE)
NAMED = re.compile(r"(?<![\]\\!])\[([^\][^]+)\]\[([^\]^]*)\]")
"""A reference link, whose address is elsewhere on the page: https://daringfireball.net/projects/markdown/syntax#link."""
NOTED = re.compile(r"(?<![\]\[!*\\\w])\[((?!sic\])[^\[\]^]*[a-z]{2}[^\[\]]*)\](?! ?[(\[:{])")
"""Words in square brackets that are no part of a link. (Their address may be elsewhere on the page.)"""
NO_WORDS = re.compile(r"(!?)\[\s*\]\([^)]*\)")
FILE_NAME = re.compile(r"!\[\s*([^\]\s]*\.(?:png|jpe?g|gif|webp|avif|svg|heic|heif|bmp|tiff?)|(?:IMG|DSC|DSCN|PXL)[-_]?\d\w*)\s*\]\(", re.IGNORECASE)
"""A picture whose alt text is its file name, or a camera's number."""
HOST = re.compile(r"https?://(?:[^/@\s]*@)?([\w.-]+|\[[\w:]*\])(:\w+)?")
EXAMPLES = re.compile(r"https?://(?:[\w.-]*\.)?example\.(?:com|net|org)\b")
"""Addresses at host names that are reserved for examples (RFC 2606)."""


@rule(
    "links-are-whole",
    "Write links in full",
    Example("See [what a statement is based on] (~/about/#basis).", "See [what a statement is based on](~/about/#basis).", NEWS),
)
def links_are_whole(source: Source) -> Iterator[Problem]:
    """A link has its words in square brackets and its address in round ones, with no space between the brackets and none in the address. An address on
    this site begins with ~/, so that it is checked, and right wherever the site is published. It stands in a link, and nowhere else."""
    for (number, shown), line in zip(source.numbered(), source.lines, strict=True):
        if source.site and (found := next((one for one in OWN.finditer(shown) if one[1].startswith(source.site)), None)):
            told = f"~/{found[1].removeprefix(source.site)}"
            yield source.problem(number, "This address is on this site.", f"Write {told}", line.replace(found[1], told, 1))
        if SPACED_LINK.search(shown):
            yield source.write(number, "A link has no space between its words and its address.", SPACED_LINK.sub(r"\1\2", line))
        if found := TURNED.search(shown):
            mended = f"{shown[: found.start()]}[{found[1]}]({found[2]}){shown[found.end() :]}"
            wrong = "The words of a link stand in square brackets, and its address in round ones."
            yield source.problem(number, wrong, f"Write [{found[1]}]({found[2]})", unless_code(shown, mended))
        if found := FILE.search(shown):
            name = re.sub(r"[^a-z0-9.]+", "-", re.split(r"[\\/]", found[2])[-1].lower()).strip("-")
            told = f"Put the file in {PurePosixPath(source.path).parent}/, beside this page, under the name {name}, and write {found[1]}({name})"
            yield source.problem(number, "This is a place on your own computer, and readers have no file there.", told)
            continue
        if found := BACKSLASHES.search(shown):
            mended = BACKSLASHES.sub(lambda one: f"{one[1]}({one[2].replace(chr(92), '/')})", shown)
            told = f"Write {found[1]}({found[2].replace(chr(92), '/')})"
            yield source.problem(number, "An address has slashes, and this one has backslashes.", told, unless_code(shown, mended))
        if found := OF_A_WIKI.search(shown):
            wrong = f"{found[0]} is a link on other sites, and would be words in brackets here."
            yield source.problem(number, wrong, f"Write the words and the address of the page: [{found[1].strip()}](~/...)")
        if titled := TITLED.search(shown):
            wrong, told = "There are words in quotes behind the address of this link, so it is not a link.", f"Write {titled[1]}({titled[2]})"
            yield source.problem(number, wrong, told, unless_code(shown, TITLED.sub(r"\1(\2)", shown)))
        elif (found := BROKEN.search(shown)) and shown[: found.start()].endswith("!"):
            address = re.sub(r"[^a-z0-9./]+", "-", f"{found[2]} {found[3]}".lower()).strip("-")
            wrong = "There is a space in the name of this picture, so readers would see the signs and no picture."
            yield source.problem(number, wrong, f"Name the file {address}, and write !{found[1]}({address})")
        elif found:
            wrong = "There is a space in the address of this link, so it is not a link."
            whole = unless_code(shown, BROKEN.sub(r"\1(\2\3)", shown)) if found[2] == "mailto:" else None
            yield source.problem(number, wrong, f"Write {found[1]}({found[2]}{found[3]})", whole)
        if found := OPEN.search(shown):
            mended = f"{shown[: found.end()]}){shown[found.end() :]}"
            told = f"Write [{found[1]}]({found[2]})"
            yield source.problem(number, "A link has a round bracket after its address too.", told, unless_code(shown, mended))
        elif (found := LOOSE.search(shown)) and not any(sign.search(shown) for sign in (SPACED_LINK, TURNED, HALF)):
            wrong = f"{found[0]} would be words here, because it is in no link."
            yield source.problem(number, wrong, f"Write it in round brackets, right behind the words of the link in square ones: [the words]({found[0]})")
        if found := HALF.search(shown):
            mended = f"{shown[: found.start()]}[{found[1]}]({found[2]}){shown[found.end() :]}"
            wrong = "A link has a square bracket after its words too."
            yield source.problem(number, wrong, f"Write [{found[1]}]({found[2]})", unless_code(shown, mended))


@rule(
    "bare-addresses-are-links",
    "Put an address that stands alone in angle brackets",
    Example("Write to warden@garden.scot.", "Write to <warden@garden.scot>.", NEWS),
)
def bare_addresses_are_links(source: Source) -> Iterator[Problem]:
    """A web or email address in a sentence is in angle brackets. Without them, it is not a link."""
    for (number, shown), line in zip(source.numbered(), source.lines, strict=True):
        if LINKS_ITSELF not in source.extensions and not DEFINED.match(shown) and not SPACED_LINK.search(shown) and (bare := BARE.search(shown)):
            address = bare[0] if "://" in bare[0] else f"https://{bare[0]}"
            yield source.write(number, f"{bare[0]} would be words and not a link.", f"{line[: bare.start()]}<{address}>{line[bare.end() :]}")
        if found := WITHOUT_HTTPS.search(shown):
            yield source.write(number, f"{found[1]} is not a whole address, so it would be no link.", WITHOUT_HTTPS.sub(r"<https://\1>", line))
        if (found := BARE_EMAIL.search(shown)) and not BROKEN.search(shown):
            mended = f"{shown[: found.start()]}<{found[0]}>{shown[found.end() :]}"
            yield source.problem(number, f"{found[0]} would be words and not a link.", f"Write <{found[0]}>", unless_code(shown, mended))


@rule(
    "named-addresses-are-given",
    "Give the address that a link names",
    Example("See [the about page][about].", "See [the about page][about].\n\n[about]: ~/about/", NEWS),
)
def named_addresses_are_given(source: Source) -> Iterator[Problem]:
    """If a link names an address that is given elsewhere on the page, the address is there, under that name. Words that are no link are not in square
    brackets, where notes to other people stand."""
    names = {name.casefold() for name in DEFINED.findall(source.all_shown)}
    for number, line in source.numbered():
        if (found := NOTED.search(TURNED.sub("", line))) and found[1].casefold() not in names and not placeholder(line):
            wrong = f"{found[0]} is in square brackets, as a note to somebody is, and readers would see it."
            yield source.problem(number, wrong, "Delete it, or write it as words. If it is a link, write its address in round brackets behind it.")
        if found := next((one for one in NAMED.finditer(line) if (one[2] or one[1]).casefold() not in names), None):
            wrong = f"This link names an address that is nowhere on the page: {found[0]}."
            yield source.problem(number, wrong, f"Write the address in round brackets: [{found[1]}](https://...)")


@rule(
    "links-and-pictures-have-words",
    "Give links and pictures words",
    Example("[](~/about/)", "[About this site](~/about/)", NEWS),
)
def links_and_pictures_have_words(source: Source) -> Iterator[Problem]:
    """A link has words that people can see and select, and a picture has words for people who cannot see it."""
    for number, line in source.numbered():
        if found := NO_WORDS.search(line):
            what = "This picture has no words for people who cannot see it." if found[1] else "This link has no words, so nobody can see or choose it."
            yield source.problem(number, what, "Write them between the square brackets.")
        elif found := FILE_NAME.search(line):
            wrong = f'"{found[1]}" is the name of a file, and tells people who cannot see the picture nothing.'
            yield source.problem(number, wrong, "Write between the square brackets what the picture shows.")


@rule(
    "pages-name-public-addresses",
    "Name addresses that everybody can open",
    Example("See [the map](http://localhost:8000/map/).", "See [the map](https://garden.scot/map/).", NEWS),
)
def pages_name_public_addresses(source: Source) -> Iterator[Problem]:
    """An address is on the internet, not on your own computer or network, and has no port number."""
    for number, line in source.numbered():
        if found := next((one for one in HOST.finditer(line) if one[2] or one[1] == "localhost" or OWN_MACHINE.fullmatch(one[1])), None):
            yield source.problem(number, f'"{found[0]}" is not an address that everybody can open.', "Write the address that it has on the internet.")


@rule(
    "addresses-are-real",
    "Name addresses that are real",
    Example("See [the map](https://example.org/map/).", "See [the map](https://garden.scot/map/).", NEWS),
    {"warning": ""},
)
def addresses_are_real(source: Source) -> Iterator[Problem]:
    """No address is one that is reserved for examples, except in code."""
    for number, line in source.numbered():
        if found := EXAMPLES.search(line):
            wrong = f"{found[0]} is an address kept for examples, and nothing is there."
            yield source.problem(number, wrong, "Write the real address, or put it between backticks.")
