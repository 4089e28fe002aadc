"""Check codes: what a stranger must know beside the dossier code to see its public status."""

import secrets

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def new_check_code() -> str:
    """Draw six letters and digits that cannot be mistaken for one another (30 bits)."""
    return "".join(secrets.choice(_LETTERS) for _ in range(6))


def matches(check_code: str, typed: str) -> bool:
    """Compare what was typed, letter case and spaces aside, in constant time."""
    return secrets.compare_digest(
        check_code.encode(), "".join(typed.split()).upper().encode("ascii", "replace")
    )
