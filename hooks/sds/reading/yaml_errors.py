"""libyaml's errors -> diagnoses for people who do not write programs, with the line to write instead.

libyaml's errors have no codes, so their type is recognised by the English message. The last lines of ``_diagnose`` handle
messages that are not recognised.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import yaml

from sds.problem import Problem, quoted
from sds.reading.diagnosis import Diagnosis
from sds.reading.field_columns import citation_fields
from sds.reading.yaml_braces import slip_in_braces
from sds.reading.yaml_bullets import dashes
from sds.reading.yaml_escapes import escape, escaped_end
from sds.reading.yaml_flow import apostrophe_first, bracket
from sds.reading.yaml_indents import goes_on, items_too_far_left, not_lined_up, too_far_in, too_far_left
from sds.reading.yaml_lines import ENTRY, ends, entry, parts, replacement, starts, step
from sds.reading.yaml_nameless import words_without_name
from sds.reading.yaml_names import glued_in_braces, joined_name, name_without_colon, no_colon, sign_of_yaml, two_fields
from sds.reading.yaml_signs import SIGN_BEGINS, after_bracket, in_quotes, sign_first, without_sign
from sds.reading.yaml_strays import item_without_hyphen, stray_words, strayed

PARTED = re.compile(r"(---|\.\.\.)(\s|$)")
FOLD_MISTYPED = re.compile(r"( *(?:- +)*[\w-]+: +)([>|]) *[^\w\s\"'(\[]?[^a-zA-Z\d\s\"'(\[] *")
"""A folded or literal value with a wrong character instead of the hyphen after > or |, and no text on its line."""
QUOTED_AND_SIGN = re.compile(r"""("[^"]*"|'[^']*')\s*[,;]""")
QUOTED_ITEMS = re.compile(r'"[^"]*"(?:, *(?:"[^"]*"|[\w.-]+))+')
"""Items separated by commas, the first of which is in quotes."""
SHORTENED = re.compile(r"( *(?:- +)*(?:[\w-]+: +)?)('(?i:cos|cause|til|till|tis|twas|em|n|round|bout|\d0s)\b[^'\"]*)")
"""A value on one line that begins with a word shortened by an apostrophe."""
CITED = re.compile(r"([A-Za-z0-9][\w.-]*): ([^:\"']+)")
"""A source and a place in it, with a colon between them."""
BRACED = re.compile(r" *(?:- +)*[a-z_]+ *[;=]? *\{")
"""A name without its colon, and a brace."""
LINK = re.compile(r"\[[^\]]*\]\((https?://[^)\s]+)\)")
"""A link as Markdown has it."""
JOINED = re.compile(r"( *)(- (?:\{[^{}]*\}|\[[^\[\]]*\])) +(- .+)")
"""Two list items on one line, the first of which is in braces or brackets."""
WITHOUT_BRACES = re.compile(r" *- [a-z_]+: [^{}\[\],]+(?:, [a-z_]+: (?:\"[^\"]*\"|[^{}\[\],\"]+))+")
"""A list item with several fields on one line, without braces."""


