"""What a browser may do on a page, as policies. Each page has them in a ``meta`` element; a host that can send headers sends these and more.

Sources: https://www.w3.org/TR/CSP3/, https://w3c.github.io/trusted-types/dist/spec/, https://www.w3.org/TR/referrer-policy/.
"""

from __future__ import annotations

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",  # frames, plugins, and kinds of resource that browsers may add later
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",  # data: URLs hold the pictures of a pack that is saved as one file
        "font-src 'self'",
        "media-src 'self'",  # a hand-written page may have a sound or a film of its own
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "require-trusted-types-for 'script'",  # no script may turn text into markup or a script, except by the policies named next
        "trusted-types pieces search worker",
    ]
)
"""The Content-Security-Policy of every page. The Trusted Types policy ``pieces`` is created in ``contacts/area.js``, ``search`` in
``search/reach.js`` and ``worker`` in ``offline/register.js``, all under ``overrides/assets/js/``."""
REFERRER_POLICY = "same-origin"
"""The Referrer-Policy: another site does not learn which page its visitor comes from."""
