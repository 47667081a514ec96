"""Plans of the full-text booklets: each standard, each role, and the whole framework."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sds.booklets.booklet import MOST_STANDARDS, BookletSettings, Plan, path_of
from sds.booklets.law import by_subject, law_cited, rules
from sds.booklets.shared import colophon
from sds.model.citations import unbroken
from sds.model.duties import ground
from sds.model.edition_names import the_edition
from sds.model.framework import Action, Component, Framework, Standard
from sds.model.records import Principle, Role, Source
from sds.model.urls import url_of
from sds.problem import all_of


def full_plans(framework: Framework, settings: BookletSettings) -> Iterator[Plan]:
    """Plans of the whole framework (unless it has too many standards), of each standard, and of each role with all its statements (if there are standards).

    The whole framework comes first: it takes most memory to typeset, and nothing else is in memory yet.
    """
    if len(framework.standards) <= MOST_STANDARDS:
        yield _plan(framework, settings, framework.spine.framework.title, "all", "framework", {"whole": _whole(framework)})
    for standard in framework.standards:
        title = f"Standard {standard.number}: {standard.title}"
        yield _plan(framework, settings, title, "standards", standard.id, {"standard": _standard(framework, standard)})
    for role in framework.roles if framework.standards else ():
        data = {"role": _role(role), "standards": [_brief(framework, standard, role) for standard in framework.standards]}
        yield _plan(framework, settings, f"{role.title}: {all_of(len(framework.standards), 'standard')}", "roles", role.id, data)


def _plan(framework: Framework, settings: BookletSettings, title: str, kind: str, id: str, data: dict[str, Any]) -> Plan:
    about = framework.spine.framework
    url = "/" if kind == "all" else url_of(framework, kind, id)
    common = {
        **colophon(framework, settings, title, "full text", url),
        "bases": [{"title": basis.title, "meaning": basis.meaning, "mark": basis.mark} for basis in framework.spine.bases],
        "law_checked": about.law_checked,
        "phrases": {name: getattr(framework.spine.phrases, name) for name in ("ask_for", "layers", "statements")},
    }
    return Plan(path=path_of("full text", kind, id), title=title, what="full text", template="full.typ", data={**common, **data})


def _standard(framework: Framework, standard: Standard) -> dict[str, Any]:
    """All data of one standard for the template, in the order of its page."""
    file = standard.file
    return {
        **_named(standard),
        "title_note": standard.entry.title_note,
        "asks": file.asks,
        "official": file.official and {"address": file.official.page, "read": file.official.read != "none"},
        "read_note": " ".join(filter(None, (file.official.note if file.official else "", file.read_note))),
        "ask_for": [line.words for line in file.ask_for],
        "cite": framework.spine.framework.cite_standard.replace("{number}", str(standard.number)),
        "law": rules(framework, file.provisions),
        "components": [_component(framework, component) for component in standard.components if not component.ours],
        "our_components": [_component(framework, component) for component in standard.components if component.ours],
        "roles": [
            {"title": role.title, "colour": _colour(role), "form": role.statement_form, "actions": _actions(framework, standard.actions_of(role.id))}
            for role in framework.roles
        ],
        "limits": file.limits,
        "sources": [source.short for source in _sources(framework, standard)],
    }


def _named(standard: Standard) -> dict[str, Any]:
    return {"number": standard.number, "title": standard.title, "short": standard.short, "summary": standard.entry.summary}


def _brief(framework: Framework, standard: Standard, role: Role) -> dict[str, Any]:
    """One standard with the statements of one role."""
    return {**_named(standard), "actions": _actions(framework, standard.actions_of(role.id))}


def _component(framework: Framework, component: Component) -> dict[str, Any]:
    return {
        "title": component.title or component.official or "",
        "text": component.text,
        "origin": _origin(framework, component),
        "very_good": component.very_good,
        "weak": component.weak,
        "evidence": _evidence(framework, component.evidence),
    }


def _origin(framework: Framework, component: Component) -> str:
    """Where a component comes from, in a sentence; empty if unknown."""
    about = framework.spine.framework
    if component.ours:
        return f"Ours. {component.ours}"
    if not component.official:
        return ""
    edition = f" of {the_edition(about.edition)}" if about.edition else ""
    return f"Component {component.official}{edition}{', in our words' if about.ours else ''}."


def _actions(framework: Framework, actions: Iterable[Action]) -> list[dict[str, Any]]:
    stages = {stage.id: stage.title for stage in framework.spine.stages}
    return [
        {
            "id": action.id,
            "text": action.text,
            "why": action.why,
            "mark": framework.basis(action.basis).mark if action.basis else "",
            "ground": ground(framework, action, action.role),
            "suggestion": action.our_suggestion or "",
            "law": "; ".join(law_cited(framework, framework.record("provisions", id)) for id in action.provisions),
            "stages": ", ".join(stages[stage] for stage in action.stages),
            "evidence": _evidence(framework, action.evidence),
        }
        for action in actions
    ]


def _evidence(framework: Framework, citations: Iterable[str]) -> str:
    """Citations as text: each source once, by its short name, with the places in it. A place that is part of another one is left out."""
    places: dict[str, list[str]] = {}
    for citation in citations:
        source, place, _ = framework.evidence(citation)
        places.setdefault(source.short, []).append(place)
    told = "; ".join(f"{short}, {', '.join(_told_once(found))}" for short, found in places.items())
    return unbroken(told)


def _told_once(places: Iterable[str]) -> Iterator[str]:
    """The places without those that another place includes: of ``section 9`` and ``Section 9, page 11`` only the second."""
    parts = {place: {part.casefold() for part in place.split(", ")} for place in places}
    for place, own in parts.items():
        if not any(own < others for others in parts.values()):
            yield place


def _sources(framework: Framework, standard: Standard) -> list[Source]:
    """The sources that a standard's components, statements in force and law cite, in the order of the files."""
    citations = [one for component in standard.components for one in component.evidence]
    citations += [one for action in standard.actions if action.status == "current" for one in action.evidence]
    ids = {framework.evidence(citation)[0].id for citation in citations}
    ids |= {framework.record("provisions", id).instrument for id in standard.file.provisions}
    return [source for source in framework.sources if source.id in ids]


