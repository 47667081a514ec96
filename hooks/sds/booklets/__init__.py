"""The framework -> booklets for print: tagged PDF (PDF/UA-1), typeset by Typst with the templates in ``overrides/booklets``.

There are booklets in easy read and in large print of each easy-read page and of all standards in short, and booklets with the full text of each
standard, of each role and of the whole framework. The same framework, pictures and settings give the same bytes.
"""

from sds.booklets.booklet import Booklet, BookletSettings, path_of
from sds.booklets.compiler import booklets

__all__ = ["Booklet", "BookletSettings", "booklets", "path_of"]
