"""The rows of what the framework is: its spine, and the standards with what belongs to each."""

from __future__ import annotations

from collections.abc import Callable

from sds.exports.csv_tables.rows import Rows, naming
from sds.model.citations import cited
from sds.model.framework import Framework, Standard
from sds.model.urls import url_of


def spine(framework: Framework) -> Rows:
    """What stands once: who, when, on what principles, in which ways, and with what change."""
    whole = framework.spine
    told = (
        *(("roles", role.id, "", role.title, role.summary) for role in whole.roles),
        *(("stages", stage.id, "", stage.title, stage.text) for stage in whole.stages),
        *(("principles", principle.id, "", principle.title, principle.plain) for principle in whole.principles),
        *(("options", option.id, option.number, option.title, option.lay) for option in whole.options),
        *(("drivers", driver.id, driver.number, driver.title, driver.text) for driver in whole.drivers),
    )
    return [
        {"kind": kind, "id": id, "number": number, "title": title, "text": text, "url": url_of(framework, kind, id)} for kind, id, number, title, text in told
    ]


def standards(framework: Framework) -> Rows:
    """A row for each standard, with its titles now and before."""
    return [
        {
            "id": standard.id,
            "number": standard.number,
            "title": standard.title,
            "short": standard.short,
            "group": standard.entry.group,
            "summary": standard.entry.summary,
            "formerly": [f"{former.title} ({former.edition})" for former in standard.entry.formerly],
            "also_called": standard.entry.also_called,
            "official_page": standard.file.official.page,
            "url": url_of(framework, "standards", standard.id),
        }
        for standard in framework.standards
    ]


def law(framework: Framework) -> Rows:
    """A row for each thing the law says about a standard, with the source and the section."""

    def told(standard: Standard) -> Rows:
        return [{"text": law.text, "cite": law.cite, "source_title": framework.record(*cited(law.cite)).title} for law in standard.file.law]

    return _listed(framework, "law", told)


def ask_for(framework: Framework) -> Rows:
    """A row for each thing a person can ask for under a standard."""
    return _listed(framework, "ask-for", lambda standard: [{"words": words} for words in standard.file.ask_for])


def _listed(framework: Framework, part: str, told: Callable[[Standard], Rows]) -> Rows:
    """A row for each thing ``told`` of a standard, with its standard, its position there, and the part of the page where it stands."""
    return [
        {
            "standard_number": standard.number,
            "standard": standard.id,
            "position": position,
            **fields,
            "url": f"{url_of(framework, 'standards', standard.id)}#{part}",
        }
        for standard in framework.standards
        for position, fields in enumerate(told(standard), start=1)
    ]


def components(framework: Framework) -> Rows:
    """A row for each core component, with its official number and edition, or what we wrote it from."""
    return [
        {
            "id": component.id,
            "standard": component.standard,
            "title": component.title,
            "text": component.text,
            "official_number": component.official,
            "official_edition": framework.spine.framework.edition if component.official else None,
            "ours": component.ours,
            "very_good": component.very_good,
            "weak": component.weak,
            "evidence": component.evidence,
            "url": url_of(framework, "components", component.id),
        }
        for component in framework.components
    ]


def actions(framework: Framework) -> Rows:
    """Every statement; one that is withdrawn says so, and why."""
    resources = naming(framework.resources, lambda resource: resource.actions)
    return [
        {
            "id": action.id,
            "standard_number": framework.record("standards", action.standard).number,
            "standard": action.standard,
            "standard_title": framework.record("standards", action.standard).title,
            "role": action.role,
            "role_title": framework.record("roles", action.role).title,
            "text": action.text,
            "asked_as": action.asked_as,
            "why": action.why,
            "basis": action.basis,
            "driver": action.driver,
            "stages": action.stages,
            "evidence": action.evidence,
            "resources": resources.get(action.id, []),
            "status": action.status,
            "reason": action.reason,
            "url": url_of(framework, "actions", action.id),
        }
        for action in framework.actions
    ]
