"""What an officer typed into the forms behind the buttons, read into what the actions take."""

from collections.abc import Iterable
from datetime import date

from django.http import QueryDict

from motcua.dossiers.values import SupplementItem
from motcua.dossiers.values.asking import Extension, ItemKind, Obligation
from motcua.dossiers.values.returning import Way
from motcua.kernel.words import Refused, Sentence
from motcua.web.http import number_of
from motcua.workflow.values import Move

NEW_DATE = "ngay-moi"
_OBLIGATION = ("khoan", "so-tien-them", "can-cu-thu")


class NothingChosen(Refused):
    """A form at the desk came back without its choice."""


class DateUnreadable(Refused):
    """The new date of a result is no date."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                "Bạn hãy ghi ngày hẹn mới bằng số: ngày, tháng, năm, ví dụ 09 12 2026.",
                "Write the new date in numbers: day, month, year, such as 09 12 2026.",
            )
        )


class ReturnsOnItsPage(Refused):
    """A result is handed back with a record of who took it, so not by a plain move."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                "Không thể trả kết quả mà không ghi cách trả. Bạn hãy mở trang “Trả kết quả” để "
                "đối chiếu người nhận và lấy chữ ký, hoặc chọn trả bản điện tử.",
                "A result cannot be handed back without noting how. Open “Return the result” to "
                "check who takes it and have it signed for, or choose electronic delivery.",
            )
        )


NO_ITEM = Sentence(
    vi="Bạn hãy chọn ít nhất một giấy tờ hoặc thông tin cần bổ sung.",
    en="Choose at least one paper or answer to be supplemented.",
)


def items_of(posted: QueryDict, names: dict[str, str]) -> list[SupplementItem]:
    """Give what is asked for: the ticked targets among `names`, each with its kind and note."""
    asked = [
        SupplementItem(
            target=target,
            name=names[target],
            kind=posted.get(f"loai:{target}", ItemKind.MISSING.value),
            note=posted.get(f"ghi-chu:{target}", "").strip(),
        )
        for target in dict.fromkeys(posted.getlist("can"))
        if target in names
    ]
    if not asked:
        raise NothingChosen(NO_ITEM)
    return asked


def terms_of(posted: QueryDict, move: Move) -> Extension | Obligation | None:
    """Give what goes with a move: a new date or ground, a sum to be paid; DateUnreadable."""
    if move is Move.EXTEND:
        return Extension(posted.get("can-cu") or None, _date(posted))
    if move is Move.REQUEST_PAYMENT:
        return _obligation(posted)
    return None


def check_electronic(posted: QueryDict) -> None:
    """Refuse to end a dossier at a button without saying that the result goes electronically."""
    if posted.get("cach") != Way.ELECTRONIC.value:
        raise ReturnsOnItsPage


def _date(posted: QueryDict) -> date | None:
    parts = [posted.get(f"{NEW_DATE}.{part}", "").strip() for part in ("year", "month", "day")]
    if not any(parts):
        return None
    year, month, day = (number_of(part) or 0 for part in parts)
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        raise DateUnreadable from None


def _obligation(posted: QueryDict) -> Obligation | None:
    name, amount, basis = (posted.get(key, "").strip() for key in _OBLIGATION)
    if not (name or amount or basis):
        return None
    return Obligation(name, number_of(_digits(amount)) or 0, basis)


def _digits(amount: str) -> str:
    """Take the signs out that people write between thousands."""
    kept: Iterable[str] = (sign for sign in amount if sign not in ". ,đ\u00a0")
    return "".join(kept)
