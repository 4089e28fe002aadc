"""Walk the whole chain of seals and compare every entry with what was sealed."""

from collections.abc import Callable, Iterator

from motcua.journal.models import Entry, Seal
from motcua.journal.queries.entries import as_value
from motcua.journal.rules import chain
from motcua.journal.values import Verification
from motcua.kernel.words import Sentence


class Broken(Exception):
    """The journal is not what was sealed."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.sentence = Sentence(vi=vi, en=en)


def verify(
    *, head: str | None = None, told: Callable[[int, int], None] | None = None
) -> Verification:
    """Verify every sealed entry, reading seal by seal.

    `head`, a digest written down earlier, must still be in the chain: so an end cut off shows.
    `told(entries_done, entries_in_all)` is called after every seal.
    """
    unsealed = Entry.objects.filter(seal__isnull=True).count()
    total = Entry.objects.filter(seal__isnull=False).count()
    sealed, seals, last, found = 0, 0, chain.BEGINNING, head is None
    problem: Sentence | None = None
    try:
        for seal in _in_order():
            sealed += _check_seal(seal, number=seals + 1, previous=last)
            seals, last = seal.number, seal.digest
            found = found or last == head
            if told:
                told(sealed, total)
        _check_end(sealed=sealed, seals=seals, total=total)
        if not found:
            raise Broken(
                f"Niêm phong {head} không còn trong chuỗi: phần cuối nhật ký đã bị cắt hoặc thay.",
                f"The seal {head} is no longer in the chain: the end was cut off or replaced.",
            )
    except Broken as broken:
        problem = broken.sentence
    return Verification(
        ok=problem is None,
        sealed=sealed,
        unsealed=unsealed,
        seals=seals,
        head=last,
        problem=problem,
    )


def _in_order() -> Iterator[Seal]:
    last = 0
    while batch := list(Seal.objects.filter(number__gt=last).order_by("number")[:50]):
        yield from batch
        last = batch[-1].number


def _check_seal(seal: Seal, *, number: int, previous: str) -> int:
    if seal.number != number:
        raise Broken(f"Thiếu niêm phong {number}.", f"Seal {number} is missing.")
    if chain.seal_digest(seal.manifest) != seal.digest:
        raise Broken(
            f"Niêm phong {number} đã bị sửa: mã băm không khớp với nội dung.",
            f"Seal {number} was altered: its digest does not fit its manifest.",
        )
    told_number, told_previous, digests = chain.read_manifest(seal.manifest)
    if (told_number, told_previous, seal.previous) != (number, previous, previous):
        raise Broken(
            f"Niêm phong {number} không nối với niêm phong trước.",
            f"Seal {number} does not follow the seal before it.",
        )
    _check_entries(seal, digests)
    return len(digests)


def _check_entries(seal: Seal, digests: dict[int, str]) -> None:
    rows = Entry.objects.filter(seal=seal).order_by("pk")
    found = {row.pk: chain.entry_digest(as_value(row)) for row in rows}
    for number in sorted(digests.keys() | found.keys()):
        if number not in found:
            raise Broken(
                f"Thiếu mục {number} (niêm phong {seal.number}).",
                f"Entry {number} is missing (seal {seal.number}).",
            )
        if number not in digests:
            raise Broken(
                f"Mục {number} được chèn thêm vào niêm phong {seal.number}.",
                f"Entry {number} was slipped under seal {seal.number}.",
            )
        if found[number] != digests[number]:
            raise Broken(
                f"Mục {number} đã bị sửa sau khi niêm phong (niêm phong {seal.number}).",
                f"Entry {number} was altered after it was sealed (seal {seal.number}).",
            )


def _check_end(*, sealed: int, seals: int, total: int) -> None:
    if sealed >= total:
        return
    first = Entry.objects.filter(seal__gt=seals).order_by("pk").values_list("pk", flat=True).first()
    if first is not None:
        raise Broken(
            f"Mục {first} thuộc một niêm phong không còn: phần cuối chuỗi đã bị cắt.",
            f"Entry {first} belongs to a seal that is gone: the end of the chain was cut off.",
        )
