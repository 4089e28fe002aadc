"""Bundles (liên thông): one submission, a dossier at each competent agency, one that holds them.

1. The bundle's own dossier is accepted at once: there is nothing in it to examine.
2. Every part that waits for nobody is opened in the same transaction.
3. Whenever a part is settled or ends, those that waited for it are opened, or told why not.
4. When nothing is open any more, the bundle's dossier tells what came of each and ends.
"""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from motcua.dossiers.actions.entering import Filing, enter
from motcua.dossiers.actions.moving import carry_out
from motcua.dossiers.actions.turning import bench, standing
from motcua.dossiers.events import BundleOpened, BundleWentOn
from motcua.dossiers.models import BundlePart, Dossier
from motcua.dossiers.queries.bundles import is_settled, settled_by
from motcua.dossiers.queries.gazetteer import units
from motcua.forms import rules as form_rules
from motcua.forms.values import AnswerSet
from motcua.identity.values import SYSTEM, Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Refused, Sentence
from motcua.procedures import queries as procedures
from motcua.procedures.rules import bundles
from motcua.procedures.rules.bundles import Settled
from motcua.procedures.values.services import BundlePart as Part
from motcua.procedures.values.services import ServiceVersion
from motcua.workflow import rules as workflow_rules
from motcua.workflow.values import Facts, Function, Move, State

_ONWARD = (Move.HAND_OVER, Move.FORWARD, Move.PROPOSE, Move.APPROVE, Move.RESOLVE)
_OF_ITSELF = Sentence("Hồ sơ liên thông tự chuyển bước", "The bundle goes on by itself")


class BundleRefused(Refused):
    """A bundle cannot be opened with these answers; nothing was."""


def open_bundle(
    row: Dossier,
    service: ServiceVersion,
    *,
    answers: AnswerSet,
    by: Viewer,
    at: datetime,
) -> None:
    """Open the parts of a bundle whose own dossier has just been entered.

    In the caller's transaction; refuses with `BundleRefused` where a part could not be filled in.
    """
    asked = bundles.parts_of(service, answers.values, channel=row.channel)
    if not asked:
        raise BundleRefused(
            Sentence(
                "Bạn chưa chọn việc nào trong nhóm thủ tục liên thông. Bạn hãy chọn ít nhất một.",
                "Nothing of this bundle was asked for. Choose at least one service.",
            )
        )
    on = local_day(at)
    children = {part.service: procedures.service(part.service, on) for part in asked}
    codes = frozenset(children)
    for place, part in enumerate(asked):
        child = children[part.service]
        waits = bool(codes & set(part.after))
        _check(row, service, part, child=child, at=at, waits=waits)
        BundlePart.objects.create(
            parent=row, place=place, service_code=child.code, service_name=child.name.vi
        )
    _accept(row, at)
    _advance(row, by=by, at=at)
    found = list(row.parts.order_by("place").values_list("child__code", flat=True))
    opened = tuple(code for code in found if code)
    event = BundleOpened(opened=opened, waiting=len(found) - len(opened), **standing(row))
    record(event=event, by=by.actor, at=at)


def go_on(*, code: str, at: datetime) -> None:
    """Take a bundle one step on because its part `code` was settled or ended; else do nothing.

    Hearing twice changes nothing the second time.
    """
    with transaction.atomic():
        part = BundlePart.objects.filter(child__code=code).first()
        if part is None:
            return
        row = Dossier.objects.select_for_update().get(pk=part.parent_id)
        if row.ended_at is None:
            _advance(row, by=SYSTEM, at=at)


def _check(
    row: Dossier,
    service: ServiceVersion,
    part: Part,
    *,
    child: ServiceVersion,
    at: datetime,
    waits: bool,
) -> None:
    given = _filled_in(row, service, part, child=child, settled={})
    errors = bundles.errors_of(part, child, given, at=at, units=units(), waiting=waits)
    if errors:
        why = errors[0].message
        raise BundleRefused(
            Sentence(
                f"Chưa lập được hồ sơ “{child.name.vi}”: {why.vi} Bạn hãy xem lại các câu trả lời.",
                f"“{child.name.en}” could not be filled in: {why.en} Please look at your answers.",
            )
        )


def _filled_in(
    row: Dossier,
    service: ServiceVersion,
    part: Part,
    *,
    child: ServiceVersion,
    settled: Mapping[str, Settled],
) -> dict[str, object]:
    answers = AnswerSet.from_json(row.answers).values
    return bundles.filled_in(
        part, child, bundle=service, answers=answers, channel=row.channel, settled=settled
    )


