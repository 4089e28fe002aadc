"""Records of hand-over (biên bản bàn giao) from one desk to the agency that settles."""

import uuid

from django.db import models


class HandOver(models.Model):
    """A batch of dossiers that one agency's desk hands to another, until that one confirms."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    number = models.CharField(max_length=80, unique=True)
    from_code = models.CharField(max_length=35)
    to_code = models.CharField(max_length=35)
    note = models.CharField(max_length=1000, blank=True)
    made_at = models.DateTimeField()
    made_by_name = models.CharField(max_length=200)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by_name = models.CharField(max_length=200, blank=True)
    remarks = models.CharField(max_length=1000, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["from_code", "-made_at"], name="handovers_from"),
            models.Index(fields=["to_code", "-made_at"], name="handovers_to"),
        ]


class HandOverLine(models.Model):
    """A dossier in a batch, and what papers went with it."""

    handover = models.ForeignKey(HandOver, on_delete=models.CASCADE, related_name="lines")
    dossier = models.OneToOneField(
        "dossiers.Dossier", on_delete=models.PROTECT, related_name="handed_in"
    )
    papers = models.CharField(max_length=1000, blank=True)
