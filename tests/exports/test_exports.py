"""The data files have the same records as the pages, as plain text that a spreadsheet does not run as a formula."""

from __future__ import annotations

import csv
import io
import json
import re
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

from helpers import Element, build_site
from sds.exports.csv_tables.columns import GENERIC
from sds.exports.csv_tables.download import safe
from sds.model.framework import Framework

FORMULA = frozenset("=+-@\t\r")
COLUMNS = "columns.csv"
MARKUP = re.compile(r"</?[a-zA-Z!][^>]*>|&(?:amp|lt|gt|quot|#\d+);|\[[^\]]+\]\([^)]+\)|\*\*|^#+ |`|\{%|\{\{")


@pytest.fixture(scope="module")
def data(built: Path) -> dict[str, Any]:
    """The content of ``/data/framework.json``."""
    loaded: dict[str, Any] = json.loads((built / "data/framework.json").read_text("utf-8"))
    return loaded


def test_the_data_file_names_the_framework_its_edition_version_and_date(data: dict[str, Any], framework: Framework) -> None:
    about = framework.spine.framework
    assert {key: data["framework"][key] for key in ("title", "edition", "version", "date")} == {
        "title": about.title,
        "edition": about.edition,
        "version": about.version,
        "date": about.updated,
    }


def test_the_data_file_has_one_list_for_each_kind_with_every_record_in_order(data: dict[str, Any], framework: Framework) -> None:
    wanted = {
        "standards": [one.id for one in framework.standards],
        "components": [one.id for standard in framework.standards for one in standard.file.components],
        "actions": [one.id for standard in framework.standards for actions in standard.file.actions.values() for one in actions],
        "ask_for": [line.id for standard in framework.standards for line in standard.file.ask_for],
        "provisions": [one.id for one in framework.law.provisions],
        "situations": [one.id for one in framework.situations],
        "contacts": [one.id for one in framework.contacts.contacts],
        "purposes": [one.id for one in framework.contacts.purposes],
        "areas": [one.id for one in framework.contacts.areas],
        "complaints_route": [one.id for one in framework.contacts.complaints_route],
        "situation_groups": [one.id for one in framework.spine.situation_groups],
        "decisions": [one.id for one in framework.spine.decisions],
        "templates": [one.id for one in framework.templates],
        "roles": [one.id for one in framework.spine.roles],
        "principles": [one.id for one in framework.spine.principles],
        "options": [one.id for one in framework.spine.options],
        "drivers": [one.id for one in framework.spine.drivers],
        "stages": [one.id for one in framework.spine.stages],
        "sources": [one.id for one in framework.sources],
        "findings": [one.id for one in framework.findings],
        "resources": [one.id for one in framework.resources],
        "alignments": [one.id for one in framework.alignments],
        "units": [unit.id for one in framework.alignments for unit in one.units],
        "terms": [one.id for one in framework.terms],
        "easy_read": [f"{one.kind}/{one.id}" for one in framework.easy_read],
        "editions": [one.id for one in framework.spine.editions],
        "bases": [one.id for one in framework.spine.bases],
        "foundations": [one.id for one in framework.spine.foundations],
        "groups": [one.id for one in framework.spine.groups],
    }
    assert set(data) == {"framework", "component_moves", *wanted}
    for kind, ids in wanted.items():
        assert [record["id"] for record in data[kind]] == ids, kind


def test_every_record_has_an_id_and_an_address(data: dict[str, Any]) -> None:
    for kind in set(data) - {"framework"}:
        for record in data[kind]:
            assert record["id"], kind
            assert re.fullmatch(r"/([a-z-]+/){1,2}([A-Za-z0-9-]+/)?(#\S+)?", record["url"]), record["url"]


