"""``content/word-vectors.txt``: what words mean, as far as a search needs it. A program writes it."""

from __future__ import annotations

from collections.abc import Mapping

from sds.model.records.base import Record


class WordVectors(Record):
    """The whole of ``content/word-vectors.txt``: for each stem a sign for each of its numbers, as ``sds.search.meaning`` reads them."""

    vectors: Mapping[str, str]
