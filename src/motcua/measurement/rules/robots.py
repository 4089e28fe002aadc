"""Who is a machine: a maintained list of crawlers, and the marks of monitors and bare clients."""

import re
from functools import cache, lru_cache

_PROGRAMS = (
    r"^$|^-$|"
    r"^(?:curl|wget|python|go-http|java|okhttp|libwww|apache-httpclient|node|axios|ruby|perl|php)"
)
_MARKS = (
    r"headless|phantomjs|selenium|puppeteer|playwright|lighthouse|pagespeed|"
    r"monitor|uptime|pingdom|statuscake|nagios|zabbix|check_http|healthcheck"
)
_PROGRAM = re.compile(_PROGRAMS, re.IGNORECASE)

_PLAIN = re.compile(r"(?:[\w /!,;:=@#&~'-]|\\[/.\-!+() ])+")
"""A pattern that stands for itself: nearly all of the list's."""


_GRAM = 4


@cache
def _listed() -> tuple[tuple[str, ...], dict[str, list[str]], re.Pattern[str]]:
    """Give what gives a crawler away.

    Short words, longer words by their last four letters, one pattern for what words cannot say.
    """
    from crawleruseragents import CRAWLER_USER_AGENTS_DATA  # noqa: PLC0415 -- slow import

    patterns = [str(entry["pattern"]) for entry in CRAWLER_USER_AGENTS_DATA]
    words = [re.sub(r"\\(.)", r"\1", one) for one in patterns if _PLAIN.fullmatch(one)]
    rest = (f"(?:{one})" for one in patterns if not _PLAIN.fullmatch(one))
    short = tuple(one for one in words if len(one) < _GRAM)
    by_end: dict[str, list[str]] = {}
    for word in words:
        if len(word) >= _GRAM:
            by_end.setdefault(word[-_GRAM:], []).append(word)
    return short, by_end, re.compile("|".join((*rest, f"(?i:{_PROGRAMS}|{_MARKS})")))


def is_robot(agent: str) -> bool:
    """Say whether `agent` is a crawler, a monitor or no browser at all (also when it is empty)."""
    return _is_robot(agent[:1_000])


@lru_cache(maxsize=16_384)
def _is_robot(seen: str) -> bool:
    short, by_end, rest = _listed()
    for word in short:  # any() is half as quick
        if word in seen:
            return True
    # A word can only be there with its end: a dozen are looked for instead of 1,500.
    grams = {seen[place : place + _GRAM] for place in range(len(seen) - _GRAM + 1)}
    for end in by_end.keys() & grams:
        for word in by_end[end]:
            if word in seen:
                return True
    return rest.search(seen) is not None


def is_program(agent: str) -> bool:
    """Say whether `agent` is a programming library or nothing: no browser, yet no crawler."""
    return _PROGRAM.match(agent) is not None
