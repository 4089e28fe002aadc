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


@cache
def _listed() -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Give words that give a crawler away, and one pattern for what words cannot say."""
    from crawleruseragents import CRAWLER_USER_AGENTS_DATA  # noqa: PLC0415 -- slow import

    patterns = [str(entry["pattern"]) for entry in CRAWLER_USER_AGENTS_DATA]
    words = [re.sub(r"\\(.)", r"\1", one) for one in patterns if _PLAIN.fullmatch(one)]
    rest = (f"(?:{one})" for one in patterns if not _PLAIN.fullmatch(one))
    return tuple(words), re.compile("|".join((*rest, f"(?i:{_PROGRAMS}|{_MARKS})")))


@lru_cache(maxsize=16_384)
def is_robot(agent: str) -> bool:
    """Say whether `agent` is a crawler, a monitor or no browser at all (also when it is empty)."""
    seen = agent[:1_000]
    words, rest = _listed()
    for word in words:  # any() is half as quick
        if word in seen:
            return True
    return rest.search(seen) is not None


def is_program(agent: str) -> bool:
    """Say whether `agent` is a programming library or nothing: no browser, yet no crawler."""
    return _PROGRAM.match(agent) is not None
