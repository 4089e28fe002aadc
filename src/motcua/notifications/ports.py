"""The gateways through which words leave the house."""

from typing import Protocol

from motcua.notifications.values import Channel, Parcel


class NotDelivered(Exception):
    """The gateway did not take the message; it may take it later. Says why, without the address."""


class RefusedForGood(NotDelivered):
    """The gateway will never take this message: trying again is of no use, another way may be."""


class Mail(Protocol):
    """Sends electronic mail."""

    def send_mail(self, *, key: str, to: str, subject: str, text: str) -> str:
        """Send a plain-text mail and give the gateway's reference; raises NotDelivered.

        Sending again under the same `key` must be recognisable as the same mail.
        """
        ...


class Sms(Protocol):
    """Sends short messages to telephones."""

    def send_sms(self, parcel: Parcel) -> str:
        """Send a short message and give the gateway's reference; raises NotDelivered."""
        ...


class Zalo(Protocol):
    """Sends Zalo messages to telephone numbers, by a template the provider knows."""

    def send_zalo(self, parcel: Parcel) -> str:
        """Send a Zalo message and give the gateway's reference; raises NotDelivered."""
        ...


class GatewayMissing(Exception):
    """No gateway was put in place for a channel."""


class _Gateways:
    mail: Mail | None = None
    sms: Sms | None = None
    zalo: Zalo | None = None


_gateways = _Gateways()


def use(*, mail: Mail, sms: Sms, zalo: Zalo) -> None:
    """Put the gateways in place; called once at the start."""
    _gateways.mail, _gateways.sms, _gateways.zalo = mail, sms, zalo


def hand_over(channel: Channel, parcel: Parcel) -> str:
    """Give a message to its channel's gateway and return the reference; raises NotDelivered."""
    match channel:
        case Channel.MAIL if _gateways.mail:
            return _gateways.mail.send_mail(
                key=parcel.key, to=parcel.to, subject=parcel.subject, text=parcel.text
            )
        case Channel.SMS if _gateways.sms:
            return _gateways.sms.send_sms(parcel)
        case Channel.ZALO if _gateways.zalo:
            return _gateways.zalo.send_zalo(parcel)
    raise GatewayMissing(f"There is no gateway for {channel}.")
