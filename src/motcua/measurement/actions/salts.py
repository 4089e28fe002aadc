"""Keeping secrets of a day no longer than the day."""

from datetime import datetime
from pathlib import Path

from django.conf import settings

from motcua.measurement.models import salts
from motcua.measurement.rules.wire.reading import day_and_second


def destroy_salts(*, at: datetime, folder: Path | None = None) -> int:
    """Destroy the salts of days that are over in Hà Nội; give how many there were."""
    today, _second = day_and_second(at)
    return salts.destroy_salts(folder or Path(settings.MEASUREMENT), before=today)


def day_salt(*, at: datetime, folder: Path | None = None) -> bytes:
    """Give the salt of this day in Hà Nội, the same for every process."""
    today, _second = day_and_second(at)
    return salts.salt_of(folder or Path(settings.MEASUREMENT), today)


def pepper(*, folder: Path | None = None) -> bytes:
    """Give the secret that dossiers' codes are hashed with."""
    return salts.pepper(folder or Path(settings.MEASUREMENT))
