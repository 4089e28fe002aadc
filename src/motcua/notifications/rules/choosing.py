"""Which ways a notice takes to a person."""

from motcua.notifications.rules import addresses
from motcua.notifications.values import Channel, Preferences, Topic, Way

DEFAULT = Preferences()


def ways(preferences: Preferences, *, topic: Topic, email: str, phone: str) -> tuple[Way, ...]:
    """Give the ways to try, in order; the next is taken only where one fails for good.

    Nothing where the person switched the topic off, or has no address that can be used. What
    cannot be switched off finds another way where none of the chosen channels has an address.
    """
    if topic in preferences.off and topic.may_be_off:
        return ()
    usable = {
        channel: way for channel in Channel if (way := _way(channel, email=email, phone=phone))
    }
    chosen = tuple(usable[channel] for channel in preferences.channels if channel in usable)
    if chosen or topic.may_be_off:
        return chosen
    return tuple(usable[channel] for channel in DEFAULT.channels if channel in usable)


def _way(channel: Channel, *, email: str, phone: str) -> Way | None:
    address = email if channel is Channel.MAIL else phone
    try:
        return Way(channel, addresses.checked(channel, address.strip()))
    except addresses.AddressRefused:
        return None
