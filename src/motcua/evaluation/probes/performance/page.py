"""What each page weighs, how fast it came, and what held it up."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from motcua.evaluation.probes.asking import ask, text_of
from motcua.evaluation.probes.visits import Exchange, Unanswered, Visit
from motcua.evaluation.rules.looking import headers, telling
from motcua.evaluation.rules.looking.hosts import host_of, same_site
from motcua.evaluation.rules.looking.timing import median
from motcua.evaluation.values.observations import Observation, Place
from motcua.kernel.words import Sentence

Found = Mapping[str, Any]
STATIC = frozenset({"stylesheet", "script", "image", "font", "media"})
WORTH_COMPRESSING = 1_400
"""Bytes below which compression saves no packet."""
LONG_ENOUGH = 7 * 24 * 3600
LARGE = 50_000
LARGE_OLD = 100_000
"""Bytes from which a picture's size, and its old format, are worth a word."""
_TEXT = ("text/", "javascript", "json", "xml", "svg")
_OLD = {"image/jpeg": "JPEG", "image/png": "PNG", "image/gif": "GIF", "image/bmp": "BMP"}
TIMES = ("server_time", "lcp", "cls", "tbt")
NAMES = {"server_time": "response", "lcp": "lcp", "cls": "cls", "tbt": "tbt"}
SLOW = 800
"""Milliseconds for an answer from which the page is asked for again."""
UNTIMED = Sentence("Trình duyệt không đo được.", "The browser could not measure it.")


def page(visit: Visit) -> Iterator[Observation]:
    """Tell everything about speed that one visit of a page shows."""
    yield from times(visit)
    came = [one for one in visit.exchanges if one.url.startswith("http")]
    # By address, so that two looks tell the same in the same order.
    whole = sorted((one for one in came if not one.failed), key=lambda one: one.url)
    yield _weight(visit, whole)
    yield telling.value("performance.requests", visit.url, len(came))
    yield _cached(visit, whole)
    yield _compressed(visit, whole)
    yield _old_formats(visit, whole)
    yield telling.value(
        "performance.fonts", visit.url, sum(one.cold for one in whole if one.kind == "font")
    )
    yield _protocol(visit)
    yield from _markup(visit, whole)


def times(visit: Visit) -> Iterator[Observation]:
    """Tell the times of one visit."""
    for name in TIMES:
        seen = visit.timings.get(NAMES[name])
        if seen is None:
            yield telling.unseen(f"performance.{name}", visit.url, UNTIMED)
        elif name == "server_time" and seen > SLOW:
            yield _slow_answer(visit, seen)
        else:
            figure = round(seen, 3) if name == "cls" else round(seen)
            yield telling.value(f"performance.{name}", visit.url, figure)


def _slow_answer(visit: Visit, first: float) -> Observation:
    """Ask again before a slow answer is held against a portal; the median counts."""
    times = max(0, min(visit.manner.repeats, 3) - 1)
    pause = visit.manner.pace * 1000
    again: list[float] = []
    with suppress(Unanswered):
        script = text_of(Path(__file__).with_name("again.js"))
        again = visit.ask(script, {"times": times, "pause": pause}, seconds=10.0 + pause / 500)
    every = [first, *again]
    note = Sentence(f"Trung vị của {len(every)} lần hỏi.", f"Median of {len(every)} questions.")
    return telling.value("performance.server_time", visit.url, round(median(every)), note=note)


def _kilobytes(size: int) -> str:
    return f"{round(size / 1000)} kB"


def _weight(visit: Visit, whole: Sequence[Exchange]) -> Observation:
    by_kind: dict[str, int] = {}
    for one in whole:
        by_kind[one.kind] = by_kind.get(one.kind, 0) + one.cold
    parts = sorted(by_kind.items(), key=lambda part: (-part[1], part[0]))[:5]
    said = ", ".join(f"{kind} {_kilobytes(size)}" for kind, size in parts)
    heavy = sorted((one for one in whole if one.cold > 200_000), key=lambda one: -one.cold)
    places = [
        telling.place(
            one.kind,
            Sentence(_kilobytes(one.cold), _kilobytes(one.cold)),
            snippet=one.url.split("?")[0],
        )
        for one in heavy[:5]
    ]
    note = Sentence(f"Gồm {said}.", f"Of it: {said}.") if said else None
    total = sum(by_kind.values())
    return telling.value("performance.weight", visit.url, total, note=note, places=places)


