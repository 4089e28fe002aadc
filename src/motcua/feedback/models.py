"""Rows of petitions and ratings."""

import uuid

from django.db import models
from django.db.models import Q

from motcua.feedback.values import PetitionStatus, Satisfaction


class Petition(models.Model):
    """One petition. `sender` is set where its author was logged in."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    code = models.CharField(max_length=30, unique=True)
    check_code = models.CharField(max_length=12)
    topic = models.CharField(max_length=12)
    status = models.CharField(max_length=12, default=PetitionStatus.SENT.value)
    text = models.TextField()
    agency_code = models.CharField(max_length=35)
    agency_path = models.CharField(max_length=120)
    dossier_code = models.CharField(max_length=60, blank=True)
    incident = models.CharField(max_length=40, blank=True)
    sender = models.ForeignKey(
        "identity.Account", to_field="key", null=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=40, blank=True)
    email = models.CharField(max_length=254, blank=True)
    may_publish = models.BooleanField(default=False)
    sent_at = models.DateTimeField()
    due_at = models.DateTimeField()
    officer_key = models.UUIDField(null=True)
    officer_name = models.CharField(max_length=200, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True)
    published = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["agency_path", "due_at"], name="feedback_petitions_due"),
            models.Index(
                fields=["-answered_at"], condition=Q(published=True), name="feedback_published"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, status__in=["sent", "assigned"])
                | Q(answered_at__isnull=False, status__in=["answered", "closed"]),
                name="feedback_answered_with_its_time",
            ),
            models.CheckConstraint(
                condition=Q(published=False) | Q(may_publish=True),
                name="feedback_published_with_consent",
                violation_error_message="Chỉ công khai khi người gửi đồng ý.",
            ),
        ]


class Rating(models.Model):
    """What one applicant said of one dossier; given once."""

    dossier_key = models.UUIDField(unique=True)
    agency_path = models.CharField(max_length=120)
    service_code = models.CharField(max_length=20)
    satisfaction = models.CharField(max_length=20)
    cause = models.CharField(max_length=12, blank=True)
    words = models.TextField(blank=True)
    given_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["agency_path", "given_at"], name="feedback_ratings")]
        constraints = [
            models.CheckConstraint(
                condition=Q(satisfaction__in=[one.value for one in Satisfaction]),
                name="feedback_satisfaction_known",
            ),
            models.CheckConstraint(
                condition=~Q(satisfaction=Satisfaction.NO.value) | ~Q(cause=""),
                name="feedback_dissatisfied_for_a_cause",
            ),
        ]
