"""What statistics hear: dossiers that came over with a past, and results taken back."""

from datetime import datetime

from motcua.journal.ports import listener
from motcua.journal.values import Entry
from motcua.kernel.calendar import local_day
from motcua.statistics.actions import mark_stale
from motcua.statistics.values import Month


@listener("statistics.stale", kinds=("dossier.brought_in",))
def count_again(entry: Entry) -> None:
    """Mark the months a dossier from another system touches."""
    told = entry.payload
    moments = [told["submitted_at"], *(at for _, at in told.get("moves", ()))]
    days = (local_day(datetime.fromisoformat(at)) for at in moments)
    mark_stale(top=f"{told['agency'].partition('.')[0]}.", months={Month.of(day) for day in days})
