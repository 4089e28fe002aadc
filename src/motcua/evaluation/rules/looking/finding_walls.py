"""What comes with status 200 in the place of a page: nothing, an error, a wall against machines."""

import re

from motcua.kernel.text import tokens

LONGEST = 14
"""Words of a title or heading that is an error's; what is longer is a story about one."""
_SAID = (
    r"^(?:(?:loi|error|http|ma loi|status) )+(?:{0})(?! la gi)(?: |$)|^(?:{0})$"
    r"|^(?:{0}) (?:not|khong|page|trang|error|loi|file|oops|internal|server|service|bad|gateway)\b"
)
_KINDS = {
    "missing": re.compile(
        rf"{_SAID.format('404|410')}|\b404 not found\b"
        r"|\b(?:page|file|url) (?:was |could )?not (?:be )?found\b|^not found$"
        r"|\bkhong tim thay (?:trang|duong dan|tep|noi dung yeu cau)\b(?! thai)"
        r"|\b(?:trang|duong dan|dia chi)\b.*\bkhong (?:ton tai|tim thay|duoc tim thay|co that)\b"
    ),
    "error": re.compile(
        rf"{_SAID.format('500|502|503|504')}|\binternal server error\b"
        r"|^(?:bad gateway|service (?:temporarily )?unavailable|gateway time ?out|runtime error)\b"
        r"|^server error in\b|^(?:he thong|may chu) (?:dang )?(?:loi|gap su co)$"
    ),
    "wall": re.compile(
        r"^(?:just a moment|attention required|access denied|access to this page has been denied"
        r"|checking your browser|verify(?:ing)? you are human|are you (?:a robot|human)"
        r"|robot check|ddos (?:guard|protection)|request rejected|403 forbidden|forbidden"
        r"|web application firewall|xac (?:minh|nhan) (?:ban )?khong phai (?:la )?(?:robot|may))\b"
    ),
}


def instead(title: str, heading: str, *, bare: bool) -> str:
    """Say what stands in the place of a page: `empty`, `missing`, `error`, `wall`; "" for a page.

    bare: nothing can be seen on it, neither words nor pictures nor fields
    """
    if bare:
        return "empty"
    for text in (title, heading):
        words = tokens(text)
        if not words or len(words) > LONGEST:
            continue
        for kind, pattern in _KINDS.items():
            if pattern.search(" ".join(words)):
                return kind
    return ""
