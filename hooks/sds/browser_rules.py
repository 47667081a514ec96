"""What a browser may do on a page: each page says so itself, and a host that can send headers says it too, and more.

Sources: https://www.w3.org/TR/CSP3/, https://w3c.github.io/trusted-types/dist/spec/, https://www.w3.org/TR/referrer-policy/.
"""

from __future__ import annotations

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",  # frames, plugins and whatever else browsers come to know
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",  # data: for the pictures inside a pack that is saved as one file
        "font-src 'self'",
        "media-src 'self'",  # a hand-written page may have a sound or a film of its own
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "require-trusted-types-for 'script'",  # no script may make markup or a script out of text, those named next apart
        "trusted-types pieces search worker",
    ]
)
"""As a page says it. ``pieces`` is in ``contacts/area.js``, ``search`` in ``search/reach.js``, ``worker`` in ``offline/register.js``."""
REFERRER_POLICY = "same-origin"
"""Another site is not told which page its visitor comes from."""
