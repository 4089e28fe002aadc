"""The portal as a whole: each area asked once its pages were seen, each answer kept at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from motcua.evaluation.probes.auditing import problems
from motcua.evaluation.probes.auditing.portal import Portal
from motcua.evaluation.probes.auditing.round import Round
from motcua.evaluation.probes.auditing.storing import DEATHS
from motcua.evaluation.probes.auditing.telling import News
from motcua.evaluation.probes.visits import Probe
from motcua.evaluation.rules import recording
from motcua.evaluation.rules.looking.veiling import Veil
from motcua.evaluation.values.audits import Evidence, PageRecord
from motcua.evaluation.values.facts import Scope
from motcua.evaluation.values.observations import Observation, Outcome
from motcua.kernel.words import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one area found on the portal as a whole, as its file keeps it."""

    observations: tuple[Observation, ...] = ()
    evidence: tuple[Evidence, ...] = ()


def areas(going: Round, pages: tuple[PageRecord, ...], shared: dict[str, Any]) -> Iterator[Found]:
    """Ask every area for what it finds on the portal as a whole, in their order."""
    portal = Portal(
        home=going.home,
        pages=pages,
        manner=going.manner,
        web=going.web,
        keep=going.keep,
        opened=going.further,
        shared=shared,
    )
    for probe in going.probes:
        if probe.on_site is not None:
            yield _area(going, probe, portal)


def _area(going: Round, probe: Probe, portal: Portal) -> Found:
    name = f"site/{probe.area.value}.json"
    if (done := going.store.read(name)) is not None:
        return recording.read(Found, done)
    going.say(News.SITE, url=probe.area.value)
    deaths = going.store.trying(name)
    if deaths >= DEATHS:
        found = could_not(probe, going.home, problems.of_deaths(deaths))
    else:
        found = _asked(probe, portal)
    area = Found(observations=found, evidence=going.taken())
    going.store.write(name, recording.plain(area))
    return area


def _asked(probe: Probe, portal: Portal) -> tuple[Observation, ...]:
    if probe.on_site is None:
        return ()
    try:
        return tuple(Veil().whole(problems.finite(one)) for one in probe.on_site(portal))
    except Exception as error:  # noqa: BLE001 -- one area's fault must not cost the others' findings
        first = (str(error).strip().splitlines() or [""])[0][:200]
        why = f"{type(error).__name__}: {first}"
        note = Sentence(
            f"Phần kiểm tra này gặp lỗi: {why}", f"This part of the audit failed: {why}"
        )
        return could_not(probe, portal.home, note)


def could_not(probe: Probe, home: str, note: Sentence) -> tuple[Observation, ...]:
    """Say of every fact of the portal as a whole that it could not be seen."""
    note = Veil().whole(note)
    return tuple(
        Observation(fact=card.code, url=home, outcome=Outcome.COULD_NOT, note=note)
        for card in probe.facts
        if card.scope is Scope.SITE
    )
