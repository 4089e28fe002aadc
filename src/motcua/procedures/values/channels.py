"""How a dossier comes in. Helped submission is told apart, so that figures stay honest."""

from collections.abc import Iterable
from enum import StrEnum

from motcua.kernel.words import Sentence


class Channel(StrEnum):
    """How a dossier came in; fees, components and time limits may differ by it."""

    SELF_SERVICE = "self_service"
    OFFICER_ASSISTED = "officer_assisted"
    VOLUNTEER_ASSISTED = "volunteer_assisted"
    COUNTER = "counter"
    POST = "post"

    @property
    def label(self) -> Sentence:
        """Name the channel to a reader."""
        return _LABELS[self]

    @property
    def is_online(self) -> bool:
        """Whether the applicant's own account submitted the electronic form, helped or not."""
        return self in _ONLINE

    @property
    def is_assisted(self) -> bool:
        """Whether somebody helped the applicant on their own account."""
        return self in _ASSISTED

    @property
    def proves_self_service(self) -> bool:
        """Whether it shows that people manage by themselves: only when nobody helped."""
        return self is Channel.SELF_SERVICE

    @property
    def facts(self) -> dict[str, str | bool]:
        """Give what conditions and amounts may ask of it: `channel` and `online`."""
        return {"channel": self.value, "online": self.is_online}


_ASSISTED = frozenset({Channel.OFFICER_ASSISTED, Channel.VOLUNTEER_ASSISTED})
_ONLINE = _ASSISTED | {Channel.SELF_SERVICE}
_LABELS = {
    Channel.SELF_SERVICE: Sentence(vi="Tự nộp trực tuyến", en="Online, by the applicant"),
    Channel.OFFICER_ASSISTED: Sentence(
        vi="Nộp trực tuyến, có cán bộ hỗ trợ", en="Online, helped by an officer"
    ),
    Channel.VOLUNTEER_ASSISTED: Sentence(
        vi="Nộp trực tuyến, có Tổ công nghệ số cộng đồng hỗ trợ",
        en="Online, helped by a volunteer of the community digital team",
    ),
    Channel.COUNTER: Sentence(
        vi="Nộp tại quầy, cán bộ nhập", en="At the counter, typed by an officer"
    ),
    Channel.POST: Sentence(vi="Qua bưu chính công ích", en="By public post"),
}


def with_assistance(channels: Iterable[Channel]) -> tuple[Channel, ...]:
    """Add the assisted channels to those a procedure names: whoever may submit may be helped."""
    named = frozenset(channels)
    helped = _ASSISTED if Channel.SELF_SERVICE in named else frozenset[Channel]()
    return tuple(channel for channel in Channel if channel in named | helped)
