"""What a fault is, and the list of them all: each one small difference from the clean portal."""

import importlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from tests.portals.portal import Portal

from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence

HOME, SEARCH, SERVICES, LOGIN = "/", "/tim-kiem/?q=khai+sinh", "/thu-tuc/", "/dang-nhap/"
PROCEDURE, FORM = "/thu-tuc/1.001193/", "/thu-tuc/1.001193/nop-ho-so/"
LOOKUP, GUIDE, PRIVACY = "/tra-cuu-ho-so/", "/huong-dan/nop-ho-so/", "/bao-ve-du-lieu-ca-nhan/"
FEEDBACK, STATISTICS, CONTACT = "/phan-anh-kien-nghi/", "/thong-ke/", "/lien-he/"

KINDS = {
    HOME: PageKind.HOME,
    SEARCH: PageKind.SEARCH,
    SERVICES: PageKind.SERVICES,
    PROCEDURE: PageKind.PROCEDURE,
    FORM: PageKind.FORM,
    LOGIN: PageKind.LOGIN,
    LOOKUP: PageKind.LOOKUP,
    GUIDE: PageKind.GUIDE,
    PRIVACY: PageKind.PRIVACY,
    FEEDBACK: PageKind.FEEDBACK,
    STATISTICS: PageKind.STATISTICS,
    CONTACT: PageKind.CONTACT,
}
"""The pages of the clean portal that faults are put on, by address, and what each is for."""

AXE, PA11Y, LIGHTHOUSE = "axe", "pa11y", "lighthouse"
ALL = (AXE, PA11Y, LIGHTHOUSE)
MODULES = (
    "accessibility",
    "keyboard",
    "seeing",
    "devices",
    "performance",
    "security",
    "transport",
    "privacy",
    "structure",
    "offering",
    "functions",
)

Spoil = Callable[[Portal], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing wrong with a portal.

    code     area and name, `privacy-notice-none`; the portal is served under this name
    what     what is wrong, as one tells it to a person
    finds    facts of ours that must be on the bad side here and on the good side on `clean`
    peers    which of axe, pa11y and Lighthouse find it (as `python -m tests.bench --audit` saw)
    pages    where it is; the first shows it, two at most are looked at
    secure   the portal is served over https, and so is the clean one it is compared with
    whole    the portal as a whole must be looked at, not only its pages
    unseen   why no machine sees it, where none does ("" everywhere else)
    """

    code: str
    what: Sentence
    finds: tuple[str, ...]
    peers: frozenset[str]
    pages: tuple[str, ...]
    secure: bool
    whole: bool
    unseen: str
    spoil: Spoil = field(repr=False, compare=False)

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas that its facts belong to."""
        return tuple(sorted({fact.partition(".")[0] for fact in self.finds}))


_made: dict[str, Fault] = {}


def fault(  # noqa: PLR0913 -- what a fault must say of itself, all by name
    code: str,
    vi: str,
    en: str,
    *,
    finds: str | Iterable[str],
    peers: Iterable[str] = (),
    on: str | tuple[str, ...] = HOME,
    secure: bool = False,
    whole: bool = False,
    unseen: str = "",
) -> Callable[[Spoil], Spoil]:
    """Declare what the function below does to a clean portal."""

    def declare(spoil: Spoil) -> Spoil:
        if code in _made:
            raise ValueError(code)
        _made[code] = Fault(
            code=code,
            what=Sentence(vi, en),
            finds=(finds,) if isinstance(finds, str) else tuple(finds),
            peers=frozenset(peers),
            pages=(on,) if isinstance(on, str) else on,
            secure=secure,
            whole=whole,
            unseen=unseen,
            spoil=spoil,
        )
        return spoil

    return declare


@cache
def faults() -> dict[str, Fault]:
    """Give every fault by its code."""
    for name in MODULES:
        importlib.import_module(f"tests.portals.faulty.{name}")
    return dict(_made)
