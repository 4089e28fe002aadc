"""Where the rules about security are written."""

from motcua.evaluation.values.facts import Source

_ASVS = "https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en"


def asvs(number: str) -> Source:
    """Name a requirement of OWASP ASVS 5.0.0."""
    return Source(f"OWASP ASVS 5.0.0, {number}", _ASVS)


def rfc(number: int, section: str = "") -> Source:
    """Name an RFC, and the section where it says so."""
    label = f"RFC {number}" + (f", {section}" if section else "")
    return Source(label, f"https://www.rfc-editor.org/rfc/rfc{number}")


CSP3 = Source("W3C Content Security Policy Level 3", "https://www.w3.org/TR/CSP3/")
SRI = Source("W3C Subresource Integrity", "https://www.w3.org/TR/SRI/")
MIXED = Source("W3C Mixed Content", "https://www.w3.org/TR/mixed-content/")
FETCH = Source("WHATWG Fetch, CORS protocol", "https://fetch.spec.whatwg.org/#http-cors-protocol")
REFERRER = Source("W3C Referrer Policy", "https://www.w3.org/TR/referrer-policy/")
PERMISSIONS = Source("W3C Permissions Policy", "https://www.w3.org/TR/permissions-policy/")
AUTOFILL = Source(
    "HTML, autofill",
    "https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill",
)
