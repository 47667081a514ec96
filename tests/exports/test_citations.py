"""Citations for reference managers: of each statement, finding and of the data, complete and escaped, with no date except that of the content."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers import build_site
from sds.exports.citation import Cited
from sds.model.duties import ground
from sds.model.framework import Framework

ENTRY = re.compile(r"@misc\{(?P<key>[^,\s]+),\n(?P<fields>(?:  \w+ = .*,\n)+)\}\n")


def bibtex(text: str) -> list[dict[str, str]]:
    """The entries of a BibTeX file. Fails if braces are not balanced."""
    found = []
    for entry in ENTRY.finditer(text):
        fields = dict(line.strip().rstrip(",").split(" = ", 1) for line in entry["fields"].splitlines())
        for field in fields.values():  # BibTeX counts braces even after a backslash
            assert field.count("{") == field.count("}")
        found.append({"key": entry["key"], **fields})
    assert len(found) == len(re.findall(r"^@misc", text, re.MULTILINE))
    return found


def ris(text: str) -> list[dict[str, str]]:
    """The entries of a RIS file. Fails on a line that is not "two letters, two spaces, hyphen, space" with the line end that RIS asks for."""
    found, now = [], dict[str, str]()
    for line in text.split("\r\n"):
        if not line:
            continue
        assert re.match(r"[A-Z][A-Z0-9]  - ", line), line
        tag, _, value = line.partition("  - ")
        if tag == "ER":
            found.append(now)
            now = {}
        else:
            now[tag] = value
    assert now == {}
    return found


def test_a_statement_is_cited_with_its_words_its_version_and_its_address(small: Path) -> None:
    files = build_site(small)
    (entry,), (record,) = bibtex(files["actions/water-g1/cite.bib"]), ris(files["actions/water-g1/cite.ris"])
    assert entry["title"] == "{{Ask the warden for a tap near your bed before the summer starts.}}"
    assert (entry["year"], entry["month"], entry["version"]) == ("{2021}", "apr", "{1.10}")
    assert entry["url"] == "{https://here.example/actions/water-g1/}"
    assert (record["TY"], record["DA"], record["UR"]) == ("ELEC", "2021/04/02", "https://here.example/actions/water-g1/")
    assert record["TI"] == "Ask the warden for a tap near your bed before the summer starts."
    assert "Statement water-g1. Standard 1" in record["N1"]


def test_a_finding_is_cited_with_the_document_that_says_it(small: Path) -> None:
    files = build_site(small)
    path = next(path for path in files if re.fullmatch(r"sources/[^/]+/E\d\d-\d\d\.ris", path))
    (record,) = ris(files[path])
    assert "in the words of this site" in record["N1"]
    assert "What it is about: " in record["N1"]
    assert record["UR"].endswith(f"#{Path(path).stem}")
    whole = ris(files[f"{Path(path).parent.as_posix()}/findings.ris"])
    assert record in whole
    assert len(whole) == len([one for one in files if re.fullmatch(rf"{Path(path).parent.as_posix()}/E\d\d-\d\d\.ris", one)])
    assert len(bibtex(files[f"{Path(path).parent.as_posix()}/findings.bib"])) == len(whole)


@pytest.mark.parametrize("words", ["50% & more_than {half} #1 costs $5 ~ ^ \\end{document", "a\r\nTY  - DATA\r\nER  - ", "@misc{x,\n}"])
def test_no_words_break_out_of_a_citation(words: str) -> None:
    cited = Cited(form="page", id="a1", title=words, site=words, version=words, day="2021-04-02", note=words, address="https://here.example/#a1")
    (entry,) = bibtex(cited.bibtex())
    inside = re.sub(r"\\(?:textbackslash|textasciitilde|textasciicircum|textbraceleft|textbraceright)\{\}|\\[&%$#_]", "", entry["title"][2:-2])
    assert not re.search(r"[\\{}~^&%$#_]", inside)
    (record,) = ris(cited.ris())
    assert record["TI"] == " ".join(words.split())
    assert record["TY"] == "ELEC"


def test_a_citation_says_the_same_of_a_statement_as_its_page(built: Path, framework: Framework) -> None:
    for action in framework.actions:
        note = ris((built / f"actions/{action.id}/cite.ris").read_bytes().decode())[0]["N1"]
        standard = framework.record("standards", action.standard)
        rests_on = ground(framework, action, action.role)
        if rests_on:
            assert f"Based on: {rests_on[0].lower()}{rests_on[1:]}." in note, action.id
        assert ("title not confirmed" in note) == bool(standard.entry.title_note), action.id
        assert (action.our_suggestion or "").rstrip(".") in note, action.id


def test_each_statement_and_finding_of_the_real_site_has_its_citations(built: Path) -> None:
    keys = [entry["key"] for path in sorted(built.glob("actions/*/cite.bib")) for entry in bibtex(path.read_text("utf-8"))]
    found = [entry["key"] for path in sorted(built.glob("sources/*/findings.bib")) for entry in bibtex(path.read_text("utf-8"))]
    assert len(keys) == len(list(built.glob("actions/*/index.html")))
    assert len(set(keys)) == len(keys)
    assert len(found) == len(set(found)) > 100
    for path in (*built.glob("actions/*/cite.ris"), *built.glob("sources/*/*.ris"), built / "data/cite.ris"):
        assert ris(path.read_bytes().decode())
