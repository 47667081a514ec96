"""The framework -> the JSON file of each standard, from which the page ``/pack/`` makes its document. Those of stages and situations use the same parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sds.booklets import Booklet, path_of
from sds.easy_read.hard_words import hard_words, pieces
from sds.easy_read.word_bank import bank_of
from sds.model.duties import ground, law_cited, rule_data
from sds.model.framework import Framework, Standard
from sds.model.records import Provision, Resource, SayOr, Template
from sds.model.situation_lines import ToldLine, line_of
from sds.model.urls import url_of
from sds.pages.self_evaluation_parts import questions
from sds.pages.value_a_line import value_a_line

KINDS = (
    ("statements", "Statements", "What each role does, and what it is based on."),
    ("law", "The law", "What the law says: each rule, who must follow it, and the section."),
    ("words", "What you can say", "Sentences to say or to show, and which of them ask for something that is your right."),
    ("tools", "Tools and resources", "Tools and resources that help with these statements."),
    ("forms", "Forms and letters", "Our forms and letters for these stages and situations."),
    ("easy-read", "Easy read", "The easy-read page with its pictures, and a QR code to open it on a phone."),
    ("self-check", "Self-evaluation", "What to ask yourselves in each role that you choose, with space to mark where you are."),
)
"""The kinds of content of a pack: the value of the query parameter, the title, and the description."""


def kinds_of_pack(framework: Framework) -> tuple[tuple[str, str, str], ...]:
    """The ``KINDS`` of which the framework has records."""
    there = {
        "statements": framework.current_actions,
        "law": framework.provisions,
        "words": any(standard.ask_for for standard in framework.standards),
        "tools": framework.resources,
        "forms": framework.templates,
        "easy-read": any(page.kind == "standards" for page in framework.easy_read),
        "self-check": any(component.very_good or component.weak for component in framework.components),
    }
    kinds = KINDS if framework.spine.bases else (("statements", "Statements", "What each role does."), *KINDS[1:])
    return tuple(kind for kind in kinds if there[kind[0]])


def part_path(standard: Standard) -> str:
    """The path of the file of a standard."""
    return f"pack/parts/{standard.id}.json"


def pack_part(framework: Framework, standard: Standard, booklets: Mapping[str, Booklet]) -> str:
    """The JSON of a standard, one value a line: what its page says, in the order of the page, with paths from the root of the site."""
    return value_a_line(_part(framework, standard, booklets))


def _part(framework: Framework, standard: Standard, booklets: Mapping[str, Booklet]) -> dict[str, Any]:
    return {
        "id": standard.id,
        "number": standard.number,
        "title": standard.title,
        "short": standard.short,
        "url": url_of(framework, "standards", standard.id),
        "official": standard.file.official and standard.file.official.page,
        "asks": standard.file.asks,
        "statements": [
            {
                "id": action.id,
                "role": action.role,
                "text": action.text,
                "ground": ground(framework, action, action.role),
                "suggestion": action.our_suggestion,
                "stages": action.stages,
                "url": url_of(framework, "actions", action.id),
            }
            for action in standard.actions
            if action.status == "current"
        ],
        "law": [_rule(framework, standard, framework.record("provisions", id)) for id in standard.file.provisions],
        "words": words_of(framework, (line_of(framework, SayOr(ask_for=line.id)) for line in standard.ask_for)),
        "tools": [_tool(framework, standard, resource) for resource in sorted(framework.resources, key=_least_general) if standard.id in resource.standards],
        "forms": forms_of(framework, (one for one in framework.templates if standard.id in one.standards), booklets),
        "easy": easy_of(framework, "standards", standard.id, booklets),
        "components": [
            {
                "id": component.id,
                "title": component.title,
                "text": component.text,
                "official": component.official,
                "very_good": component.very_good,
                "weak": component.weak,
                "url": url_of(framework, "components", component.id),
            }
            for component in standard.components
        ],
        "questions": [question.text for question in questions(framework, standard)],
    }


def forms_of(framework: Framework, forms: Iterable[Template], booklets: Mapping[str, Booklet]) -> list[dict[str, Any]]:
    """Forms and letters as data: title, shape (form or letter), purpose, address of the page, and the PDF of the blank form (``paper``) or None."""
    return [
        {
            "title": one.title,
            "shape": one.shape,
            "about": one.about,
            "url": url_of(framework, "templates", one.id),
            "paper": _booklet(booklets.get(path_of("form", "templates", one.id))),
        }
        for one in forms
    ]


def _booklet(booklet: Booklet | None) -> dict[str, str] | None:
    return {"url": f"/{booklet.path}", "size": booklet.size} if booklet else None


def _rule(framework: Framework, standard: Standard, provision: Provision) -> dict[str, Any]:
    """A provision as data; ``actions`` are the ids of the standard's statements that cite it."""
    return {
        **rule_data(framework, provision),
        "actions": [action.id for role in framework.roles for action in standard.actions_of(role.id) if provision.id in action.provisions],
        "url": url_of(framework, "provisions", provision.id),
    }


