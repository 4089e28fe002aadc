"""Where money, result and synchronisation of a dossier stand, apart from the state of its case."""

from enum import StrEnum

from motcua.kernel.words import Sentence


class Finance(StrEnum):
    """Where the money of a dossier stands, apart from the state of its case."""

    NOTHING = "nothing"
    UNPAID = "unpaid"
    ASKED = "asked"
    PAID = "paid"
    CANCELLED = "cancelled"

    @property
    def label(self) -> Sentence:
        """Name it to a reader."""
        return _FINANCES[self]


class Delivery(StrEnum):
    """Where the result of a dossier is, apart from the state of its case."""

    NOT_YET = "not_yet"
    READY = "ready"
    DELIVERED = "delivered"
    NONE = "none"

    @property
    def label(self) -> Sentence:
        """Name it to a reader."""
        return _DELIVERIES[self]


class Synchronisation(StrEnum):
    """Whether the national portal knows the dossier as it stands. No connection exists yet."""

    NOT_CONNECTED = "not_connected"

    @property
    def label(self) -> Sentence:
        """Name it to a reader."""
        return Sentence(
            "Chưa nối với Cổng Dịch vụ công quốc gia", "Not connected to the national portal"
        )


_FINANCES = {
    Finance.NOTHING: Sentence("Không thu", "Nothing to pay"),
    Finance.UNPAID: Sentence("Chưa thanh toán", "Not paid"),
    Finance.ASKED: Sentence("Chờ thanh toán", "Payment asked for"),
    Finance.PAID: Sentence("Đã thanh toán", "Paid"),
    Finance.CANCELLED: Sentence("Hủy thanh toán", "Payment cancelled"),
}
_DELIVERIES = {
    Delivery.NOT_YET: Sentence("Chưa có kết quả", "No result yet"),
    Delivery.READY: Sentence("Chờ trả", "Waiting to be returned"),
    Delivery.DELIVERED: Sentence("Đã trả", "Returned"),
    Delivery.NONE: Sentence("Không có kết quả", "No result"),
}
