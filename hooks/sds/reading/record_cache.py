"""Records on disk, by the hash of the file that each was read from: to check content after one file changed, only that file is validated."""

from __future__ import annotations

import pickle
from pathlib import Path

from sds.disk_cache import DiskCache
from sds.model.files import File
from sds.reading.expected import ExpectedFields
from sds.reading.record import ReadRecord, read_record
from sds.reading.yaml_text import Document

DAYS = 2


class RecordCache:
    """Records of files in which nothing is wrong. A file in which something is wrong is read each time.

    They are pickled, as validating them is what takes long. Like compiled Python, the folder is this machine's own: what stands in it is trusted.
    """

    def __init__(self, folder: Path, code: bytes) -> None:
        """Keeps records in ``folder``. A change in the ``code`` makes all anew."""
        self._disk = DiskCache(folder, ".pickle", DAYS, [code])

    def read(self, document: Document, file: File, expected: ExpectedFields) -> ReadRecord:
        """As :func:`sds.reading.record.read_record`."""
        inputs = (document.path, document.text, file.name, repr(expected.fields))
        if kept := self._disk.find(inputs):
            return ReadRecord(pickle.loads(kept))  # noqa: S301 (see above)
        read = read_record(document, file, expected)
        if read.record is not None and not (read.swallowed or read.refused):
            self._disk.keep(inputs, pickle.dumps(read.record, pickle.HIGHEST_PROTOCOL))
        return read

    def prune(self) -> None:
        """Deletes what nobody has asked for lately."""
        self._disk.prune()
