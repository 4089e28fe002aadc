"""Short messages through a gateway of brand names: JSON over HTTP."""

from motcua.notifications.adapters.http import JsonGateway
from motcua.notifications.ports import NotDelivered, RefusedForGood
from motcua.notifications.rules.addresses import abroad
from motcua.notifications.rules.segments import without_marks
from motcua.notifications.values import Parcel


class SmsGateway:
    """Posts `{brandname, phone, message, request_id, unicode}` with a bearer token.

    The gateway answers `{"status": "accepted", "id": …}`, or `{"status": "rejected", "error": …}`
    for what it will never take. Without `marks`, Vietnamese is written without them, so that more
    of it goes into one SMS and every telephone can show it.
    """

    def __init__(
        self, url: str, *, token: str, brand: str, marks: bool = False, timeout: float = 10
    ) -> None:
        self._gateway = JsonGateway(
            url, headers={"Authorization": f"Bearer {token}"}, timeout=timeout
        )
        self._brand, self._marks = brand, marks

    def send_sms(self, parcel: Parcel) -> str:
        """Send, and give the gateway's id."""
        text = parcel.text if self._marks else without_marks(parcel.text)
        answer = self._gateway.post(
            {
                "brandname": self._brand,
                "phone": abroad(parcel.to),
                "message": text,
                "request_id": parcel.tracking,
                "unicode": self._marks,
            }
        ).content
        if answer.get("status") == "accepted":
            return str(answer.get("id", ""))
        problem = str(answer.get("error", "no reason"))[:80]
        if answer.get("status") == "rejected":
            raise RefusedForGood(f"the SMS gateway refused: {problem}")
        raise NotDelivered("the SMS gateway answered neither accepted nor rejected")