def yaml_problem(path: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """The problem for libyaml's ``error`` in ``text``, on the line of the actual mistake, which may be above the line of the error."""
    return _diagnose(path, text, [*text.split("\n"), ""], error).problem(path)


def _diagnose(path: str, text: str, lines: Sequence[str], error: yaml.MarkedYAMLError) -> Diagnosis:
    mark = error.problem_mark or error.context_mark
    number, column = (mark.line + 1, mark.column) if mark else (1, 0)
    began, opened = (error.context_mark.line + 1, error.context_mark.column) if error.context_mark else (number, column)
    said = f"{error.context or ''} {error.problem or ''}"
    if "document" in said and (at := next((place for place in range(number, 1, -1) if PARTED.match(lines[place - 1])), 0)):
        return Diagnosis(at, "A line of hyphens or dots ends the file here, and there is more below it.", "Delete this line.")
    if stray := strayed(lines, number) or words_without_name(lines, number):
        return stray
    if braces := next((slip for at in dict.fromkeys((number, began, number - 1)) if at and (slip := slip_in_braces(lines, at))), None):
        return braces
    if BRACED.match(lines[number - 1]) and (named := name_without_colon(lines, number)):
        return named
    if listed := next((dashed for at in (number, number - 1) if at and (dashed := dashes(lines, at))), None):
        return listed
    if line_first := sign_of_yaml(lines, number) or joined_name(lines, number) or items_too_far_left(lines, number):
        return line_first
    if on_line := two_fields(lines, number) or glued_in_braces(lines, number):
        return on_line
    if "mapping values are not allowed" in said:
        return _colon(lines, number)
    if "cannot start any token" in said:
        line, item = lines[number - 1], re.match(r"[^,\]}]*", lines[number - 1][column:])
        inside = item and ENTRY.sub(r"\4", line).startswith(("[", "{"))
        if not item or not inside:
            return without_sign(lines, number, path)
        instead = f"Put the value in double quotes: {quoted(item[0].strip())}"
        return Diagnosis(number, SIGN_BEGINS, instead)
    if joined := JOINED.fullmatch(lines[number - 1]):
        space, first, second = joined.groups()
        new = replacement(lines, number, number, f"{space}{first}\n{space}{second}")
        return Diagnosis(number, "Two items of a list are on one line.", f"Put the second on a line of its own: {second}", new)
    if "are not allowed in this context" in said or (error.context == "while parsing a block node" and number == began):
        return without_sign(lines, number, path)
    if any(sign in said for sign in ("alias", "anchor", "tag")):
        return sign_first(lines, number, path)
    if "escape" in said or "hexdecimal" in said:  # libyaml's spelling, for a \u, \U or \x without a number after it
        return escape(lines[number - 1], number)
    if "quoted scalar" in said:
        return _open_quote(lines, began, opened)
    if "block scalar" in said:
        found = entry(lines, number)
        if folded := FOLD_MISTYPED.fullmatch(lines[number - 1]):
            mended = f"{folded[1]}{folded[2]}-"
            wrong = "Behind > or | only a hyphen may stand, and the words start on the next line."
            return Diagnosis(number, wrong, f"Write {mended.strip()}", replacement(lines, number, number, mended))
        plain = replace(found, value=re.sub(r"^[>|](?:[-+\d]*\s*|[^\w\s\"'(\[]\s+|_+\s*)", "", found.value)).in_quotes
        wrong = "After > or | the words start on the next line."
        return Diagnosis(number, wrong, f"Leave that character out: {plain}", found.replacement(lines, plain))
    if "flow" in said:
        return bracket(lines, (began, opened), (number, column), "node content" in said)
    if "could not find expected ':'" in said:
        return (
            name_without_colon(lines, began)
            or stray_words(lines, began)
            or item_without_hyphen(lines, began)
            or too_far_left(lines, began)
            or goes_on(lines, began)
            or no_colon(lines, began)
        )
    return (
        _words_after(path, text, lines, number, column)
        or name_without_colon(lines, number)
        or stray_words(lines, number)
        or too_far_left(lines, number)
        or not_lined_up(lines, number)
    )


def _colon(lines: Sequence[str], number: int) -> Diagnosis:
    """The diagnosis for a colon and a space where no field can start."""
    space, hyphens, name, value = parts(lines[number - 1])
    if WITHOUT_BRACES.fullmatch(lines[number - 1]) and any(line.startswith(f"{space}- {{") for line in lines):
        mended = f"- {{{lines[number - 1].strip().removeprefix('- ')}}}"
        new = replacement(lines, number, number, space + mended)
        return Diagnosis(number, "There are several fields on this line, without braces around them.", f"Write {mended}", new)
    if name and name.strip(" :") in citation_fields() and (cited := CITED.fullmatch(value)):
        written = f"{hyphens}{name}{cited[1]}, {cited[2]}"
        told = replacement(lines, number, number, f"{space}{written}") if ends(lines, number) else None
        return Diagnosis(number, "A comma stands between a source and the place in it.", f"Write {written}", told)
    if (name and ":" in value) or (not name and value.count(": ") > 1):
        return in_quotes(lines, number, "There is a second colon in this value.")
    above = next((place for place in range(number - 1, 0, -1) if lines[place - 1].strip()), number)
    start = above
    while start > 1 and not starts(lines[start - 1]):
        start -= 1
    if named := next((found for at in (above, start) if at < number and (found := name_without_colon(lines, at))), None):
        return named
    _, item, field, words = parts(lines[start - 1])
    named_below = [line for line in lines[start:] if step(line) == len(space) and re.match(r" *[a-z_]+: ", line)] if item and not field else []
    if start < number and len(space) == step(lines[start - 1]) + len(item) and len(named_below) > 1:
        return Diagnosis(
            start, "A record begins here, and its first words have no name of a field.", f"Write one, a colon and a space, as in - id: {words or '...'}"
        )
    if start < number and words and len(space) > step(lines[start - 1]) and not hyphens and ((item and not field) or (field and not name)):
        return in_quotes(lines, start, "There is a colon and a space in these words.", "them")._replace(line=number)
    if ":" not in lines[above - 1] and step(lines[above - 1]) == len(space):
        return no_colon(lines, above)
    return too_far_in(lines, number)


OTHER_QUOTES = frozenset('"\u201d')
"""The quotes with which people close a value that began with another type of quote."""


def _open_quote(lines: Sequence[str], line: int, column: int) -> Diagnosis:
    if slip := escaped_end(lines[line - 1], line) or apostrophe_first(lines, line, line):
        return slip
    if shortened := SHORTENED.fullmatch(lines[line - 1]):
        written = f"{shortened[1]}{quoted(shortened[2])}"
        told = f"Put the value in double quotes: {written.strip()}"
        return Diagnosis(line, "An apostrophe begins this value, so it is read as a quote.", told, replacement(lines, line, line, written))
    whole, sign = lines[line - 1].strip(), lines[line - 1][column]
    simple = parts(lines[line - 1])[3].startswith(sign)
    mended = replacement(lines, line, line, f"{lines[line - 1].rstrip()}{sign}") if simple and ends(lines, line) else None
    told = f"End the value with the same quote: {whole}{sign}" if simple else "End the value with the same quote."
    if simple and whole[-1] in OTHER_QUOTES and whole[-1] != sign and len(re.findall('["\u201c\u201d]', whole.replace(sign, ""))) == 1:
        mended, told = replacement(lines, line, line, f"{lines[line - 1].rstrip()[:-1]}{sign}"), f"End the value with the same quote: {whole[:-1]}{sign}"
    return Diagnosis(line, "A quote is opened and never closed.", told, mended)


def _words_after(path: str, text: str, lines: Sequence[str], number: int, column: int) -> Diagnosis | None:
    """The diagnosis for text after the closing quote or bracket of a value, or None."""
    last = None
    try:
        for token in yaml.scan(text, Loader=yaml.CSafeLoader):
            if (token.end_mark.line, token.end_mark.column) > (number - 1, column):
                break
            if token.start_mark.index < token.end_mark.index:
                last = token
    except yaml.YAMLError:
        pass  # the scanner fails after the place of the parser's error
    if isinstance(last, yaml.ScalarToken) and last.style in {"'", '"'}:
        if last.start_mark.line < last.end_mark.line:
            return _open_quote(lines, last.start_mark.line + 1, last.start_mark.column)
        if starts(lines[number - 1]) and last.end_mark.line < number - 1:
            return None
        found = entry(lines, number)
        if ended := QUOTED_AND_SIGN.fullmatch(found.value):
            written = f"{found.lead}{ended[1]}"
            wrong = "There is a character after the closing quote of this value."
            return Diagnosis(number, wrong, f"Leave the character out: {written}", found.replacement(lines, written))
        if QUOTED_ITEMS.fullmatch(found.value):
            written = f"{found.lead}[{found.value}]"
            return Diagnosis(number, "A list on one line has no square brackets here.", f"Write {written}", found.replacement(lines, written))
        instead = f"Put one pair around the whole: {found.in_quotes}"
        return Diagnosis(number, "There are words outside the quotes of this value.", instead, found.replacement(lines, found.in_quotes))
    if isinstance(last, (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)) and last.end_mark.line == number - 1:
        rest = lines[number - 1][column:].strip()
        if rest in {",", ";", ".", ":"}:
            mended = lines[number - 1][:column].rstrip()
            wrong = "There is a character after the closing bracket."
            return Diagnosis(number, wrong, f"Leave the character out: {mended.strip()}", replacement(lines, number, number, mended))
        if rest in {"]", "}"}:
            mended = lines[number - 1][:column].rstrip()
            return Diagnosis(number, f"There is one {rest} too many.", f"Write {mended.strip()}", replacement(lines, number, number, mended))
        found = entry(lines, number)
        if linked := LINK.fullmatch(found.value):
            written = f"{found.lead}{linked[1]}"
            return Diagnosis(number, "An address stands here alone, and not as a link.", f"Write {written}", found.replacement(lines, written))
        return after_bracket(lines, number, path)
    return None
