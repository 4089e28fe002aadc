"""Addresses that do something as soon as they are asked for: those are never asked for."""

import re
from urllib.parse import parse_qsl, unquote, unquote_plus, urlsplit

from motcua.kernel.text import tokens

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ACTS = re.compile(
    r" (?:(?:log ?out|log ?off|sign ?out|sign ?off|dang ?xuat|end ?session|unsubscribe)\w*"
    r"|thoat(?: he thong| tai khoan)? /"  # a way out; `thoat-nuoc` is about drains
    r"|xoa|delete|remove|destroy|cancel|add ?to ?cart"
    r"|(?<!phat )(?<!chi )huy(?! chuong| hieu| dong)) "
)
_ASKS_FOR = frozenset(
    ("action", "act", "cmd", "command", "do", "op", "oper", "task", "method", "hanhdong", "event")
)
_VERBS = frozenset(
    (
        *("add", "save", "update", "edit", "submit", "create", "insert", "approve", "confirm"),
        *("vote", "like", "rate", "send", "activate", "reset", "subscribe", "publish", "upload"),
        *("gui", "luu", "them", "sua", "duyet", "capnhat", "kichhoat", "binhchon", "nop"),
    )
)


def acts(url: str) -> bool:
    """Whether an address logs out, deletes, cancels, votes or the like when it is asked for.

    However it is written: `%C4%91%C4%83ng-xu%E1%BA%A5t`, `logOut`, `dang_xuat`, `?action=vote`.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return True
    segments = (*parts.path.split("/"), *parts.query.split("&"), *parts.fragment.split("/"))
    said = " / ".join(_words(one) for one in segments)
    if _ACTS.search(f" {said} / "):
        return True
    return any(
        name.lower() in _ASKS_FOR and (_words(value).split() or [""])[0] in _VERBS
        for name, value in parse_qsl(parts.query)
    )


def _words(segment: str) -> str:
    return " ".join(tokens(_CAMEL.sub(" ", unquote_plus(unquote(segment)))))
