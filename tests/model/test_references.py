"""Which field refers to which kind of record is declared once, on the field: tests what is derived from that declaration, and from the declaration of a new
kind."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers import assert_may_build, edit, with_own_program
from sds.checks.families import EASY_READ, RULES
from sds.model.field_types import Id
from sds.model.files import FILES
from sds.model.framework import Framework
from sds.model.kinds import KINDS
from sds.model.references import Reference, references
from sds.model.urls import url_of

BUILT = """
import json, sys
from pathlib import Path
from helpers import SETTINGS
from sds.build import Site, build
site = build(Path.cwd(), SETTINGS)
texts = {} if not isinstance(site, Site) else {path: site.files[path] for path in site.files if path.startswith("data/")}
print(json.dumps({path: text for path, text in texts.items() if isinstance(text, str)} if isinstance(site, Site) else list(map(str, site))))
"""


def built(project: Path) -> Any:
    """The data files of a project with its own copy of the program, by path, or the build's errors."""
    assert_may_build()
    path = os.pathsep.join([str(project / "hooks"), str(Path(__file__).parent.parent)])
    done = subprocess.run([sys.executable, "-c", BUILT], cwd=project, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.fixture
def own(small: Path) -> Path:
    """The small framework with a copy of the program that tests may change."""
    return with_own_program(small)


def lists(files: dict[str, str], kind: str, field: str) -> dict[str, Any]:
    """The value of one field for each record of a kind in ``framework.json``, by id."""
    return {record["id"]: record.get(field) for record in json.loads(files["data/framework.json"])[kind]}


@pytest.mark.builds
def test_a_new_field_that_names_a_record_is_one_line(own: Path) -> None:
    edit(own, "hooks/sds/model/records/resources.py", "    note: Sentences", '    driver: Annotated[Id, Ref("drivers")] | None = None\n    note: Sentences')
    edit(own, "content/resources.yaml", "    actions: [water-g1]\n", "    actions: [water-g1]\n    driver: compost\n")
    files = built(own)
    assert lists(files, "drivers", "resources") == {"compost": ["tap-map"]}
    assert lists(files, "resources", "driver") == {"tap-map": "compost"}
    assert [row["driver"] for row in csv.DictReader(files["data/resources.csv"].splitlines())] == ["compost"]
    field = json.loads(files["data/resources.schema.json"])["$defs"]["Resource"]["properties"]["driver"]
    assert field == {"description": "The id of a driver, from standards.yaml.", "x-kinds": ["drivers"], "enum": ["compost"]}
    edit(own, "content/resources.yaml", "    driver: compost\n", "    driver: compst\n")
    assert built(own) == ['content/resources.yaml:20: "compst" is not the id of a driver. Did you mean "compost"?']


@pytest.mark.builds
def test_a_new_kind_is_a_record_a_file_and_a_line_in_each_list(own: Path) -> None:
    model = own / "hooks/sds/model"
    (model / "records/sheds.py").write_text(
        "from sds.model.field_types import Id, Words\n"
        "from sds.model.records.base import Record, Some\n"
        "from sds.model.records.refs import StandardRef\n"
        "class Shed(Record):\n    id: Id\n    title: Words\n    standards: Some[StandardRef]\n"
        "class ShedsFile(Record):\n    sheds: Some[Shed]\n",
        "utf-8",
    )
    edit(own, "hooks/sds/model/files.py", "FILES = (\n", 'FILES = (\n    File(name="sheds", path=SHEDS, model=ShedsFile, only_with=SHEDS),\n')
    edit(own, "hooks/sds/model/files.py", "from sds.paths", 'from sds.model.records.sheds import ShedsFile\nSHEDS = "content/sheds.yaml"\nfrom sds.paths')
    edit(own, "hooks/sds/model/kinds.py", "    for kind in (\n", '    for kind in (\n        Kind(name="sheds", one="shed", model=Shed, url="/sheds/{id}/"),\n')
    edit(own, "hooks/sds/model/kinds.py", "from sds.problem", "from sds.model.records.sheds import Shed\nfrom sds.problem")
    edit(own, "hooks/sds/model/records/resources.py", "    note: Sentences", '    shed: Annotated[Id, Ref("sheds")] | None = None\n    note: Sentences')
    edit(own, "content/resources.yaml", "    actions: [water-g1]\n", "    actions: [water-g1]\n    shed: tools\n")
    sheds = own / "content/sheds.yaml"
    sheds.write_text("sheds:\n  - {id: tools, title: The tool shed, standards: [water]}\n  - {id: pots, title: The pot shed, standards: []}\n", "utf-8")
    files = built(own)
    assert lists(files, "sheds", "url") == {"tools": "/sheds/tools/", "pots": "/sheds/pots/"}
    assert lists(files, "sheds", "standards") == {"tools": ["water"], "pots": []}
    assert lists(files, "sheds", "resources") == {"tools": ["tap-map"], "pots": []}
    assert lists(files, "standards", "sheds") == {"water": ["tools"], "paths": []}
    assert json.loads(files["data/sheds.schema.json"])["title"] == "content/sheds.yaml"
    edit(own, "content/sheds.yaml", "standards: [water]", "standards: [watr]")
    edit(own, "content/sheds.yaml", "id: pots", "id: tools")
    edit(own, "content/resources.yaml", "    shed: tools\n", "    shed: tool\n")
    assert built(own) == [
        'content/resources.yaml:20: "tool" is not the id of a shed. Did you mean "tools"?',
        'content/sheds.yaml:2: "watr" is not the id of a standard. Did you mean "water"?',
        'content/sheds.yaml:3: The id "tools" is already used, in content/sheds.yaml, line 2. '
        "Give this record an id of its own. Write id: new to be told which is free.",
    ]
    sheds.unlink()
    edit(own, "content/resources.yaml", "    shed: tool\n", "")
    files = built(own)
    assert json.loads(files["data/framework.json"])["sheds"] == []


@pytest.mark.builds
def test_a_kind_may_be_a_file_for_each_of_its_records(own: Path) -> None:
    model, folder = own / "hooks/sds/model", own / "content/sheds"
    lines = "from sds.model.field_types import Id, Words\nfrom sds.model.records.base import Record\nclass Shed(Record):\n    id: Id\n    title: Words\n"
    (model / "records/sheds.py").write_text(lines, "utf-8")
    for file in ("files.py", "kinds.py"):
        edit(own, f"hooks/sds/model/{file}", "from sds.model.records.base", "from sds.model.records.sheds import Shed\nfrom sds.model.records.base")
    edit(own, "hooks/sds/model/files.py", "FILES = (\n", 'FILES = (\n    File(name="shed", path="content/sheds/*.yaml", model=Shed),\n')
    edit(own, "hooks/sds/model/kinds.py", "    for kind in (\n", '    for kind in (\n        Kind(name="sheds", one="shed", model=Shed, url="/sheds/{id}/"),\n')
    folder.mkdir()
    for id in ("pots", "tools"):
        (folder / f"{id}.yaml").write_text(f"id: {id}\ntitle: A shed for {id}\n", "utf-8")
    assert lists(built(own), "sheds", "url") == {"pots": "/sheds/pots/", "tools": "/sheds/tools/"}
    edit(own, "content/sheds/pots.yaml", "id: pots", "id: pans")
    assert built(own) == ['content/sheds/pots.yaml:1: The id "pans" is not the name of this file. Write id: pots']


def every(framework: Framework) -> Iterator[Reference]:
    for file in framework.files.values():
        yield from references(file)


def test_what_a_field_names_is_a_kind_that_there_is_and_a_rule_that_tells_of_it_is_one_too(framework: Framework) -> None:
    rules = {rule.id for rule in RULES} | {rule.id for rule in EASY_READ}
    found = [*every(framework)]
    assert {kind for one in found for kind in one.ref.kinds} <= set(KINDS)
    assert {one.ref.reported_by for one in found} - {""} <= rules
    assert len(found) > 5000


def test_every_kind_stands_in_a_file_and_each_of_its_records_has_an_address_of_its_own_form(framework: Framework) -> None:
    for name, records in framework.listed():
        assert KINDS[name].file in FILES
        for id in records:
            url = url_of(framework, name, id)
            assert url.startswith("/")
            assert url.endswith("/") == KINDS[name].own_page


def test_a_value_that_is_an_id_of_another_record_is_marked_so() -> None:
    """Every field with the format of an id must name a kind, unless it is the record's own id, an icon or the like. Otherwise links and checks
    would ignore it."""
    unmarked = set()
    for kind in KINDS.values():
        for name, field in kind.model.model_fields.items():
            notes = [*field.metadata, *(note for inner in getattr(field.annotation, "__args__", ()) for note in getattr(inner, "__metadata__", ()))]
            if Id.__metadata__[0] in notes and not any(type(note).__name__ == "Ref" for note in notes):  # type: ignore[attr-defined]
                unmarked.add((kind.name, name))
    assert {one for one in unmarked if one[1] != "id"} == {("roles", "icon")}
