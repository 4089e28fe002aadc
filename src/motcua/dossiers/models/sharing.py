"""How people share the work on a dossier: who holds it, whose opinion was asked."""

import uuid

from django.db import models
from django.db.models import Q

from motcua.dossiers.values.opinions import Verdict


class Holding(models.Model):
    """The officer who has a dossier for a function: given it by the head, picked, or acted last."""

    dossier = models.ForeignKey(
        "dossiers.Dossier", on_delete=models.CASCADE, related_name="holdings"
    )
    function = models.CharField(max_length=20)
    officer_key = models.UUIDField()
    officer_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "function"], name="dossiers_one_holder_a_function"
            )
        ]


class Opinion(models.Model):
    """A question to another unit or agency (xin ý kiến) with a limit of its own.

    `due` is the explained deadline by the asked agency's calendar. `pauses`: the settlement clock
    waits for it.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    dossier = models.ForeignKey(
        "dossiers.Dossier", on_delete=models.CASCADE, related_name="opinions"
    )
    agency_code = models.CharField(max_length=35)
    agency_path = models.CharField(max_length=120)
    question = models.TextField()
    asked_at = models.DateTimeField()
    asked_by_key = models.UUIDField()
    asked_by_name = models.CharField(max_length=200)
    due = models.JSONField()
    due_at = models.DateTimeField()
    pauses = models.BooleanField(default=False)
    officer_key = models.UUIDField(null=True)
    officer_name = models.CharField(max_length=200, blank=True)
    verdict = models.CharField(max_length=12, blank=True)
    answer = models.TextField(blank=True)
    file = models.ForeignKey(
        "documents.File", to_field="key", null=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)
    answered_by_name = models.CharField(max_length=200, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["agency_path", "due_at"],
                condition=Q(closed_at__isnull=True),
                name="opinions_asked_of_agency",
                opclasses=["varchar_pattern_ops", "timestamptz_ops"],
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict="", answered_at__isnull=True)
                | Q(verdict__in=[one.value for one in Verdict], answered_at__isnull=False),
                name="opinions_answered_with_a_verdict",
                violation_error_message="Ý kiến đã gửi phải nêu đồng ý, không đồng ý hay không có.",
            )
        ]