def test_every_record_of_a_kind_has_the_same_lists_even_when_they_are_empty(data: dict[str, Any]) -> None:
    for kind in set(data) - {"framework"}:
        lists = [{name for name, value in record.items() if name in data and isinstance(value, list)} for record in data[kind]]
        assert all(one == lists[0] for one in lists), kind
    assert all("resources" in action for action in data["actions"])
    assert any(action["resources"] == [] for action in data["actions"])


def test_what_became_of_a_component_is_in_the_data_as_in_the_yaml(data: dict[str, Any], framework: Framework) -> None:
    moves = [move.model_dump(mode="json", exclude_none=True) for move in framework.spine.component_moves]
    assert [{key: value for key, value in record.items() if key not in {"id", "url", "link"}} for record in data["component_moves"]] == moves
    assert len({record["id"] for record in data["component_moves"]}) == len(moves)


def test_a_component_is_official_with_number_edition_and_page_or_ours(data: dict[str, Any], framework: Framework) -> None:
    for record in data["components"]:
        assert ("official" in record) != ("ours" in record), record["id"]
        if "official" in record:
            assert set(record["official"]) == {"number", "edition", "page"}, record["id"]
            assert record["official"]["edition"] == framework.spine.framework.edition
            assert record["official"]["page"] == framework.record("standards", record["standard"]).file.official.page


def test_an_action_in_the_data_has_the_fields_of_its_yaml(data: dict[str, Any], framework: Framework) -> None:
    given = {record["id"]: record for record in data["actions"]}
    for standard in framework.standards:
        for role, actions in standard.file.actions.items():
            for action in actions:
                record = given[action.id]
                wanted = {"standard": standard.id, "role": role, **action.model_dump(mode="json", exclude_none=True)}
                in_order_of_files = {"stages", "provisions"}
                assert {key: record[key] for key in set(wanted) - in_order_of_files} == {key: wanted[key] for key in set(wanted) - in_order_of_files}
                for key in in_order_of_files:
                    assert sorted(record[key]) == sorted(getattr(action, key)), (action.id, key)


def table(text: str) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


@pytest.fixture(scope="module")
def tables(built: Path) -> dict[str, list[dict[str, str]]]:
    """The rows of every CSV file on the site, by file name."""
    return {path.name: table(path.read_bytes().decode("utf-8")) for path in sorted((built / "data").glob("*.csv"))}


def test_the_table_of_actions_has_a_row_for_each_in_order(tables: dict[str, list[dict[str, str]]], framework: Framework) -> None:
    assert [row["id"] for row in tables["actions.csv"]] == [action.id for action in framework.actions]


def test_every_row_has_as_many_cells_as_the_head(tables: dict[str, list[dict[str, str]]]) -> None:
    assert [(name, row) for name, rows in tables.items() for row in rows if None in row or None in row.values()] == []


