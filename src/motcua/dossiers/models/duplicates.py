"""Dossiers that look like one another, found when one is handed in."""

import uuid

from django.db import models
from django.db.models import F, Q

from motcua.dossiers.values.duplicates import Likeness, Verdict


class Duplicate(models.Model):
    """That a dossier looks like an earlier one (`other`), why, and what an officer says of it."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    dossier = models.ForeignKey(
        "dossiers.Dossier", on_delete=models.CASCADE, related_name="duplicates"
    )
    other = models.ForeignKey("dossiers.Dossier", on_delete=models.CASCADE, related_name="+")
    likeness = models.CharField(max_length=12)
    found_at = models.DateTimeField()
    verdict = models.CharField(max_length=12, blank=True)
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "other"], name="duplicates_each_pair_once"),
            models.CheckConstraint(
                condition=~Q(dossier=F("other")), name="duplicates_not_of_itself"
            ),
            models.CheckConstraint(
                condition=Q(likeness__in=[one.value for one in Likeness]),
                name="duplicates_likeness_known",
            ),
            models.CheckConstraint(
                condition=Q(verdict="", decided_at__isnull=True)
                | Q(verdict__in=[one.value for one in Verdict], decided_at__isnull=False),
                name="duplicates_decided_with_a_verdict",
            ),
        ]
