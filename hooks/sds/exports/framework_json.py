"""The framework -> ``/data/framework.json``: the same records as on the pages, in a stable order."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from sds.exports.csv_tables.said import NAMED_OTHERWISE
from sds.model.duties import bearers, duty_of
from sds.model.framework import Component, Framework, Standard, parts_of
from sds.model.kinds import KINDS
from sds.model.links import Links
from sds.model.records import ActionEntry, Area, AreaContact, Bearer, Contact, Provision, UnitEntry
from sds.model.references import named_singly, ref_of_field
from sds.model.urls import url_of
from sds.reading.locations import STANDARD, STANDARD_FILE


def framework_json(framework: Framework, links: Links, site_url: str) -> str:
    """The text of ``framework.json``: a list for each kind; each record with its path on the site, its whole address, and its links in both directions."""
    about, base = framework.spine.framework, site_url.rstrip("/")
    told = {
        name: value
        for name, value in (
            ("title", about.title),
            ("edition", about.edition),
            ("version", about.version),
            ("date", about.updated),
            ("status", about.status),
            ("official_address", about.official_address),
            ("licence", about.licence and about.licence.address),
        )
        if value
    }
    texts = [f'"framework": {_json(told)}']
    for kind, records in framework.listed():
        own = {id: _own_fields(framework, record) for id, record in records.items()}
        lists = _lists(links, kind, records, own, framework.spine.expected.fields.get(kind, ()))
        entries = (
            {**fields, "id": id, "url": url, "link": f"{base}{url}"} | {other: list(links.of(kind, id, other)) for other in lists} | _day(framework, kind, id)
            for id, fields in own.items()
            for url in (url_of(framework, kind, id),)
        )
        texts.append(f"{_json(kind)}: {_lines(entries)}")  # one kind after another: the records of all as dicts are several times as large
    return "{\n" + ",\n".join(texts) + "\n}\n"


def _day(framework: Framework, kind: str, id: str) -> dict[str, str]:
    """The field ``last_changed`` of a record: the day of its last change. No field if it has not changed since the list of changes began."""
    days = [day for name in (kind, STANDARD_FILE if kind == STANDARD else kind) if (day := framework.last_changed.get((name, id)))]
    return {"last_changed": max(days)} if days else {}


def _lines(records: Iterable[Any]) -> str:
    """A list of records as JSON with one record a line, so that a diff shows the changed records."""
    return "[\n" + ",\n".join(map(_json, records)) + "\n]"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lists(links: Links, kind: str, records: Mapping[str, Any], own: Mapping[str, Mapping[str, Any]], expected: Collection[str]) -> tuple[str, ...]:
    """The names of the lists of links that records of a kind have: the same for all of them, so that no program has to test whether a list exists.

    A list is left out if each record already names the only record in it in a required or ``expected`` field of its ``own`` fields.
    """
    linked = {id: links.get((kind, id), {}) for id in own}
    found = {other for lists in linked.values() for other in lists}
    models = {type(part) for record in records.values() for part in parts_of(record)}
    once = {named: field for model in models for named, field in named_singly(model).items() if field in expected or model.model_fields[field].is_required()}

    def named(other: str) -> bool:
        return other in once and all(lists.get(other) == (own[id].get(once[other]),) for id, lists in linked.items())

    return tuple(other for other in links.names if other in found and not named(other))


def _ways(contact: Contact | AreaContact) -> list[dict[str, Any]]:
    """The ways to reach a contact, without the values of numbers that must not be shown."""
    return [way.model_dump(mode="json", exclude=None if way.is_page or way.has_number else {"value"}) for way in contact.ways]


def _own_fields(framework: Framework, record: Any) -> dict[str, Any]:
    if isinstance(record, Standard):
        own = {**record.entry.model_dump(mode="json"), **record.file.model_dump(mode="json", exclude={"actions", "components"})}
    else:
        assert isinstance(record, BaseModel)
        own = record.model_dump(mode="json", exclude={"units"})
        if isinstance(record, Component) and record.official:
            official = framework.record("standards", record.standard).file.official
            # the number of a component depends on the edition, and the page is where to look it up
            told = {"number": record.official, "edition": framework.spine.framework.edition, "page": official and official.page}
            own["official"] = {name: value for name, value in told.items() if value is not None}
        if isinstance(record, Provision):
            version = framework.record("versions", record.version).model_dump(mode="json", exclude={"instrument"})
            own |= {"bearers": _bodies(bearers(framework, [record])), "version": version}
        if isinstance(record, Contact):
            own["ways"] = _ways(record)
        if isinstance(record, Area):
            own["contacts"] = [{**contact, "ways": _ways(one)} for contact, one in zip(own["contacts"], record.contacts, strict=True)]
        if isinstance(record, ActionEntry):
            own["duty_of"] = _bodies(duty_of(framework, record))
        if isinstance(record, UnitEntry):
            own["matches"] = own.pop("standards")  # the links with who made them and why; "standards" has only ids, as for every kind
    return {name: value for name, value in _flat(own) if value not in (None, "") and not (value == [] and _needs_absent(framework, record, name))}


def _needs_absent(framework: Framework, record: Any, name: str) -> bool:
    """Whether a field of ids, or of records inside this one, can only name kinds of which the framework has no record."""
    refs = (ref_of_field(field) for part in parts_of(record) if (field := type(part).model_fields.get(name)))
    kinds = {kind for ref in refs if ref for kind in ref.kinds} or {*NAMED_OTHERWISE.get(name, {name} & KINDS.keys())}
    return bool(kinds) and kinds <= framework.absent


def _flat(own: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The fields of a record, with the entries of ``facts`` (fields that only this framework has) in its place."""
    for name, value in own.items():
        yield from value.items() if name == "facts" else ((name, value),)


def _bodies(bodies: Iterable[Bearer]) -> list[dict[str, str]]:
    """Bodies with their ids and titles, as they have no list of their own in the file."""
    return [{"id": body.id, "title": body.title} for body in bodies]
