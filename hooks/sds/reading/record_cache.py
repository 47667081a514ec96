"""A cache on disk of validated records, by the hash of their files, so that after one file has changed only that file is validated again."""

from __future__ import annotations

import pickle
from pathlib import Path

from sds.disk_cache import FEW_DAYS, DiskCache
from sds.model.files import File
from sds.reading.expected import ExpectedFields
from sds.reading.record import ReadRecord, read_record
from sds.reading.yaml_text import Document


class RecordCache:
    """Caches the records of files without problems. A file with a problem is validated each time.

    Records are pickled, so that they need not be validated again. Unpickling trusts the content of the folder, as Python trusts .pyc files: both are written
    on this machine only.
    """

    def __init__(self, folder: Path, code: bytes) -> None:
        """``code`` is the hash of the program: a change in it makes all entries out of date."""
        self._disk = DiskCache(folder, ".pickle", FEW_DAYS, [code])

    def read(self, document: Document, file: File, expected: ExpectedFields) -> ReadRecord:
        """The same as :func:`sds.reading.record.read_record`, from the cache if possible."""
        inputs = (document.path, document.text, file.name, repr(expected.fields))
        if kept := self._disk.find(inputs):
            return ReadRecord(pickle.loads(kept))  # noqa: S301 (see above)
        read = read_record(document, file, expected)
        if read.record is not None and not (read.swallowed or read.refused):
            self._disk.keep(inputs, pickle.dumps(read.record, pickle.HIGHEST_PROTOCOL))
        return read

    def prune(self) -> None:
        """Deletes entries that no run has asked for lately."""
        self._disk.prune()
