"""A small audit, judged by a small set: what reports are made of."""

from datetime import UTC, date, datetime
from fractions import Fraction

from motcua.evaluation.rules.judging.whole import judge
from motcua.evaluation.values.audits import Audit, Manner, PageRecord
from motcua.evaluation.values.criteria import (
    Band,
    CriteriaSet,
    Criterion,
    Group,
    How,
    Measure,
    Method,
    Scale,
    ScaleKind,
)
from motcua.evaluation.values.facts import Area, Better, FactCard, Scope, Severity, Source, Unit
from motcua.evaluation.values.observations import Observation, Outcome, Place
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence

HOME = "http://cong.test/"
FORM = "http://cong.test/bieu-mau"
AT = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


def card(code: str, *, unit=Unit.COUNT, limit=0, better=Better.LESS, severity=Severity.SERIOUS):
    return FactCard(
        code=code,
        area=Area(code.partition(".")[0]),
        name=Sentence(f"Tên {code}", f"Name {code}"),
        scope=Scope.PAGE,
        unit=unit,
        better=better,
        severity=severity,
        limit=limit,
        remedy=Sentence(f"Sửa {code}", f"Mend {code}"),
        sources=(Source("WCAG 2.2 SC 1.1.1", "https://www.w3.org/TR/WCAG22/#non-text-content"),),
    )


FACTS = {
    one.code: one
    for one in (
        card("accessibility.axe"),
        card("privacy.notice", unit=Unit.YES_NO, limit=True, better=Better.MORE),
        card("performance.weight", unit=Unit.BYTES, limit=500_000, severity=Severity.MODERATE),
        card("structure.search", unit=Unit.YES_NO, limit=True, better=Better.MORE),
    )
}


def criterion(code: str, fact: str, *, group: str, scale: Scale, how: How) -> Criterion:
    return Criterion(
        code=code,
        group=group,
        text=Sentence(f"Tiêu chí {code}", f"Criterion {code}"),
        points=Fraction(50),
        scale=scale,
        method=Method.AUTOMATIC,
        evidence=Sentence("Máy xem", "Seen by machine"),
        measure=Measure(facts=(fact,), how=how),
    )


BINARY = Scale(kind=ScaleKind.BINARY)
SHARE = Scale(kind=ScaleKind.RATIO, target=Fraction(1))


def small_set(*, official: bool = False) -> CriteriaSet:
    return CriteriaSet(
        code="thu",
        version="1",
        title=Sentence("Bộ thử", "A trial set"),
        source=Sentence("Để thử.", "For trials."),
        official=official,
        valid_from=date(2026, 1, 1),
        valid_to=None,
        groups=tuple(
            Group(code=code, text=Sentence(f"Nhóm {code}", f"Group {code}"), points=Fraction(50))
            for code in ("a", "b")
        ),
        criteria=(
            criterion("A.1", "accessibility.axe", group="a", scale=SHARE, how=How.SHARE_GOOD),
            criterion("B.1", "privacy.notice", group="b", scale=BINARY, how=How.ALL),
        ),
        bands=(
            Band(code="A", least=Fraction(9, 10), text=Sentence("Tốt", "Good")),
            Band(code="E", least=Fraction(0), text=Sentence("Yếu", "Weak")),
        ),
    )


def seen(fact: str, value, *, url: str = HOME, places=(), found: int = 0) -> Observation:
    outcome = Outcome.MEASURED if value is not None else Outcome.COULD_NOT
    return Observation(fact=fact, url=url, value=value, outcome=outcome, places=places, found=found)


def audited(*observations: Observation, site: tuple[Observation, ...] = ()) -> Audit:
    """Give an audit of two pages with these observations on the pages that they name."""
    return Audit(
        url=HOME,
        begun_at=AT,
        ended_at=AT,
        tool="motcua-audit/1.0",
        browser="Chromium 156",
        manner=Manner(),
        pages=tuple(
            PageRecord(
                url=url,
                kind=kind,
                title=title,
                status=200,
                weight=20_480,
                requests=7,
                observations=tuple(one for one in observations if one.url == url),
            )
            for url, kind, title in (
                (HOME, PageKind.HOME, "Trang chủ"),
                (FORM, PageKind.FORM, "Khai sinh"),
            )
        ),
        site=site,
        left_out={"robots": 3},
    )


def place(selector: str, snippet: str = "<img src=a.png>", **more) -> Place:
    says = Sentence("Ảnh không có lời tả", "An image without words")
    return Place(selector=selector, snippet=snippet, says=says, **more)


def judged(picture: str = "", earlier: Audit | None = None):
    """Give a judged audit: two rules of axe on two pages, no notice, a fair weight, no search."""
    alt = [place(f"main > img:nth-of-type({n})", rule="image-alt", picture=picture) for n in (1, 2)]
    audit = audited(
        seen("accessibility.axe", 2, places=tuple(alt), found=2),
        seen("accessibility.axe", 1, url=FORM, places=(place("#x", rule="label"),), found=1),
        seen("performance.weight", 100_000),
        seen("structure.search", None),
        site=(seen("privacy.notice", False),),
    )
    return judge(audit, [small_set()], facts=FACTS, earlier=earlier)
