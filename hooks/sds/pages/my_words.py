"""The page ``/my-words/``, where people collect lines to say, and the letters that they can make of these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sds.model.framework import Framework
from sds.model.records import Template
from sds.model.records.templates import LetterLine, TemplateField
from sds.model.situation_lines import ToldLine, lines_about
from sds.model.urls import url_of
from sds.pages.page import HOME, Page
from sds.pages.value_a_line import value_a_line

MY_WORDS = "/my-words/"
LETTERS = "my-words/letters.json"
"""The file from which the page fetches the letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The lines of a situation or a standard (``kind`` says which), with its title and address. ``letter`` is the id of the letter for them, or an empty
    string."""

    kind: str
    id: str
    title: str
    url: str
    sayings: tuple[ToldLine, ...]
    letter: str = ""


def my_words_page(framework: Framework) -> Iterator[Page]:
    """The page with every line, by situation and by standard; nothing when there are no lines."""
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
    """The id of the letter for lines that rely on a provision, by the provision's id: the first letter whose first provision it is."""
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
    """The lines of each standard, with the first letter whose first standard it is."""
    letters = letters_of(framework)
    for standard in framework.standards:
        sayings = tuple(lines_about(framework, "standards", standard.id))
        if sayings:
            title, url = f"{standard.number}. {standard.short}", url_of(framework, "standards", standard.id)
            letter = next((one.id for one in letters if one.standards[:1] == (standard.id,)), "")
            yield Group(kind="standards", id=standard.id, title=title, url=url, sayings=sayings, letter=letter)


def letters_of(framework: Framework) -> tuple[Template, ...]:
    """The templates that are letters with a place for chosen words."""
    return tuple(one for one in framework.templates if one.shape == "letter" and one.chosen_words)


def letters(framework: Framework) -> str:
    """The content of ``my-words/letters.json``: each letter with its fields and lines."""
    return value_a_line([_letter(framework, one) for one in letters_of(framework)])


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
    """A field of a letter. A choice that cites provisions is offered only if each of them gives a right."""
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
    """Whether a provision gives a right, so that a line to say may rely on it."""
    strength = framework.record("provisions", provision).strength
    return bool(framework.record("strengths", strength).gives_right)
