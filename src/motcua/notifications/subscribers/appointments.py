"""Tells people about the appointment they booked, by the telephone number they gave for it."""

from django.conf import settings

from motcua.agencies import queries as agencies
from motcua.counters import queries as counters
from motcua.counters.values import AppointmentState
from motcua.journal.ports import listener
from motcua.journal.values import Entry
from motcua.notifications import actions
from motcua.notifications.subscribers.people import spoken
from motcua.notifications.values import Channel


@listener(
    "notifications.appointments",
    kinds=("appointment.booked", "appointment.moved", "appointment.near"),
)
def tell_booker(entry: Entry) -> None:
    """Send the code with when and where; nothing once it was cancelled or the number erased."""
    found = counters.appointment_about(entry.subject)
    if found is None or not found.phone or found.state is not AppointmentState.BOOKED:
        return
    actions.send(
        channel=Channel.SMS,
        to=found.phone,
        template=entry.kind,
        context={
            "code": found.code,
            "agency": agencies.agency(found.agency_code).name,
            "at": spoken(found.starts_at, found.language),
            "link": f"{settings.BASE_URL}/lich-hen/{found.code}/",
        },
        subject=entry.subject,
        key=f"{entry.number}:{Channel.SMS}",
        at=entry.at,
        by=entry.by,
        language=found.language,
    )
