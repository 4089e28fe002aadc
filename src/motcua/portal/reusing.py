"""What a form need not ask: papers of the applicant's store, answers given before."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from motcua.documents.rules import policy
from motcua.documents.rules.policy import Taken
from motcua.exchange import actions, queries
from motcua.exchange.rules import answers as earlier
from motcua.exchange.rules import matching
from motcua.exchange.values import Known, PaperView
from motcua.forms.values import FieldError, FormDefinition
from motcua.identity.values import Viewer
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Refused, Sentence, day_in
from motcua.portal import filling
from motcua.portal.filling import Around, Filling, Offers
from motcua.web.formats import say
from motcua.web.http import Request


def taken(form: FormDefinition, path: str) -> Taken:
    """Give what the file question at `path` takes; anything where it is none."""
    placed = form.fields.get(path)
    field = placed.field if placed else None
    return Taken(getattr(field, "accept", ()), getattr(field, "max_megabytes", None))


def taken_in_words(form: FormDefinition, paths: Iterable[str]) -> dict[str, str]:
    """Say under each of these questions which files it takes."""
    return {path: say(policy.announcement(taken(form, path))) for path in paths}


def beside(viewer: Viewer, made: Filling, around: Around, *, page: str, at: datetime) -> Around:
    """Put beside the questions what is taken, what is offered, and where answers come from.

    A paper that an officer types in is somebody else's: nothing of a store is offered there.
    """
    drawn = [placed.path for placed in made.form.page(page).fields]
    files = [path for path in drawn if made.form.fields[path].type == "file"]
    said = taken_in_words(made.form, files)
    if not made.draft.channel.is_online:
        return replace(around, taken=said)
    sources = _sources(viewer, made)
    if not files:
        return replace(around, taken=said, sources=sources)
    papers = queries.offered(viewer=viewer)
    offers = {path: _offers(papers, made, path, at=at) for path in files}
    return replace(around, taken=said, sources=sources, offers=offers)


def pressed(request: Request, made: Filling, *, at: datetime) -> tuple[FieldError, ...]:
    """Put the paper whose button was pressed under its question; gives what was wrong, if any."""
    path, _, key = request.POST.get("_reuse", "").rpartition(":")
    placed = made.form.fields.get(path)
    if placed is None or placed.type != "file" or not made.draft.channel.is_online:
        return ()
    try:
        actions.reuse(
            paper=_uuid(key),
            draft=made.draft.key,
            field=path,
            component=str(getattr(placed.field, "component", "")),
            by=request.viewer,
            at=at,
        )
    except Refused as refused:
        return (filling.as_error(made.form, path, refused.sentence),)
    return ()


def filled_in(form: FormDefinition, viewer: Viewer) -> dict[str, object]:
    """Give what a new form begins with: what the account holds, and earlier answers if agreed.

    The account is asked first; an address comes whole only from an earlier dossier.
    """
    own: dict[str, object] = filling.prefilled(form, viewer.citizen)
    if not queries.fills_in(viewer=viewer):
        return own
    before = earlier.filled(form, queries.known(viewer=viewer))
    whole = {path: value for path, value in before.items() if isinstance(value, dict)}
    return {**before, **own, **whole}


def could_fill_in(form: FormDefinition, viewer: Viewer) -> int:
    """Count the questions that earlier answers would fill in, if it was not agreed to already."""
    if viewer.anonymous or viewer.key is None or queries.fills_in(viewer=viewer):
        return 0
    return len(earlier.filled(form, queries.known(viewer=viewer)))


def _offers(papers: tuple[PaperView, ...], made: Filling, path: str, *, at: datetime) -> Offers:
    field = made.form.fields[path].field
    kinds = {getattr(field, "component", None), getattr(field, "map_to", None)}
    usable = matching.usable(
        papers,
        media_types=policy.media_types(taken(made.form, path).accept),
        on=local_day(at),
        without=frozenset(str(one.file.key) for one in made.draft.attachments),
    )
    fitting = matching.fitting(usable, frozenset(kind for kind in kinds if kind))
    own = matching.of_ones_own(usable)
    return Offers(
        fitting=tuple((str(paper.key), _offer(paper)) for paper in fitting),
        own=tuple((str(paper.key), paper.name) for paper in own),
    )


def _offer(paper: PaperView) -> str:
    vi, en = day_in(paper.on, "vi"), day_in(paper.on, "en")
    return say(
        Sentence(
            f"Bạn đã có giấy này từ hồ sơ {paper.dossier_code} ngày {vi}: {paper.name}.",
            f"You have this paper from application {paper.dossier_code} of {en}: {paper.name}.",
        )
    )


def _sources(viewer: Viewer, made: Filling) -> dict[str, str]:
    """Say where answers come from that are still as they were filled in."""
    own = filling.prefilled(made.form, viewer.citizen)
    said = {
        path: say(Sentence("Lấy từ tài khoản của bạn.", "Taken from your account."))
        for path, value in own.items()
        if made.answers.get(path) == value
    }
    if not queries.fills_in(viewer=viewer):
        return said
    known = queries.known(viewer=viewer)
    for path, element in earlier.elements(made.form).items():
        if element in known and path not in said and made.answers.get(path) == known[element].value:
            said[path] = _source(known[element])
    return said


def _source(known: Known) -> str:
    on = local_day(known.given_at)
    return say(
        Sentence(
            f"Lấy từ hồ sơ {known.dossier_code} nộp ngày {day_in(on, 'vi')}. "
            "Nếu đã thay đổi, bạn hãy sửa.",
            f"Taken from application {known.dossier_code} of {day_in(on, 'en')}. "
            "Please correct it if it has changed.",
        )
    )


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise queries.PaperUnknown from None
