"""The content security policy: what a browser may load and run on a page, so that a slip of ours can do no harm."""

from __future__ import annotations

from collections.abc import Mapping

SILENCE = "connect-src 'none'"
"""What a page that people type into adds to its policy at the first touch of a field; see `tools/silence.js`."""

_DIRECTIVES: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    # No text becomes markup or code; only the address of a script may be set, and trusted.js refuses those of others.
    # The second name lets tools/word.js read the XML of a Word document, which is never part of a page.
    "require-trusted-types-for": "'script'",
    "trusted-types": "policywright policywright-word",
}


def content_policy() -> str:
    """Return the policy of every page, as it stands in a meta element."""
    return _text(_DIRECTIVES)


def served_content_policy() -> str:
    """Return the policy of every file of the site, as a server may send it; only there can framing be forbidden.

    Browsers show a PDF as an object within a page of their own; our pages forbid objects by the policy that they bear.
    """
    return _text({**_DIRECTIVES, "object-src": "'self'", "frame-ancestors": "'none'"})


def _text(directives: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in directives.items())
