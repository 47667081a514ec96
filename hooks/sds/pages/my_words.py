"""The page where people gather words to say, and the letters that are made of them there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sds.model.framework import Framework
from sds.model.records import Template
from sds.model.records.templates import LetterLine, TemplateField
from sds.model.situation_lines import ToldLine, lines_about
from sds.model.urls import url_of
from sds.pages.page import HOME, Page

MY_WORDS = "/my-words/"
LETTERS = "my-words/letters.json"
"""Where the page fetches the letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Words that belong together: those of a situation or of a standard, with its name and its address. ``kind`` is which of the two it is of; ``letter`` is
    the letter that goes with them."""

    kind: str
    id: str
    title: str
    url: str
    sayings: tuple[ToldLine, ...]
    letter: str = ""


def my_words_page(framework: Framework) -> Iterator[Page]:
    """The page with every line of words, under its situation or its standard; none where there are no such words."""
    groups = (("What has happened", tuple(_of_situations(framework))), ("The standards", tuple(_of_standards(framework))))
    if not any(some for _, some in groups):
        return
    yield Page(
        url=MY_WORDS,
        template="my-words.html",
        title="My words",
        description="Choose sentences that you can say or write. Make a letter or a card for a meeting from them, or have them read aloud.",
        edit="overrides/pages/my-words.html",
        crumbs=(HOME,),
        section="my-words",
        data={"groups": tuple((title, some) for title, some in groups if some), "letters": letters_of(framework), "letter_of": _by_right(framework)},
    )


def _by_right(framework: Framework) -> dict[str, str]:
    """The letter for a sentence that calls on a legal rule, by that rule: the first of those that name it before any other."""
    return {rule: one.id for one in reversed(letters_of(framework)) for rule in one.provisions[:1]}


def _of_situations(framework: Framework) -> Iterator[Group]:
    letters = {letter.id for letter in letters_of(framework)}
    for one in framework.situations:
        if one.words:
            letter = next((id for id in one.templates if id in letters), "")
            yield Group(
                kind="situations",
                id=one.id,
                title=one.title,
                url=url_of(framework, "situations", one.id),
                sayings=tuple(lines_about(framework, "situations", one.id)),
                letter=letter,
            )


def _of_standards(framework: Framework) -> Iterator[Group]:
    """The letter of a standard is the first of those that name it before any other."""
    letters = letters_of(framework)
    for standard in framework.standards:
        sayings = tuple(lines_about(framework, "standards", standard.id))
        if sayings:
            title, url = f"{standard.number}. {standard.short}", url_of(framework, "standards", standard.id)
            letter = next((one.id for one in letters if one.standards[:1] == (standard.id,)), "")
            yield Group(kind="standards", id=standard.id, title=title, url=url, sayings=sayings, letter=letter)


def letters_of(framework: Framework) -> tuple[Template, ...]:
    """The templates that are letters and have a place for words that someone chooses."""
    return tuple(one for one in framework.templates if one.shape == "letter" and one.chosen_words)


def letters(framework: Framework) -> str:
    """``my-words/letters.json``: each letter with its boxes and its lines. JSON, a value a line, so that the copy for reading offline holds each once."""
    return json.dumps([_letter(framework, one) for one in letters_of(framework)], ensure_ascii=False, indent=0) + "\n"


def _letter(framework: Framework, letter: Template) -> dict[str, Any]:
    assert letter.chosen_words
    return {
        "id": letter.id,
        "title": letter.title,
        "url": url_of(framework, "templates", letter.id),
        "fields": [_field(framework, field) for field in letter.fields],
        "parts": [
            {
                "id": part.id,
                "kind": part.kind,
                "lines": [
                    {"words": line.words, "unless": line.unless or ""} if isinstance(line, LetterLine) else {"words": line, "unless": ""} for line in part.lines
                ],
            }
            for part in letter.letter
        ],
        "after": letter.chosen_words.after,
        "lead": letter.chosen_words.lead,
    }


def _field(framework: Framework, field: TemplateField) -> dict[str, Any]:
    """A box of a letter. A line of law is offered only where each provision it rests on binds."""
    return {
        "id": field.id,
        "label": field.label,
        "hint": field.hint or "",
        "kind": field.kind,
        "lines": field.lines or 1,
        "most": field.most or 0,
        "suggestion": field.our_suggestion or "",
        "days": field.working_days or 0,
        "named": field.names_someone,
        "choices": [
            {"id": choice.id, "text": choice.text, "says": choice.in_letter or choice.text, "law": list(choice.provisions)}
            for choice in field.choices
            if all(binds(framework, id) for id in choice.provisions)
        ],
    }


def binds(framework: Framework, provision: str) -> bool:
    """Whether words that someone says may call on a provision as a right."""
    strength = framework.record("provisions", provision).strength
    return bool(framework.record("strengths", strength).gives_right)
