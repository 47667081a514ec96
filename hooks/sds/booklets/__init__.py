"""The framework -> printed booklets: tagged PDF (PDF/UA-1), set by Typst from the templates in ``overrides/booklets``.

Easy read and large print for each easy-read page, one of each for all the standards together, and the full text of each standard, of
each role and of the whole framework. The same framework, pictures and settings give the same bytes.
"""

from sds.booklets.booklet import Booklet, BookletSettings, path_of
from sds.booklets.compiler import booklets

__all__ = ["Booklet", "BookletSettings", "booklets", "path_of"]
