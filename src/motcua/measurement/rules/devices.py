"""What a reader holds, read from the agent as coarsely as it is kept."""

import re
from functools import lru_cache

from motcua.measurement.values.facts import Device

_TABLET = re.compile(r"iPad|Tablet|Kindle|Silk/|PlayBook|SM-T\d|Android(?!.*Mobile)")
_PHONE = re.compile(r"iPhone|iPod|Android|Mobile|Windows Phone|Opera Mini|BlackBerry|Nokia|KAIOS")
_COMPUTER = re.compile(r"Windows NT|Macintosh|X11|Linux|CrOS")


def device_of(agent: str) -> Device:
    """Tell phone, tablet and computer apart; unknown where the agent does not say."""
    return _device_of(agent[:1_000])


@lru_cache(maxsize=16_384)
def _device_of(seen: str) -> Device:
    if _TABLET.search(seen):
        return Device.TABLET
    if _PHONE.search(seen):
        return Device.PHONE
    return Device.COMPUTER if _COMPUTER.search(seen) else Device.UNKNOWN
