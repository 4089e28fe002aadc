"""Editions: working copies of the next version of a service, and the steps of working on them."""

from django.db import models
from django.db.models import F, Q

from motcua.procedures.values.editing import EditionStatus


class Edition(models.Model):
    """A working copy; what it says stands in the step at `position`."""

    key = models.UUIDField(unique=True)
    code = models.CharField(max_length=32)
    version = models.PositiveIntegerField()
    name = models.TextField()
    status = models.CharField(max_length=12)
    """values.editing.EditionStatus."""
    revision = models.PositiveIntegerField()
    """Grows with every change of the row: who writes names the one they read."""
    position = models.PositiveIntegerField()
    agency_code = models.CharField(max_length=35)
    agency_path = models.CharField(max_length=200)
    author_name = models.TextField()
    contributors = models.JSONField()
    """Keys of the accounts that wrote in it; none of them may approve it."""
    approver_name = models.TextField(blank=True)
    comment = models.TextField(blank=True)
    created_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    saved_by = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("code", "version"),
                condition=~Q(status=EditionStatus.DISCARDED.value),
                name="procedures_edition_one_a_version",
                violation_error_message="Phiên bản này của thủ tục đang được soạn.",
            ),
            models.CheckConstraint(
                condition=Q(revision__gte=F("position")), name="procedures_edition_revision_grows"
            ),
        )


class EditionStep(models.Model):
    """What an edition said after one change. Texts, since key order counts: JSON as written."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveIntegerField()
    trees = models.TextField()
    words = models.TextField()
    place = models.CharField(max_length=300, blank=True)
    by_key = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("edition", "number"), name="procedures_edition_step_unique"
            ),
        )
