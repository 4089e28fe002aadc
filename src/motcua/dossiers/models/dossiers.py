"""A dossier and its narrow row in the inbox."""

import uuid

from django.db import models
from django.db.models import F, Q

from motcua.workflow.values import State

OPEN_STATES = tuple(state.value for state in State if not state.is_end and state is not State.DRAFT)


class Dossier(models.Model):
    """A submitted request, on the version of the procedure (`service_digest`) it was filed under.

    `clock` is a workflow Clock as JSON, `due` the explained deadline; `due_at` repeats the deadline
    for indexes only. `case_code` is the case of the procedure that the answers make. `origin` names
    the system it was brought in from, `simulation` for made-up ones. `revision` rises with every
    change and settles races. `reception_code` is the desk that took it in, `handed_over_at` when
    the competent agency confirmed that it has it, `return_code` the desk (empty: the competent
    agency's) where its result is fetched.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    code = models.CharField(max_length=60, unique=True)
    check_code = models.CharField(max_length=12)
    service_code = models.CharField(max_length=20)
    service_digest = models.CharField(max_length=64)
    service_name = models.CharField(max_length=300)
    case_code = models.CharField(max_length=60, blank=True)
    agency_code = models.CharField(max_length=35)
    agency_path = models.CharField(max_length=120)
    reception_code = models.CharField(max_length=35)
    handed_over_at = models.DateTimeField(null=True)
    return_code = models.CharField(max_length=35, blank=True)
    channel = models.CharField(max_length=20)
    origin = models.CharField(max_length=60, blank=True)
    applicant = models.ForeignKey(
        "identity.Account", to_field="key", null=True, on_delete=models.PROTECT, related_name="+"
    )
    applicant_name = models.CharField(max_length=200)
    contact = models.JSONField()
    language = models.CharField(max_length=5, default="vi")
    answers = models.JSONField()
    state = models.CharField(max_length=20)
    step = models.CharField(max_length=60, blank=True)
    officer_key = models.UUIDField(null=True)
    officer_name = models.CharField(max_length=200, blank=True)
    submitted_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    resolved_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    clock = models.JSONField(null=True)
    due = models.JSONField(null=True)
    due_at = models.DateTimeField(null=True)
    supplements = models.PositiveSmallIntegerField(default=0)
    extensions = models.PositiveSmallIntegerField(default=0)
    result = models.JSONField(null=True)
    result_key = models.UUIDField(null=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["applicant", "-submitted_at"], name="dossiers_of_applicant"),
            models.Index(
                fields=["agency_path", "-submitted_at"],
                name="dossiers_of_agency",
                opclasses=["varchar_pattern_ops", "timestamptz_ops"],
            ),
            models.Index(
                fields=["reception_code", "id"],
                condition=Q(handed_over_at=None) & ~Q(reception_code=F("agency_code")),
                name="dossiers_at_a_desk",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in State if state is not State.DRAFT]),
                name="dossiers_state_known",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, state__in=OPEN_STATES)
                | Q(ended_at__isnull=False) & ~Q(state__in=OPEN_STATES),
                name="dossiers_ended_with_its_state",
                violation_error_message="Hồ sơ đã kết thúc phải có thời điểm kết thúc.",
            ),
        ]


class InboxRow(models.Model):
    """What the inbox shows of an open dossier: one narrow row, changed with the dossier.

    `urgent_at` is the moment by which somebody must have acted; `function` names who.
    """

    dossier = models.OneToOneField(Dossier, primary_key=True, on_delete=models.CASCADE)
    agency_path = models.CharField(max_length=120)
    function = models.CharField(max_length=20)
    officer_key = models.UUIDField(null=True)
    officer_name = models.CharField(max_length=200, blank=True)
    urgent_at = models.DateTimeField()
    code = models.CharField(max_length=60)
    applicant_name = models.CharField(max_length=200)
    folded = models.CharField(max_length=300)
    service_code = models.CharField(max_length=20)
    service_name = models.CharField(max_length=300)
    state = models.CharField(max_length=20)
    step = models.CharField(max_length=60, blank=True)
    channel = models.CharField(max_length=20)
    submitted_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    unread = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(
                fields=["agency_path", "urgent_at", "dossier"],
                name="inbox_of_agency",
                opclasses=["varchar_pattern_ops", "timestamptz_ops", "int8_ops"],
            ),
            models.Index(fields=["urgent_at", "dossier"], name="inbox_most_urgent"),
        ]
