"""Looking at a page as computers and phones show it."""

from collections.abc import Iterator, Mapping

from motcua.evaluation.probes.accessibility.looking import Told, asked, observation
from motcua.evaluation.probes.devices.wording import RULES
from motcua.evaluation.probes.visits import Visit
from motcua.evaluation.values.observations import Observation
from motcua.kernel.words import Sentence

WIDTHS = (360, 768)
"""Widths looked at beside 320 px: a common phone (only where 320 px is too narrow), a tablet."""
LOADED = ("viewport", "zoom_locked", "telephone")
NARROW: Mapping[str, str] = {
    "touch": "touch",
    "phone.tables": "tables",
    "hover_menus": "hover_menus",
    "phone.small": "text_small",
    "layers": "layers",
    "field_letters": "field_letters",
    "lost": "lost",
}
"""Checks at 320 px and the facts that they tell."""


def loaded(visit: Visit) -> Iterator[Observation]:
    """Look at the page as a computer shows it."""
    told = asked(visit, ["layout", *LOADED], RULES)
    for check in LOADED:
        value = told[check].more.get("value")
        yield observation(
            visit, f"devices.{check}", told[check], value=value if isinstance(value, bool) else None
        )


def narrow(visit: Visit) -> Iterator[Observation]:
    """Look at the page as a phone shows it, then at the widths of other screens."""
    told = asked(visit, ["overflow", *NARROW], RULES)
    beyond = {320: told["overflow"]}
    for width in WIDTHS if told["overflow"].found else WIDTHS[1:]:
        _widen(visit, width)
        beyond[width] = asked(visit, ["overflow"], RULES)["overflow"]
    _widen(visit, 320)
    yield _overflow(visit, beyond)
    for check, fact in NARROW.items():
        yield observation(visit, f"devices.{fact}", told[check])


def _widen(visit: Visit, width: int) -> None:
    size = {"width": width, "height": 640, "screenWidth": width, "screenHeight": 640}
    visit.cdp.send(
        "Emulation.setDeviceMetricsOverride", {**size, "deviceScaleFactor": 1, "mobile": False}
    )


def _overflow(visit: Visit, widths: Mapping[int, Told]) -> Observation:
    """Tell by how many pixels the page is wider than the screen, at the worst of the widths."""
    failed = next((told for told in widths.values() if told.failed), None)
    if failed is not None:
        return observation(visit, "devices.overflow", failed)
    beyond = {width: int(told.more["beyond"]) for width, told in widths.items()}
    worst = max(beyond, key=lambda width: beyond[width])
    said = "; ".join(f"{width} px: +{many} px" for width, many in beyond.items() if many)
    return observation(
        visit,
        "devices.overflow",
        widths[worst],
        value=beyond[worst],
        note=Sentence(f"Tràn ngang ở {said}.", f"Too wide at {said}.") if said else None,
    )
