"""Who is a machine: a maintained list of crawlers, and the marks of monitors and bare clients."""

import re
from functools import cache, lru_cache

_BARE = (
    r"^$|^-$|headless|phantomjs|selenium|puppeteer|playwright|lighthouse|pagespeed|"
    r"monitor|uptime|pingdom|statuscake|nagios|zabbix|check_http|healthcheck|"
    r"^(?:curl|wget|python|go-http|java|okhttp|libwww|apache-httpclient|node|axios|ruby|perl|php)"
)


@cache
def _pattern() -> re.Pattern[str]:
    from crawleruseragents import CRAWLER_USER_AGENTS_DATA  # noqa: PLC0415 -- slow import

    listed = (f"(?:{entry['pattern']})" for entry in CRAWLER_USER_AGENTS_DATA)
    return re.compile("|".join((*listed, f"(?i:{_BARE})")))


@lru_cache(maxsize=16_384)
def is_robot(agent: str) -> bool:
    """Say whether `agent` is a crawler, a monitor or no browser at all (also when it is empty)."""
    return _pattern().search(agent[:1_000]) is not None