def test_a_table_opens_as_utf_8_in_a_spreadsheet(built: Path) -> None:
    assert (built / "data/actions.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_row_says_what_the_page_of_its_action_says(tables: dict[str, list[dict[str, str]]], pages: dict[str, Element], framework: Framework) -> None:
    brief = [f" ({term.in_brief})" for term in framework.records("terms").values() if term.in_brief]  # on a page, this follows the legal term
    for row in tables["actions.csv"]:
        page = pages[row["url"]]
        assert page.one("h1").text == row["text"]
        shown = page.one("main").text
        for meaning in brief:
            shown = shown.replace(meaning, "")
        assert row["why"] in shown
        assert row["role_title"] in page.one("main").text


Tables = dict[str, list[dict[str, str]]]


def test_every_record_and_row_has_its_whole_address_too(data: dict[str, Any], tables: Tables, pages: dict[str, Element]) -> None:
    base = pages["/"].one("link", rel="canonical").attrs["href"].rstrip("/")
    told = [record for kind in set(data) - {"framework"} for record in data[kind]]
    told += [row for name, rows in tables.items() if name != COLUMNS for row in rows]
    assert [one for one in told if one["link"] != base + one["url"]] == []


def test_every_column_of_every_table_is_described_in_words_of_its_own(tables: Tables) -> None:
    described = [(row["file"], row["column"]) for row in tables[COLUMNS]]
    assert sorted(described) == sorted((name, column) for name, rows in tables.items() if name != COLUMNS for column in rows[0])
    assert [row for row in tables[COLUMNS] if len(row["about"].split()) < 2 or row["about"] in GENERIC] == []


def test_a_column_says_what_its_cells_hold(tables: Tables) -> None:
    forms = {(row["file"], row["column"]): row["form"] for row in tables[COLUMNS]}
    assert {forms["actions.csv", name] for name in ("stages", "evidence")} == {"list"}
    assert (forms["actions.csv", "standard_number"], forms["resources.csv", "easy_read"], forms["actions.csv", "text"]) == ("number", "yes or no", "text")
    for (file, column), form in forms.items():
        if form == "number":
            assert all(row[column].isdecimal() or not row[column] for row in tables[file]), (file, column)


def test_a_column_of_ids_names_the_file_in_which_they_are_found(tables: Tables) -> None:
    known = {id for rows in tables.values() for row in rows for name, id in row.items() if name in {"id", "page"}}
    for row in tables[COLUMNS]:
        # the column ``contacts`` may also name a purpose
        if (found := re.search(r"see (\w+\.csv)", row["about"])) and row["form"] != "number" and row["column"] != "contacts":
            assert found[1] in tables, row
            cells = {id for one in tables[row["file"]] for id in one[row["column"]].split("; ") if id}
            assert {id for id in cells if id not in known and ", " not in id} == set(), row


def test_the_page_of_columns_says_the_same(tables: Tables, pages: dict[str, Element]) -> None:
    page = pages["/data/columns/"]
    told = [(line.one("dt").text, line.one("dd").text) for line in page.one("main").all("div") if line.parent and line.parent.tag == "dl"]
    assert told == [(row["column"], f"{row['about']} {row['form'].capitalize()}.") for row in tables[COLUMNS]]


@pytest.mark.parametrize("kind", ["standards", "components", "actions", "situations", "templates", "resources", "sources", "findings", "alignments", "terms"])
def test_the_table_of_a_kind_has_a_row_for_each_record_in_order(tables: Tables, data: dict[str, Any], kind: str) -> None:
    assert [(row["id"], row["url"]) for row in tables[f"{kind}.csv"]] == [(record["id"], record["url"]) for record in data[kind]]


def test_every_list_of_the_data_file_that_has_pages_is_in_some_table(tables: Tables, data: dict[str, Any]) -> None:
    told = {row.get("url") for rows in tables.values() for row in rows}
    assert [record["url"] for kind in set(data) - {"framework"} for record in data[kind] if "#" not in record["url"] and record["url"] not in told] == []


def test_the_spine_is_a_table_of_its_own(tables: Tables, framework: Framework) -> None:
    spine = framework.spine
    kinds: dict[str, Any] = {"roles": spine.roles, "stages": spine.stages, "principles": spine.principles, "options": spine.options, "drivers": spine.drivers}
    rows = tables["spine.csv"]
    assert [(row["kind"], row["id"], row["title"]) for row in rows] == [(kind, one.id, one.title) for kind, records in kinds.items() for one in records]
    assert all(row["text"] for row in rows)
    assert [row["number"] for row in rows if row["kind"] == "options"] == [str(option.number) for option in spine.options]


def test_the_law_is_a_table_of_rules_and_what_to_ask_for_one_by_standard(tables: Tables, pages: dict[str, Element], framework: Framework) -> None:
    assert [(row["id"], row["instrument"], row["section"], row["text"]) for row in tables["law.csv"]] == [
        (one.id, one.instrument, one.section, one.text) for one in framework.provisions
    ]
    versions = {version.id: version for version in framework.law.versions}
    names = {bearer.id: bearer.title for bearer in framework.law.bearers}
    for row, rule in zip(tables["law.csv"], framework.provisions, strict=True):
        assert (row["version_shows"], row["version_read"]) == (versions[rule.version].shows, versions[rule.version].read), rule.id
        assert row["bearers"] == "; ".join(names[id] for id in rule.bearers), rule.id
    assert [(row["standard"], row["words"], row["right"]) for row in tables["ask_for.csv"]] == [
        (standard.id, line.words, line.right or "") for standard in framework.standards for line in standard.file.ask_for
    ]
    for row in (*tables["law.csv"], *tables["ask_for.csv"]):
        url, _, anchor = row["url"].partition("#")
        assert url in pages, row["url"]
        assert not anchor or pages[url].id(anchor) is not None, row["url"]


def test_a_unit_of_another_framework_has_a_row_for_each_standard_with_the_frameworks_name(tables: Tables, framework: Framework) -> None:
    rows = tables["units.csv"]
    wanted = [(unit.id, link.id if link else "") for unit in framework.units for link in unit.standards or (None,)]
    titles = {alignment.id: alignment.title for alignment in framework.alignments}
    assert [(row["id"], row["standard"]) for row in rows] == wanted
    assert all(row["alignment_title"] == titles[row["alignment"]] for row in rows)
    assert [int(row["units"]) for row in tables["alignments.csv"]] == [len(alignment.units) for alignment in framework.alignments]


def test_a_finding_in_its_table_names_its_other_places_and_what_cites_it(tables: Tables, data: dict[str, Any]) -> None:
    for row, record in zip(tables["findings.csv"], data["findings"], strict=True):
        assert row["also"] == "; ".join(f"{also['source']}, {also['place']}" for also in record["also"])
        assert (row["actions"], row["components"]) == ("; ".join(record["actions"]), "; ".join(record["components"])), row["id"]


def test_a_resource_in_its_table_says_how_it_was_checked_and_what_to_note(tables: Tables, framework: Framework) -> None:
    rows = [(row["checked"], row["checked_how"], row["note"], row["easy_read"]) for row in tables["resources.csv"]]
    assert rows == [
        (one.checked.when if one.checked else "", one.checked.how if one.checked else "", one.note or "", "yes" if one.easy_read else "no")
        for one in framework.resources
    ]


def test_a_standard_in_its_table_says_what_it_was_called_and_in_which_edition(tables: Tables, framework: Framework) -> None:
    for row, standard in zip(tables["standards.csv"], framework.standards, strict=True):
        assert row["formerly"] == "; ".join(f"{former.title} ({former.edition})" for former in standard.entry.formerly)
    assert any(row["formerly"] for row in tables["standards.csv"])


def test_the_table_of_easy_read_has_the_pictures_and_words_of_each_page_in_order(tables: Tables, framework: Framework) -> None:
    for page in framework.easy_read:
        rows = [row for row in tables["easy_read.csv"] if row["page"] == f"{page.kind}/{page.id}"]
        first = 1 if page.lines else len(page.blocks)  # what a reader can do and ask for follows the block that introduces the page
        below, above = page.blocks[first:], page.blocks[:first]
        pictures = [*(block.picture for block in above), *(line.picture for line in page.lines), *(block.picture for block in below)]
        pictures += [question.picture for question in page.questions]
        assert [row["position"] for row in rows] == [str(number) for number in range(1, len(pictures) + 1)]
        assert [row["picture"] for row in rows] == pictures
        words = [" ".join(block.words).replace("**", "") for block in page.blocks] + [question.text.replace("**", "") for question in page.questions]
        assert [row["words"] for row in rows if not row["action"]] == words
        assert [row["action"] for row in rows if row["action"]] == [line.action for line in page.lines]


def test_the_table_of_contacts_has_a_row_for_each_way_and_no_number_that_no_page_may_show(tables: Tables, framework: Framework) -> None:
    ways = [way for one in framework.contacts.contacts for way in one.ways]
    ways += [way for area in framework.contacts.areas for one in area.contacts for way in one.ways]
    rows = tables["contacts.csv"]
    assert [(row["kind"], row["seen_address"], row["seen_read"]) for row in rows] == [(way.kind, way.seen.address, way.seen.read) for way in ways]
    assert all(page in row["seen_agrees"] for row, way in zip(rows, ways, strict=True) for page in way.seen.agrees)
    shown = [way.value if way.kind in {"page", "form"} or way.show == "number" else "" for way in ways]
    assert [row["value"].removeprefix("'") for row in rows] == shown


def test_each_yaml_file_has_a_schema(built: Path, root: Path) -> None:
    files = [str(path.relative_to(root)) for path in (root / "content").rglob("*.yaml")]
    described = [json.loads(path.read_text("utf-8"))["title"] for path in (built / "data").glob("*.schema.json")]
    assert "standards.yaml" in described
    assert [file for file in files if not any(fnmatch(file, pattern) for pattern in described)] == []


def test_no_cell_holds_markup(tables: dict[str, list[dict[str, str]]]) -> None:
    assert [(file, row, name) for file, rows in tables.items() for row in rows for name, cell in row.items() if MARKUP.search(cell)] == []


def test_no_cell_starts_a_formula(tables: dict[str, list[dict[str, str]]]) -> None:
    assert [(file, row, name) for file, rows in tables.items() for row in rows for name, cell in row.items() if cell[:1] in FORMULA] == []


@pytest.mark.parametrize("start", ["+44 is asked", "-1 is asked"])
def test_a_cell_that_would_start_a_formula_is_made_harmless(small: Path, start: str) -> None:
    file = small / "content/standards/water.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("why: The by-law gives each ten beds a tap.", f'why: "{start} for."'), "utf-8")
    row = next(row for row in table(build_site(small)["data/actions.csv"]) if row["id"] == "water-g1")
    assert row["why"] == f"'{start} for."
    assert [safe(one) for one in ("@home", "=1+1")] == ["'@home", "'=1+1"], "which the checker would not let through"


def test_the_files_of_another_framework_are_that_frameworks(small: Path) -> None:
    data = json.loads(build_site(small)["data/framework.json"])
    assert data["framework"]["version"] == "1.10"
    assert [record["id"] for record in data["roles"]] == ["growers", "wardens"]
    assert data["components"][0]["official"] == {
        "number": "1.10",
        "edition": data["framework"]["edition"],
        "page": "https://gardens.example/charter/water",
    }


def test_a_withdrawn_statement_stays_in_the_files_and_says_so(small: Path) -> None:
    files = build_site(small)
    data = {record["id"]: record for record in json.loads(files["data/framework.json"])["actions"]}
    rows = {row["id"]: row for row in table(files["data/actions.csv"])}
    assert (data["paths-w2"]["status"], data["paths-w2"]["reason"]) == ("withdrawn", "The path is now covered.")
    assert (rows["paths-w2"]["status"], rows["paths-w1"]["status"]) == ("withdrawn", "current")
    assert (rows["paths-w2"]["reason"], rows["paths-w1"]["reason"]) == ("The path is now covered.", "")


def test_a_number_that_no_page_may_show_is_in_no_file(small_situations: Path) -> None:
    file = small_situations / "content/contacts.yaml"
    shown, hidden = '"0300 555 0101"', '"0300 555 0202"'
    before, found, after = file.read_text("utf-8").partition(hidden)
    assert found
    file.write_text(before + found + after.replace("show: number", "show: page", 1), "utf-8")
    files = build_site(small_situations)
    assert [path for path, text in files.items() if hidden.strip('"') in text] == []
    assert {"data/framework.json", "data/contacts.csv"} <= {path for path, text in files.items() if shown.strip('"') in text}