def _role(role: Role) -> dict[str, Any]:
    return {
        "title": role.title,
        "colour": _colour(role),
        "summary": role.summary,
        "form": role.statement_form,
        "duty_note": role.duty_note,
        "who": role.who,
        "named_in": role.named_in,
    }


def _colour(role: Role) -> str | None:
    """The colour of a role in print: that of the light colour scheme, or None."""
    return role.colour.light if role.colour else None


def _whole(framework: Framework) -> dict[str, Any]:
    """All data of the framework for the template, from its summary to its sources."""
    spine = framework.spine
    return {
        "summary": spine.framework.summary,
        "about": spine.framework.about,
        "foundations": [{"title": one.title, "text": one.text} for one in spine.foundations],
        "foundations_note": spine.foundations_note,
        "principles": [_principle(framework, one) for one in spine.principles],
        "principles_note": spine.principles_note,
        "options": [
            {"number": one.number, "title": one.title, "lay": one.lay, "legal": one.legal, "know": one.know, "cite": _cite(framework, one.cite)}
            for one in spine.options
        ],
        "options_lead": spine.options_lead,
        "options_note": spine.options_note,
        "law": by_subject(framework),
        "drivers": [{"title": one.title, "text": one.text, "look_for": one.look_for} for one in spine.drivers],
        "drivers_note": spine.drivers_note,
        "roles": [_role(role) for role in spine.roles],
        "standards": [_standard(framework, standard) for standard in framework.standards],
        "sources": [
            {"short": one.short, "title": one.title, "by": ", ".join(filter(None, (one.publisher, one.date))), "address": one.address}
            for one in framework.sources
        ],
    }


def _principle(framework: Framework, one: Principle) -> dict[str, Any]:
    return {"title": one.title, "plain": one.plain, "asks": one.asks, "strength": one.strength, "cite": _cite(framework, one.cite)}


def _cite(framework: Framework, citation: str) -> str:
    return _evidence(framework, (citation,) if citation else ())
