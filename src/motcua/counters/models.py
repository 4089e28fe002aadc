"""Rows of counters, tickets, slots and appointments."""

import uuid

from django.db import models
from django.db.models import F, Q

from motcua.counters.values import AppointmentState, TicketState, Turn

BUSY = [TicketState.CALLED.value, TicketState.SERVING.value]
SEATED = [
    AppointmentState.BOOKED.value,
    AppointmentState.ARRIVED.value,
    AppointmentState.MISSED.value,
]


class Counter(models.Model):
    """A counter; one officer sits there at a time, and one officer at one counter."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    agency_code = models.CharField(max_length=35)
    agency_path = models.CharField(max_length=120)
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    businesses = models.JSONField(default=list)
    turns = models.JSONField(default=list)
    fields = models.JSONField(default=list)
    sitting_key = models.UUIDField(null=True)
    sitting_name = models.CharField(max_length=200, blank=True)
    opened_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency_code", "number"],
                condition=Q(removed_at__isnull=True),
                name="counters_number_once",
            ),
            models.UniqueConstraint(
                fields=["sitting_key"],
                condition=Q(sitting_key__isnull=False),
                name="counters_one_seat_an_officer",
            ),
            models.CheckConstraint(
                condition=Q(opened_at__isnull=True) | Q(sitting_key__isnull=False),
                name="counters_open_with_somebody",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=999), name="counters_number_callable"
            ),
        ]


class Ticket(models.Model):
    """A ticket of one day, without a word about who holds it.

    `turn_at` is what its turn is reckoned by (`rules.turns`); waiting counts from `expected_at`:
    when it was drawn, or the hour of an appointment. Only `passed_to` may call what is passed on.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    agency_code = models.CharField(max_length=35)
    agency_path = models.CharField(max_length=120)
    on = models.DateField()
    business = models.CharField(max_length=12)
    field = models.CharField(max_length=200, blank=True)
    turn = models.CharField(max_length=12, default=Turn.ORDINARY.value)
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=12, default=TicketState.WAITING.value)
    taken_at = models.DateTimeField()
    expected_at = models.DateTimeField()
    turn_at = models.DateTimeField()
    counter = models.ForeignKey(Counter, null=True, on_delete=models.PROTECT, related_name="+")
    passed_to = models.ForeignKey(Counter, null=True, on_delete=models.PROTECT, related_name="+")
    calls = models.PositiveSmallIntegerField(default=0)
    first_called_at = models.DateTimeField(null=True)
    called_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["agency_code", "on", "turn_at", "id"],
                condition=Q(state=TicketState.WAITING.value),
                name="counters_waiting",
            ),
            models.Index(fields=["agency_code", "on", "-called_at"], name="counters_called"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["agency_code", "on", "business", "number"], name="counters_ticket_once"
            ),
            models.UniqueConstraint(
                fields=["counter"],
                condition=Q(state__in=BUSY),
                name="counters_one_ticket_a_counter",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=BUSY) | Q(counter__isnull=False, called_at__isnull=False),
                name="counters_called_somewhere",
            ),
            models.CheckConstraint(
                condition=~Q(state=TicketState.DONE.value)
                | Q(started_at__isnull=False, ended_at__isnull=False),
                name="counters_done_with_its_times",
            ),
        ]


class SlotRule(models.Model):
    """Slots of an agency: on these weekdays, from … to …, each so long, for so many."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    agency_code = models.CharField(max_length=35)
    agency_path = models.CharField(max_length=120)
    weekdays = models.JSONField(default=list)
    begins = models.TimeField()
    ends = models.TimeField()
    minutes = models.PositiveSmallIntegerField()
    capacity = models.PositiveSmallIntegerField()
    days_ahead = models.PositiveSmallIntegerField()
    set_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["agency_code"], name="counters_slots_of_agency")]
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gte=5, capacity__gte=1, begins__lt=F("ends")),
                name="counters_slots_of_some_length",
            )
        ]


class Appointment(models.Model):
    """A seat in a slot. Overbooking cannot be written: a seat is taken once and lies within."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    code = models.CharField(max_length=12, unique=True)
    rule = models.ForeignKey(SlotRule, on_delete=models.PROTECT, related_name="+")
    agency_code = models.CharField(max_length=35)
    agency_path = models.CharField(max_length=120)
    business = models.CharField(max_length=12)
    field = models.CharField(max_length=200, blank=True)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    seat = models.PositiveSmallIntegerField()
    seats = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, default=AppointmentState.BOOKED.value)
    name = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=8, default="vi")
    booked_at = models.DateTimeField()
    times_moved = models.PositiveSmallIntegerField(default=0)
    ticket = models.OneToOneField(Ticket, null=True, on_delete=models.PROTECT, related_name="+")
    reminded_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["agency_code", "starts_at"], name="counters_appointments"),
            models.Index(fields=["state", "starts_at"], name="counters_appointments_due"),
            models.Index(
                fields=["starts_at"],
                condition=Q(erased_at__isnull=True),
                name="counters_appointments_to_erase",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "starts_at", "seat"],
                condition=Q(state__in=SEATED),
                name="counters_seat_once",
            ),
            models.CheckConstraint(
                condition=Q(seat__lt=F("seats")), name="counters_seat_within_capacity"
            ),
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True) | Q(name="", phone=""),
                name="counters_erased_is_empty",
            ),
            models.CheckConstraint(
                condition=Q(state=AppointmentState.ARRIVED.value, ticket__isnull=False)
                | (~Q(state=AppointmentState.ARRIVED.value) & Q(ticket__isnull=True)),
                name="counters_arrived_with_a_ticket",
            ),
        ]
