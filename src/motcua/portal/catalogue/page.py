"""The parts of a procedure's page: the record in words, and what the source leaves out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.utils.translation import gettext as _

from motcua.portal.catalogue import wording
from motcua.portal.catalogue.prose import Block, blocks
from motcua.procedures.queries import ProcedureView
from motcua.procedures.values.catalogue import (
    Channel,
    ComponentGroup,
    LegalAct,
    Read,
    Record,
    State,
)

T = TypeVar("T")
_MANY = 12
"""Papers that are shown at once; more are one touch away."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page that may be missing: `source` is its text where it was not understood."""

    is_stated: bool
    source: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """One way of handing in: how long it takes and what it costs, each a list of lines."""

    name: str
    time: tuple[str, ...]
    fees: tuple[str, ...]
    note: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper to bring; a line without a count is a remark among the papers."""

    name: tuple[Block, ...]
    count: str
    forms: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Papers:
    """Papers that belong together; `is_folded` where the page would grow out of hand."""

    title: str
    items: tuple[Paper, ...]
    is_folded: bool


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the template draws."""

    key: str
    name: str
    code: str
    online: str
    is_online: bool
    audiences: str
    levels: str
    field: str
    agency: str
    description: tuple[Block, ...]
    time: tuple[str, ...]
    cost: tuple[str, ...]
    ways: tuple[Way, ...]
    ways_part: Part
    papers: tuple[Papers, ...]
    papers_part: Part
    steps: tuple[tuple[Block, ...], ...]
    steps_part: Part
    results: tuple[tuple[str, str], ...]
    results_part: Part
    conditions: tuple[Block, ...]
    laws: tuple[LegalAct, ...]
    laws_part: Part
    details: tuple[tuple[str, str], ...]
    official: str


def page(view: ProcedureView) -> Page:
    """Put a record into the parts of its page."""
    record = view.record
    ways = tuple(map(_way, record.channels.value or ()))
    return Page(
        key=view.key,
        name=" ".join(record.name.split()),
        code=record.code or "",
        online=wording.online(record.online),
        is_online=record.online.value != "none",
        audiences=_listed(record.audiences, wording.audience),
        levels=_listed(record.levels, wording.level),
        field=record.field_name.value or "",
        agency=record.agency_name,
        description=_prose(record.description),
        time=_together(way.time for way in ways),
        cost=_together(way.fees for way in ways),
        ways=ways,
        ways_part=_part(record.channels),
        papers=_all_papers(record.components.value or ()),
        papers_part=_part(record.components),
        steps=tuple(_unlisted(step.text) for step in record.steps.value or ()),
        steps_part=_part(record.steps),
        results=tuple((one.name, one.code or "") for one in record.results.value or ()),
        results_part=_part(record.results),
        conditions=_prose(record.conditions),
        laws=record.legal_basis.value or (),
        laws_part=_part(record.legal_basis),
        details=_details(record),
        official=record.page,
    )


def _part(read: Read[T]) -> Part:
    return Part(
        is_stated=read.state is not State.UNSTATED,
        source=blocks(read.text) if read.state is State.UNPARSED else (),
    )


def _listed(read: Read[tuple[T, ...]], name: Callable[[T], str]) -> str:
    words = ", ".join(map(name, read.value or ()))
    if not words and read.state is State.UNPARSED:
        return wording.Quoted(read.text[:1].upper() + read.text[1:])
    return words[:1].upper() + words[1:]


def _way(channel: Channel) -> Way:
    limit, fees = channel.time, channel.fees
    time = (wording.limit(limit.value),) if limit.value else ()
    costs = tuple(map(wording.fee, fees.value or ()))
    return Way(
        name=wording.channel(channel.kind),
        time=time or _said(limit),
        fees=tuple(dict.fromkeys(costs)) or _said(fees),
        note=_prose(channel.description),
    )


def _said(read: Read[T]) -> tuple[str, ...]:
    """Quote the source where it was not understood."""
    text = " ".join(read.text.split()) if read.state is State.UNPARSED else ""
    return (wording.Quoted(_("Nguồn ghi: “%(text)s”") % {"text": text}),) if text else ()


def _together(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Join what the ways say, each once, so that the summary stays short."""
    return tuple(dict.fromkeys(line for lines in groups for line in lines))


def _all_papers(groups: tuple[ComponentGroup, ...]) -> tuple[Papers, ...]:
    """Put papers in words; of many lists each is folded, and so is a long one."""
    many = len(groups) > 1 and sum(len(group.items) for group in groups) > _MANY
    return tuple(_papers(group, is_folded=many or len(group.items) > _MANY) for group in groups)


def _papers(group: ComponentGroup, *, is_folded: bool) -> Papers:
    return Papers(
        title=wording.group(group.kind, group.caption),
        items=tuple(
            Paper(
                name=_unlisted(item.name),
                count=wording.copies(item.originals, item.copies),
                forms=tuple(item.forms.value or ()),
                note=item.note,
            )
            for item in group.items
        ),
        is_folded=is_folded,
    )


def _unlisted(text: str) -> tuple[Block, ...]:
    """Cut a text that is a list's item already: its own dash is no list."""
    found = blocks(text)
    if found and found[0].is_list:
        first, *others = found[0].lines
        head = Block((first,), is_list=False)
        return (head, *([Block(tuple(others), is_list=True)] if others else []), *found[1:])
    return found


def _prose(read: Read[str]) -> tuple[Block, ...]:
    """Give the words of a text, as far as the source has any."""
    return blocks(read.value or (read.text if read.state is State.UNPARSED else ""))


def _words(read: Read[str]) -> str:
    return wording.Quoted(read.value or (read.text if read.state is State.UNPARSED else ""))


def _details(record: Record) -> tuple[tuple[str, str], ...]:
    """Collect the smaller facts; what is not stated is left out here."""
    rows = (
        (_("Mã thủ tục"), record.code or record.code_text),
        (_("Quyết định công bố"), _words(record.decision)),
        (_("Lĩnh vực"), _words(record.field_name)),
        (_("Loại thủ tục"), _words(record.kind)),
        (_("Cấp giải quyết"), _listed(record.levels, wording.level)),
        (_("Cơ quan có thẩm quyền"), _words(record.competent_agency)),
        (_("Cơ quan thực hiện"), _words(record.implementing_agency)),
        (_("Cơ quan được ủy quyền"), _words(record.authorised_agency)),
        (_("Cơ quan phối hợp"), _words(record.coordinating_agency)),
        (_("Nơi tiếp nhận"), _words(record.address)),
        (_("Từ khóa"), _words(record.keywords)),
    )
    return tuple((title, words) for title, words in rows if words)
