"""Subjects that the site does not cover, in the search index: each leads to someone who can help."""

from __future__ import annotations

from pathlib import Path

from helpers import build_site, read_search_index

WORDS = """\
not_covered:
  - {title: Bees, say: We do not cover bees. Ask the parish., contact: gate, asked_as: [bees]}
  - {title: Wasps, say: We do not cover wasps., asked_as: [wasps]}
"""


def test_a_subject_leads_to_its_contact_or_where_none_fits_to_all_of_them(small_situations: Path) -> None:
    (small_situations / "content/search.yaml").write_text(WORDS, "utf-8")
    _, shown = read_search_index(build_site(small_situations).__getitem__)
    assert {one["title"]: one["url"] for one in shown if one["title"] in {"Bees", "Wasps"}} == {"Bees": "/contacts/#gate", "Wasps": "/contacts/"}
