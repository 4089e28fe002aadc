"""security.txt: whom one tells of a hole (RFC 9116)."""

from datetime import UTC, datetime


def problems(text: str, at: datetime) -> list[str]:
    """Name what is wrong: contact, expires, expired; nothing where all is well."""
    fields: dict[str, list[str]] = {}
    for line in text.splitlines():
        name, colon, given = line.partition(":")
        if colon and not line.startswith(("#", "-")):
            fields.setdefault(name.strip().lower(), []).append(given.strip())
    found = []
    if not any(_reachable(one) for one in fields.get("contact", [])):
        found.append("contact")
    ends = fields.get("expires", [])
    if len(ends) != 1 or (end := _moment(ends[0])) is None:
        found.append("expires")
    elif end < at:
        found.append("expired")
    return found


def looks_like_one(text: str) -> bool:
    """Say whether a text is meant to be a security.txt at all, and not a page about something."""
    return "<html" not in text[:2000].lower() and "contact:" in text[:20_000].lower()


def _reachable(contact: str) -> bool:
    return contact.lower().startswith(("https://", "mailto:", "tel:"))


def _moment(text: str) -> datetime | None:
    try:
        read = datetime.fromisoformat(text.strip().upper())
    except ValueError:
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)