def words_of(framework: Framework, lines: Iterable[ToldLine]) -> list[dict[str, str]]:
    """Lines to say as data, each with the place and the address of the provision that it relies on; both are empty if it relies on none."""

    def law(right: Provision | None) -> tuple[str, str]:
        return (law_cited(framework, right), url_of(framework, "provisions", right.id)) if right else ("", "")

    return [{"words": line.words, "law": name, "url": url} for line in lines for name, url in (law(line.right),)]


def _least_general(resource: Resource) -> tuple[int, str]:
    """A sort key: resources for few standards come first, as they are most specific."""
    return len(resource.standards), resource.title


def _tool(framework: Framework, standard: Standard, resource: Resource) -> dict[str, Any]:
    """A resource as data: ``url`` is its page on this site, ``address`` its own web address, and ``actions`` the standard's statements that it helps with."""
    of_standard = {action.id for action in standard.actions if action.status == "current"}
    return {
        "title": resource.title,
        "publisher": resource.publisher,
        "year": resource.year,
        "address": resource.address,
        "easy_read": resource.easy_read,
        "roles": resource.roles,
        "actions": [id for id in resource.actions if id in of_standard],
        "url": url_of(framework, "resources", resource.id),
    }


def easy_of(framework: Framework, kind: str, id: str, booklets: Mapping[str, Booklet]) -> dict[str, Any] | None:
    """The easy-read page of a record as data, with its QR code and booklet, or None. Each sentence is a list of pairs: text, and whether it is a hard word."""
    page = next((page for page in framework.easy_read if page.kind == kind and page.id == id), None)
    if page is None:
        return None
    alts = {picture.id: picture.alt for picture in framework.pictures}

    def block(picture: str, words: Sequence[str]) -> dict[str, Any]:
        seen = {"picture": f"/assets/pictures/{picture}.svg", "alt": alts[picture]} if picture in alts else {}
        return {**seen, "words": [[(piece.words, piece.hard) for piece in pieces(sentence)] for sentence in words]}

    return {
        "title": page.title,
        "url": url_of(framework, "easy_read", page.key),
        "qr": f"/assets/qr/{page.kind}-{page.id}.svg",
        "checked": page.checked is not None,
        "paper": _booklet(booklets.get(path_of("easy read", page.kind, page.id))),
        "lines_heading": framework.easy_menus.statements.heading,
        "opening": [block(one.picture, one.words) for one in page.opening],
        "lines": [block(line.picture, line.words) for line in page.lines],
        "rest_heading": framework.easy_menus.statements.rest,
        "rest": [block(one.picture, one.words) for one in page.rest],
        "hard": [{"word": word, "meaning": meaning} for word, meaning in bank_of(framework.terms).explained(hard_words(page.sentences))],
    }
