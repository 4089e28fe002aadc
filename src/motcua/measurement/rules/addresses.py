"""Addresses of pages as they are kept: a path without query, without anybody in it."""

from functools import lru_cache
from urllib.parse import unquote

LONGEST = 200


@lru_cache(maxsize=65_536)
def page_of(url: str) -> str:
    """Give the path of `url` without query and fragment, generalised, at most 200 characters."""
    path = url.partition("#")[0].partition("?")[0]
    if "://" in path:
        path = "/" + path.partition("://")[2].partition("/")[2]
    return unquote(path)[:LONGEST]