def _cached(visit: Visit, whole: Sequence[Exchange]) -> Observation:
    fact = "performance.cache"
    static = [one for one in whole if one.kind in STATIC and same_site(one.url, visit.page.url)]
    total = sum(one.cold for one in static)
    if not total:
        why = Sentence("Trang không có tệp tĩnh.", "The page has no static files.")
        return telling.not_here(fact, visit.url, why)
    stale = [one for one in static if headers.fresh_for(one.headers) < LONG_ENOUGH]
    places = [_named(one, "cache", Sentence(_kept(one, "vi"), _kept(one, "en"))) for one in stale]
    share = round(1 - sum(one.cold for one in stale) / total, 4)
    return telling.value(fact, visit.url, share, places=places)


def _kept(one: Exchange, language: str) -> str:
    days = headers.fresh_for(one.headers) / 86_400
    return f"giữ {days:.1f} ngày" if language == "vi" else f"kept for {days:.1f} days"


def _named(one: Exchange, rule: str, says: Sentence) -> Place:
    return telling.place(rule, says, snippet=one.url.split("?")[0])


def _compressed(visit: Visit, whole: Sequence[Exchange]) -> Observation:
    places = []
    for one in whole:
        mime = one.mime or one.headers.get("content-type", "")
        plain = not one.headers.get("content-encoding", "").strip().lower().replace("identity", "")
        is_text = any(word in mime for word in _TEXT)
        if plain and is_text and one.size >= WORTH_COMPRESSING and _ours(one, visit):
            size = _kilobytes(one.size)
            places.append(_named(one, "plain", Sentence(f"{size} không nén", f"{size} as it is")))
    return telling.counted("performance.compression", visit.url, places)


def _ours(one: Exchange, visit: Visit) -> bool:
    return same_site(one.url, visit.page.url)


def _old_formats(visit: Visit, whole: Sequence[Exchange]) -> Observation:
    places = []
    for one in whole:
        mime = (one.mime or one.headers.get("content-type", "")).partition(";")[0].strip()
        if mime in _OLD and one.cold > LARGE_OLD:
            says = f"{_OLD[mime]}, {_kilobytes(one.cold)}"
            places.append(_named(one, mime, Sentence(says, says)))
    return telling.counted("performance.image_formats", visit.url, places)


def _protocol(visit: Visit) -> Observation:
    fact = "performance.http2"
    said = visit.exchanges[0].protocol if visit.exchanges else ""
    if not visit.page.url.startswith("https:") or not said:
        why = Sentence(
            "Trình duyệt chỉ dùng HTTP/2 qua https.", "Browsers use HTTP/2 over https only."
        )
        return telling.not_here(fact, visit.url, why)
    return telling.value(fact, visit.url, said in {"h2", "h3"}, note=Sentence(said, said))


def _markup(visit: Visit, whole: Sequence[Exchange]) -> Iterator[Observation]:
    try:
        found: Found = ask(visit, Path(__file__).with_name("page.js"))
    except Unanswered:
        why = Sentence("Trang không trả lời câu hỏi.", "The page did not answer.")
        for name in ("oversized_images", "blocking", "dom_size"):
            yield telling.unseen(f"performance.{name}", visit.url, why)
        return
    yield _oversized(visit, found, whole)
    yield _blocking(visit, found)
    yield telling.value("performance.dom_size", visit.url, found["elements"])


def _oversized(visit: Visit, found: Found, whole: Sequence[Exchange]) -> Observation:
    weighs = {one.url: one.cold for one in whole}
    places = []
    for one in found["pictures"]:
        if weighs.get(one["url"], 0) > LARGE:
            shown = "x".join(str(round(side)) for side in one["shown"])
            said = f"{one['width']}x{one['height']} → {shown}, {_kilobytes(weighs[one['url']])}"
            places.append(telling.at(one, "oversized", Sentence(said, said)))
    return telling.counted("performance.oversized_images", visit.url, places)


def _blocking(visit: Visit, found: Found) -> Observation:
    places = [
        telling.at(one, "script", Sentence("mã ở đầu trang, thiếu defer", "a script, no defer"))
        for one in found["scripts"]
    ]
    for one in found["styles"]:
        if not same_site(one["url"], visit.page.url):
            host = host_of(one["url"])
            says = Sentence(f"CSS phải đợi {host}", f"CSS that waits for {host}")
            places.append(telling.at(one, "style", says))
    return telling.counted("performance.blocking", visit.url, places)
