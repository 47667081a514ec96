"""The cells of a record's row (or rows) that are not simply a field of the record, for each kind of record. Each function is ``more`` of a table."""

from __future__ import annotations

from collections.abc import Iterable

from sds.exports.csv_tables.table import Row
from sds.model.duties import bearers, bears_on, duty_of
from sds.model.edition_names import edition_in_brief
from sds.model.framework import Action, Component, Framework, Standard, Unit
from sds.model.records import Alignment, Finding, Provision, Resource, Source


def of_standard(framework: Framework, standard: Standard) -> Iterable[Row]:  # noqa: ARG001
    """Former titles, each with its edition, and the address of the official page."""
    formerly = [f"{former.title} ({edition_in_brief(former.edition)})" for former in standard.entry.formerly]
    yield {"formerly": formerly, "official_page": standard.file.official and standard.file.official.page}


def of_component(framework: Framework, component: Component) -> Iterable[Row]:
    """The official number, and the edition that has it."""
    yield {"official_number": component.official, "official_edition": framework.spine.framework.edition if component.official else None}


def of_provision(framework: Framework, provision: Provision) -> Iterable[Row]:
    """The bodies with the duty or power, the version that was read, and the standards that the provision is about."""
    version = framework.record("versions", provision.version)
    titles = [body.title for body in bearers(framework, [provision])]
    standards = [one.id for one in framework.standards if bears_on(provision, one)]
    yield {"bearers": titles, "version_shows": version.shows, "version_read": version.read, "standards": standards}


def of_action(framework: Framework, action: Action) -> Iterable[Row]:
    """The names of the bodies with the duty that the statement rests on."""
    yield {"duty_of": [body.title for body in duty_of(framework, action)]}


def of_resource(framework: Framework, resource: Resource) -> Iterable[Row]:  # noqa: ARG001
    """When and how the address was checked."""
    checked = resource.checked
    yield {"checked": checked and checked.when, "checked_how": checked and checked.how}


def of_source(framework: Framework, source: Source) -> Iterable[Row]:
    """The number of findings from the source."""
    yield {"findings": sum(finding.source == source.id for finding in framework.findings)}


def of_finding(framework: Framework, finding: Finding) -> Iterable[Row]:  # noqa: ARG001
    """The other places that say the same."""
    yield {"also": [f"{also.source}, {also.place}" for also in finding.also]}


def of_alignment(framework: Framework, alignment: Alignment) -> Iterable[Row]:  # noqa: ARG001
    """The number of units."""
    yield {"units": len(alignment.units)}


def of_unit(framework: Framework, unit: Unit) -> Iterable[Row]:  # noqa: ARG001
    """A row for each standard that the unit matches; if there is none, one row without a standard."""
    for link in unit.standards or (None,):
        yield {"standard": link.id if link else None, "by": link.by if link else None, "why": link.why if link else None}
