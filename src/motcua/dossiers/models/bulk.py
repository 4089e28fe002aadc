"""One move on many dossiers."""

import uuid

from django.db import models


class BulkRun(models.Model):
    """A move that an officer asked for on many dossiers at once, or giving them to an officer.

    `key` comes from the page where it was confirmed, so pressing twice asks once.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    owner = models.ForeignKey(
        "identity.Account", to_field="key", on_delete=models.PROTECT, related_name="+"
    )
    move = models.CharField(max_length=40)
    to_key = models.UUIDField(null=True)
    to_name = models.CharField(max_length=200, blank=True, default="")
    reason = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["owner", "-asked_at"], name="dossiers_bulk_of_owner")]


class BulkItem(models.Model):
    """One dossier of a run, as it was when the officer saw it, and what became of it."""

    run = models.ForeignKey(BulkRun, on_delete=models.CASCADE, related_name="items")
    place = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=60)
    applicant_name = models.CharField(max_length=200)
    revision = models.PositiveIntegerField()
    outcome = models.CharField(max_length=12, default="waiting")
    why_vi = models.TextField(blank=True)
    why_en = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "place"], name="dossiers_bulk_place_once"),
            models.UniqueConstraint(fields=["run", "code"], name="dossiers_bulk_dossier_once"),
        ]
