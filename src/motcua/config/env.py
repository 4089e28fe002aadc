"""Strict readers of the environment: a wrong value stops the start with a sentence."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit


class SettingError(Exception):
    """A setting has a value that cannot be used."""


def text(name: str, default: str) -> str:
    """Read a setting, or the file that `<name>_FILE` points to (for secrets)."""
    path = os.environ.get(f"{name}_FILE")
    if path:
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(name, default)


def secret(name: str, *, demonstration: bool) -> str:
    """Read a secret (or its file); only a demonstration may do without one of its own."""
    given = text(name, "")
    if given or demonstration:
        return given or "demo:only-for-a-demonstration-on-one-machine"
    raise SettingError(
        f"{name} is not set; outside a demonstration it takes a secret of at least 16 characters, "
        f"or {name}_FILE names a file that holds one."
    )


def scanner(name: str, *, demonstration: bool) -> str:
    """Read where clamd listens; only a demonstration may do without one."""
    address = text(name, "")
    if not address and demonstration:
        return ""
    parts = urlsplit(address)
    if (parts.scheme == "unix" and parts.path) or (parts.scheme == "tcp" and parts.hostname):
        return address
    raise SettingError(
        f"{name} is {address!r}; outside a demonstration it takes where ClamAV's clamd listens, "
        "unix:///run/clamav/clamd.ctl or tcp://host:3310."
    )


def number(name: str, default: int) -> int:
    """Read a whole number."""
    raw = text(name, str(default))
    try:
        return int(raw)
    except ValueError:
        raise SettingError(
            f"{name} is {raw!r}; it takes a whole number such as {default}."
        ) from None


def flag(name: str, *, default: bool) -> bool:
    """Read yes or no."""
    raw = text(name, "yes" if default else "no").lower()
    if raw not in {"yes", "no"}:
        raise SettingError(f"{name} is {raw!r}; it takes yes or no.")
    return raw == "yes"


def pairs(name: str) -> dict[str, str]:
    """Read `key=value` pairs with commas between."""
    given = [part.strip() for part in text(name, "").split(",") if part.strip()]
    found = {key.strip(): value.strip() for key, _, value in (one.partition("=") for one in given)}
    if len(found) != len(given) or not all(found) or not all(found.values()):
        raise SettingError(f"{name} takes key=value with commas between, each key once.")
    return found


def database(url: str) -> dict[str, object]:
    """Turn `sqlite:///path` or `postgresql://user:password@host/name` into Django's settings.

    A socket directory goes into the query: `postgresql:///name?host=/run/postgresql`.
    """
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(unquote(parts.path[1:]))
    if parts.scheme in {"postgresql", "postgres"}:
        query = dict(parse_qsl(parts.query))
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or query.get("user", "")),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or query.get("host", ""),
            "PORT": str(parts.port or query.get("port", "")),
            "CONN_MAX_AGE": 0,
            "OPTIONS": {"pool": {"min_size": 1, "max_size": number("MOTCUA_DATABASE_POOL", 6)}},
        }
    raise SettingError(
        f"MOTCUA_DATABASE_URL is {url!r}; it takes sqlite:///file or postgresql://user@host/name."
    )


def _sqlite(path: str) -> dict[str, object]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                "PRAGMA cache_size=-32000; PRAGMA temp_store=MEMORY;"
            ),
        },
    }
