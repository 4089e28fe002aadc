"""What the engine met, as observations."""

from collections.abc import Iterator

from motcua.evaluation.probes.visits import Visit
from motcua.evaluation.values.conduct import Conduct
from motcua.evaluation.values.observations import Observation, Place, Value
from motcua.kernel.words import Sentence

ENDLESS = 20
"""Redirects after which the browser itself gives up."""
_WHERE = {
    "answer": Sentence("lúc chờ máy chủ trả lời", "while the server was to answer"),
    "load": Sentence("lúc tải trang", "while the page loaded"),
    "question": Sentence("lúc trang được xem", "while the page was looked at"),
    "loaded": Sentence("lúc vừa tải xong", "when it had loaded"),
    "narrow": Sentence("ở bề rộng 320 px", "320 px wide"),
    "zoomed": Sentence("lúc phóng to 200 %", "at 200 % zoom"),
    "spaced": Sentence("lúc giãn chữ", "with text spacing"),
    "keyboard": Sentence("lúc dùng bàn phím", "with the keyboard"),
    "page": Sentence("quá thời gian dành cho một trang", "beyond the time for one page"),
}
_FLOODS = {
    "requests": Sentence("yêu cầu tới máy chủ", "requests"),
    "websocket": Sentence("tin qua WebSocket", "messages over WebSocket"),
    "console": Sentence("dòng nhật ký của trình duyệt", "lines in the console"),
    "memory": Sentence("bộ nhớ", "memory"),
}


def told(visit: Visit) -> Iterator[Observation]:
    """Tell how a page behaved, each fact once, whether it could be opened or not."""
    conduct = visit.conduct
    yield _one(visit, "unreachable", bool(conduct.unreachable), note=_because(conduct))
    yield _one(visit, "error", visit.status >= 400, note=_status(visit.status))
    yield _one(visit, "redirects", ENDLESS if conduct.looped else conduct.hops, note=_way(visit))
    yield _one(visit, "reloads", conduct.reloads)
    yield _one(visit, "leaves", bool(conduct.left_for), note=_plain(conduct.left_for))
    yield _one(visit, "not_html", bool(conduct.not_html), note=_plain(conduct.not_html))
    yield _one(visit, "downloads", conduct.downloads)
    yield _one(visit, "dialogs", conduct.dialogs, note=_plain(conduct.dialog))
    yield _one(visit, "popups", conduct.popups)
    yield _one(visit, "hangs", bool(conduct.hung), note=_list(conduct.hung, _WHERE))
    yield _one(visit, "crashes", conduct.crashes > 0)
    yield _one(
        visit, "too_large", bool(conduct.too_large), note=_plain(", ".join(conduct.too_large[:3]))
    )
    yield _one(visit, "floods", bool(conduct.flooded), note=_list(conduct.flooded, _FLOODS))
    yield _faults(visit)
    yield _one(
        visit, "clobbers", len(conduct.clobbered), note=_plain(", ".join(conduct.clobbered[:9]))
    )


def _one(visit: Visit, name: str, value: Value, *, note: Sentence | None = None) -> Observation:
    return Observation(fact=f"conduct.{name}", url=visit.url, value=value, note=note)


def _faults(visit: Visit) -> Observation:
    faults = visit.conduct.faults
    return Observation(
        fact="conduct.scripts_fail",
        url=visit.url,
        value=len(faults),
        places=tuple(Place(snippet=fault) for fault in faults[:10]),
        found=len(faults),
    )


def _because(conduct: Conduct) -> Sentence | None:
    return _plain(conduct.unreachable)


def _status(status: int) -> Sentence | None:
    if status < 400:
        return None
    return Sentence(f"Máy chủ trả lời {status}.", f"The server answered {status}.")


def _way(visit: Visit) -> Sentence | None:
    if visit.conduct.looped:
        return Sentence("Chuyển hướng không dứt.", "It redirects without end.")
    return _plain(" → ".join(visit.chain[:6]))


def _list(codes: list[str], words: dict[str, Sentence]) -> Sentence | None:
    if not codes:
        return None
    known = [words.get(code, Sentence(code, code)) for code in codes]
    return Sentence("; ".join(one.vi for one in known), "; ".join(one.en for one in known))


def _plain(text: str) -> Sentence | None:
    return Sentence(text[:500], text[:500]) if text else None
