"""Zalo messages by template (ZNS): `POST /message/template`."""

from collections.abc import Mapping

from motcua.notifications.adapters.http import JsonGateway
from motcua.notifications.ports import NotDelivered, RefusedForGood
from motcua.notifications.rules.addresses import abroad
from motcua.notifications.values import Parcel

NEVER = frozenset({-108, -109, -110, -111, -112, -113, -114, -116, -117, -118, -119})
"""Errors about this message or this receiver: trying again is of no use.

The number or the template is wrong, the person has no Zalo account or wants no messages. All other
errors (token, balance, quota, the provider's own) may pass.
"""


class ZnsGateway:
    """Posts `{phone: 84…, template_id, template_data, tracking_id}` with an access token.

    `templates` gives the provider's number for each of our codes; what has none goes another way.
    The answer is `{"error": 0, "message": …, "data": {"msg_id": …}}`, `error` negative if refused.
    """

    def __init__(
        self, url: str, *, token: str, templates: Mapping[str, str], timeout: float = 10
    ) -> None:
        self._gateway = JsonGateway(url, headers={"access_token": token}, timeout=timeout)
        self._templates = dict(templates)

    def send_zalo(self, parcel: Parcel) -> str:
        """Send, and give the provider's msg_id."""
        template = self._templates.get(parcel.template)
        if template is None:
            raise RefusedForGood(f"Zalo knows no template for {parcel.template}")
        answer = self._gateway.post(
            {
                "phone": abroad(parcel.to),
                "template_id": template,
                "template_data": dict(parcel.data),
                "tracking_id": parcel.tracking,
            }
        ).content
        error = answer.get("error")
        if error == 0:
            given = answer.get("data")
            return str(given.get("msg_id", "")) if isinstance(given, dict) else ""
        if error in NEVER:
            raise RefusedForGood(f"Zalo refused ({error})")
        raise NotDelivered(f"Zalo answered error {str(error)[:20]}")
