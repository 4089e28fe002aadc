"""Whether a result may be handed to whoever stands there."""

import re

from motcua.dossiers.values.returning import Taker, Way
from motcua.kernel.words import Refused, Sentence

LONGEST_SIGNATURE = 40_000
_STROKES = re.compile(r"M[ML0-9 .]+")


class HandBackRefused(Refused):
    """The result cannot be handed over like this; says what is missing."""


def check_way(way: Way, taker: Taker | None, tracking: str) -> None:
    """Refuse where what this way needs is not there."""
    if way is Way.POST and not 0 < len(tracking) <= 60:
        raise HandBackRefused(_TRACKING)
    if way is Way.COUNTER:
        if taker is None or not 0 < len(taker.name) <= 200:
            raise HandBackRefused(_NAME)
        if taker.authorised and not 0 < len(taker.authority) <= 300:
            raise HandBackRefused(_AUTHORITY)
        check_signature(taker)


def check_reach(way: Way, *, has_account: bool) -> None:
    """Refuse an electronic result for somebody who has no account to find it in."""
    if way is Way.ELECTRONIC and not has_account:
        raise HandBackRefused(NO_ACCOUNT)


def check_signature(taker: Taker) -> None:
    """Refuse where nobody signed, on the screen or by name, or what came is no signature."""
    if taker.signature:
        if len(taker.signature) > LONGEST_SIGNATURE or not _STROKES.fullmatch(taker.signature):
            raise HandBackRefused(_SIGNATURE)
    elif not taker.typed_name or len(taker.typed_name) > 200:
        raise HandBackRefused(_UNSIGNED)


def matched(known: str, taker: Taker) -> bool:
    """Compare the identity number on the card with the application's; False where none is known.

    Raises HandBackRefused where they differ and nobody is authorised, and where nothing was looked
    at at all.
    """
    shown = digits(taker.identity_number)
    if taker.authorised:
        if not shown:
            raise HandBackRefused(_NUMBER)
        return False
    if not known:
        if not taker.papers_seen:
            raise HandBackRefused(_PAPERS)
        return False
    if not shown:
        raise HandBackRefused(_NUMBER)
    if shown != digits(known):
        raise HandBackRefused(_DIFFERS)
    return True


def digits(text: str) -> str:
    """Give the digits of a number, however it is written or read from a card's QR code.

    The QR code of an identity card begins with the number, then `|`.
    """
    return re.sub(r"\D", "", text.partition("|")[0])


NO_ACCOUNT = Sentence(
    "Người nộp không có tài khoản nên không mở được bản điện tử. Bạn hãy trả tại quầy hoặc qua bưu "
    "chính.",
    "The applicant has no account in which to open an electronic result. Hand it over at the "
    "counter or by post.",
)
_TRACKING = Sentence("Bạn hãy nhập mã bưu gửi.", "Enter the tracking number.")
_NAME = Sentence("Bạn hãy nhập họ tên người nhận.", "Enter the name of who takes the result.")
_AUTHORITY = Sentence(
    "Người khác nhận thay phải có giấy ủy quyền. Bạn hãy ghi số, ngày của giấy đó.",
    "Somebody else needs a paper of authority. Note its number and date.",
)
_SIGNATURE = Sentence(
    "Không đọc được chữ ký. Bạn hãy mời người nhận ký lại, hoặc nhập họ tên thay chữ ký.",
    "The signature cannot be read. Ask to sign again, or type the name instead.",
)
_UNSIGNED = Sentence(
    "Người nhận chưa ký. Bạn hãy mời họ ký trên màn hình, hoặc nhập họ tên và đánh dấu đã nhận.",
    "Nobody has signed yet. Ask to sign on the screen, or type the name and tick “received”.",
)
_NUMBER = Sentence(
    "Bạn hãy nhập hoặc quét số định danh trên thẻ của người nhận.",
    "Enter or scan the identity number on the card of who takes the result.",
)
_PAPERS = Sentence(
    "Hồ sơ không có số định danh để đối chiếu. Bạn hãy xem giấy tờ của người nhận rồi đánh dấu.",
    "The application has no identity number to compare. Look at the person's papers, then tick.",
)
_DIFFERS = Sentence(
    "Số định danh trên thẻ khác với số trong hồ sơ. Nếu người này nhận thay, bạn hãy chọn "
    "“Người được ủy quyền” và ghi giấy ủy quyền.",
    "The number on the card differs from the application. If they take it for somebody, choose "
    "“Authorised person” and note the paper of authority.",
)
