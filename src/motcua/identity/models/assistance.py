"""Help that somebody gives a person on the person's own account."""

import uuid

from django.db import models
from django.db.models import F, Q

from motcua.identity.values.assistance import EndedBy


class AssistanceCode(models.Model):
    """A one-time code asked for by a helper; without a `person` no code can be right.

    `digest` is keyed, so that the row does not tell the code.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    helper = models.ForeignKey(
        "identity.Account", to_field="key", on_delete=models.CASCADE, related_name="+"
    )
    person = models.ForeignKey(
        "identity.Account", to_field="key", null=True, on_delete=models.CASCADE, related_name="+"
    )
    digest = models.CharField(max_length=64, blank=True)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["expires_at"], name="assistance_code_expiry")]


class AssistanceSession(models.Model):
    """One sitting. It is over at `ends_at` at the latest, whatever `ended_at` says."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    helper = models.ForeignKey(
        "identity.Account", to_field="key", on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey(
        "identity.Account", to_field="key", on_delete=models.PROTECT, related_name="+"
    )
    role = models.CharField(max_length=30)
    agency_code = models.CharField(max_length=35)
    consent_version = models.CharField(max_length=20)
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=10, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["helper"],
                condition=Q(ended_at=None),
                name="assistance_one_person_at_a_time",
                violation_error_message="Bạn đang hỗ trợ một người khác.",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by="")
                | Q(ended_at__isnull=False, ended_by__in=[one.value for one in EndedBy]),
                name="assistance_end_says_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(helper=F("person")), name="assistance_is_for_somebody_else"
            ),
        ]
        indexes = [
            models.Index(fields=["helper", "-opened_at"], name="assistance_of_helper"),
            models.Index(fields=["person", "-opened_at"], name="assistance_of_person"),
        ]


class AssistedSubmission(models.Model):
    """What was submitted in a session, as its person may look it up."""

    session = models.ForeignKey(
        AssistanceSession, on_delete=models.PROTECT, related_name="submissions"
    )
    service_name = models.CharField(max_length=300)
    dossier_code = models.CharField(max_length=60)
    at = models.DateTimeField()
