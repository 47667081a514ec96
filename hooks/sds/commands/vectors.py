"""Writes content/word-vectors.txt: what the words of the content mean, by which the search puts its first answers in order.

Run it after many words were added, about once a year: a word that is not in the file changes nothing. It needs what requirements-vectors.lock names,
which no other command needs, and takes some minutes.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from sds.commands.arguments import parser
from sds.config.published import settings
from sds.config.read import read_config
from sds.model.links import links_of
from sds.pages import pages
from sds.paths import WORD_VECTORS
from sds.project import read_project
from sds.reading.word_vectors import written
from sds.search.documents import entries
from sds.search.entry import told_words
from sds.search.meaning import ways_of
from sds.search.tokens import Tokens

INSTALL = "What learns the meanings is not installed: .venv/bin/python -m pip install --require-hashes -r requirements-vectors.lock"


def main(arguments: Sequence[str], root: Path) -> int:
    """Returns 1 when the content cannot be read, or what is needed is not installed."""
    parser("vectors", __doc__).parse_args(arguments)
    try:
        from sds.search.word_meanings import word_meanings
    except ImportError:
        print(INSTALL, file=sys.stderr)
        return 1
    project = read_project(root, settings(read_config(root)[0]))
    if isinstance(project, list):
        print("Some of the content cannot be read: python3 run.py check lists what to fix.", file=sys.stderr)
        return 1
    framework = project.framework
    found = entries(framework, links_of(framework), pages(framework, project.loaded.where), project.by_hand)
    vectors = word_meanings((way for one in found for way in ways_of(one.searched)), Tokens(told_words(framework)))
    text = written(vectors)
    (root / WORD_VECTORS).write_text(text, "utf-8")
    print(f"{WORD_VECTORS} has {len(vectors):,} words, {len(text.encode()):,} bytes.")
    return 0