def _advance(row: Dossier, *, by: Viewer, at: datetime) -> None:
    """Open what waits for nobody any more, give up what cannot come, end what is complete."""
    service = procedures.service_by_digest(row.service_digest)
    rules = {part.service: part for part in service.bundle}
    while True:
        parts = list(row.parts.select_related("child").order_by("place"))
        known = {part.service_code: part for part in parts}
        moved = False
        for part in parts:
            if part.child is None and part.problem is None:
                before = [known[code] for code in rules[part.service_code].after if code in known]
                moved = (
                    _try(row, part, rules[part.service_code], before=before, by=by, at=at) or moved
                )
        if not moved:
            break
    if all(part.problem or (part.child and part.child.ended_at) for part in parts):
        _end(row, parts, at)


def _try(
    row: Dossier,
    part: BundlePart,
    rule: Part,
    *,
    before: list[BundlePart],
    by: Viewer,
    at: datetime,
) -> bool:
    """Open a part or give it up; False while it still waits."""
    lost = next((one for one in before if one.problem or _failed(one.child)), None)
    if lost is not None:
        _give_up(row, part, _for_want_of(lost), at=at)
        return True
    if not all(is_settled(one.child) for one in before):
        return False
    service = procedures.service_by_digest(row.service_digest)
    settled = {one.service_code: settled_by(one.child) for one in before if one.child}
    try:
        child = procedures.service(part.service_code, local_day(at))
        given = _filled_in(row, service, rule, child=child, settled=settled)
        checked = form_rules.check(child.form, given, at=at, units=units())
        if checked.errors:
            raise BundleRefused(checked.errors[0].message)
        filing = Filing(row.channel, row.language, row.applicant_id, row.reception_code)
        part.child = enter(child, checked.answers, filing=filing, by=by, at=at)
    except Refused as refused:
        if by is not SYSTEM:
            raise
        _give_up(row, part, refused.sentence, at=at)
        return True
    part.save(update_fields=["child"])
    event = BundleWentOn(part=part.service_code, child=part.child.code, **standing(row))
    record(event=event, by=by.actor, at=at)
    return True


def _failed(child: Dossier | None) -> bool:
    return child is not None and (
        (child.ended_at is not None and not is_settled(child)) or "refusal" in (child.result or {})
    )


def _for_want_of(lost: BundlePart) -> Sentence:
    name = lost.service_name
    return Sentence(
        f"Việc này cần kết quả của “{name}”, mà việc đó không được giải quyết. Bạn có thể nộp "
        "riêng thủ tục này khi đã có đủ giấy tờ.",
        f"This needs the result of “{name}”, which was not granted. You may apply for it on its "
        "own once you have what it needs.",
    )


def _give_up(row: Dossier, part: BundlePart, why: Sentence, *, at: datetime) -> None:
    part.problem, part.closed_at = {"vi": why.vi, "en": why.en}, at
    part.save(update_fields=["problem", "closed_at"])
    event = BundleWentOn(part=part.service_code, why=why.vi, **standing(row))
    record(event=event, by=SYSTEM.actor, at=at)


def _accept(row: Dossier, at: datetime) -> None:
    _make(row, Move.ACCEPT, at)


def _end(row: Dossier, parts: list[BundlePart], at: datetime) -> None:
    """Tell what came of each part, and take the bundle's dossier through its steps to the end.

    Where its process asks for something more, it stops there and an officer goes on.
    """
    row.result = {"sections": [{"title": "Kết quả từng thủ tục", "rows": _outcomes(parts)}]}
    row.save(update_fields=["result"])
    definition = procedures.service_by_digest(row.service_digest).workflow
    for _ in range(len(definition.steps) + 1):
        step = definition.step(row.step)
        onward = (
            [one.move for one in step.moves if one.move in (*_ONWARD, Move.RETURN_RESULT)]
            if step
            else []
        )
        if not onward or row.ended_at is not None:
            return
        try:
            _make(row, onward[0], at)
        except workflow_rules.MoveRefused:
            return


def _outcomes(parts: list[BundlePart]) -> list[dict[str, str]]:
    return [
        {"path": part.service_code, "label": part.service_name, "value": _outcome(part)}
        for part in parts
    ]


def _outcome(part: BundlePart) -> str:
    if part.child is None:
        return "Không mở được hồ sơ"
    return f"{part.child.code}: {State(part.child.state).label.vi}"


def _make(row: Dossier, move: Move, at: datetime) -> None:
    on = bench(row)
    decision = workflow_rules.decide(
        definition=on.service.workflow,
        position=on.position,
        move=move,
        functions=frozenset(Function),
        facts=Facts(reason=_OF_ITSELF.vi, result_ready=row.result is not None, case=row.case_code),
    )
    carry_out(on=on, decision=decision, by=SYSTEM, at=at, reason=_OF_ITSELF.vi)
