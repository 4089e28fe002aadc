"""Why a page could not be seen, in words for the one who reads the report."""

import math
from dataclasses import replace

from motcua.evaluation.values.observations import Observation, Outcome
from motcua.kernel.words import Sentence

_BY_BEGINNING = {
    "dns": Sentence("Không tìm thấy máy chủ mang tên này.", "No server of this name was found."),
    "refused": Sentence("Máy chủ từ chối kết nối.", "The server refuses connections."),
    "timeout": Sentence(
        "Máy chủ không trả lời trong thời gian chờ.", "The server did not answer in time."
    ),
    "tls": Sentence(
        "Không lập được kết nối an toàn (TLS) với máy chủ.",
        "No secure connection (TLS) to the server could be made.",
    ),
    "connection": Sentence("Kết nối tới máy chủ bị đứt.", "The connection to the server broke."),
    "redirects": Sentence("Trang chuyển hướng mãi không dừng.", "The page redirects without end."),
    "robots.txt": Sentence(
        "Tệp robots.txt của cổng không cho máy xem trang này.",
        "The portal's robots.txt does not let machines look at this page.",
    ),
    "other site": Sentence(
        "Địa chỉ này dẫn sang một trang web khác.", "This address leads to another site."
    ),
}
_BY_ERROR = {
    "ERR_NAME_NOT_RESOLVED": "dns",
    "ERR_CONNECTION_REFUSED": "refused",
    "ERR_CONNECTION_TIMED_OUT": "timeout",
    "ERR_TIMED_OUT": "timeout",
    "Timeout": "timeout",
    "ERR_CERT": "tls",
    "ERR_SSL": "tls",
    "ERR_BAD_SSL": "tls",
    "ERR_TOO_MANY_REDIRECTS": "redirects",
    "ERR_EMPTY_RESPONSE": "connection",
    "ERR_CONNECTION": "connection",
    "ERR_SOCKET": "connection",
    "ERR_ADDRESS": "connection",
    "ERR_INTERNET": "connection",
}
_INSTEAD = {
    "empty": Sentence(
        "Trang trống: không có chữ, hình hay ô nhập nào.",
        "The page is empty: there are no words, no pictures, no fields.",
    ),
    "missing": Sentence(
        "Máy chủ trả lời 200 nhưng trang chỉ báo là không có trang này.",
        "The server answers 200, but the page only says that there is no such page.",
    ),
    "error": Sentence(
        "Máy chủ trả lời 200 nhưng trang chỉ báo lỗi.",
        "The server answers 200, but the page only tells of an error.",
    ),
    "wall": Sentence(
        "Cổng chặn công cụ bằng trang kiểm tra người dùng nên không xem được.",
        "The portal stops machines with a page that checks who is there, so nothing was seen.",
    ),
}
_LOST = ("Target crashed", "Target closed", "has been closed", "Connection closed", "Page crashed")


def of_failure(failed: str) -> Sentence:
    """Say why plain HTTP gave nothing (`Answer.failed`)."""
    for beginning, sentence in _BY_BEGINNING.items():
        if failed.startswith(beginning):
            return sentence
    return Sentence(f"Máy chủ trả lời sai: {failed}.", f"The server's answer is wrong: {failed}.")


def of_error(message: str) -> Sentence:
    """Say why the browser could not show a page, from its error."""
    for word, beginning in _BY_ERROR.items():
        if word in message:
            return _BY_BEGINNING[beginning]
    if any(word in message for word in _LOST):
        return Sentence(
            "Trang làm trình duyệt dừng hẳn.", "The page made the browser stop working."
        )
    first = message.strip().splitlines()[0][:200] if message.strip() else "?"
    return Sentence(f"Trình duyệt không mở được trang: {first}", f"The page did not open: {first}")


def of_status(status: int) -> Sentence:
    """Say that a page answered with an error."""
    if status in {401, 403}:
        return Sentence(
            f"Máy chủ không cho xem trang này (mã {status}).",
            f"The server does not let anybody see this page (status {status}).",
        )
    if status in {404, 410}:
        return Sentence(
            f"Không có trang ở địa chỉ này (mã {status}).",
            f"There is no page at this address (status {status}).",
        )
    return Sentence(
        f"Máy chủ báo lỗi thay cho trang (mã {status}).",
        f"The server answered with an error (status {status}).",
    )


def of_stead(kind: str) -> Sentence:
    """Say what came with status 200 in the place of a page (`finding_walls.instead`)."""
    return _INSTEAD[kind]


def of_refusal(why: str) -> Sentence:
    """Say that robots.txt could not be had: nothing may be looked at then (RFC 9309, 2.3.1.4)."""
    if not why.startswith("status"):
        return of_failure(why)
    return Sentence(
        f"Máy chủ báo lỗi khi được hỏi robots.txt ({why}), nên chưa được phép xem trang nào.",
        f"The server fails to give its robots.txt ({why}), so that no page may be looked at yet.",
    )


def of_deaths(number: int) -> Sentence:
    """Say that a page was given up."""
    return Sentence(
        f"Đã thử {number} lần; lần nào trang này cũng làm chương trình kiểm tra treo hoặc dừng.",
        f"Tried {number} times; each time this page made the auditing process hang or die.",
    )


def finite(one: Observation) -> Observation:
    """Give an observation as it is; one whose value is no number could not be seen."""
    if not isinstance(one.value, float) or math.isfinite(one.value):
        return one
    note = Sentence("Trị số đo được không có nghĩa.", "What was measured is no number.")
    return replace(one, outcome=Outcome.COULD_NOT, value=None, note=note)
