"""Published versions of services: text as it was published, frozen."""

from django.db import models
from django.db.models import F, Q


class PublishedService(models.Model):
    """One version of a service. `files` holds the texts by name; a row is written once."""

    code = models.CharField(max_length=32)
    version = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, unique=True)
    sources_digest = models.CharField(max_length=64)
    """SHA-256 (hex) of the bytes of the files: unchanged bytes need not be read again."""
    name = models.TextField()
    files = models.JSONField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    published_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("code", "version"),
                name="procedures_service_version_unique",
                violation_error_message="Phiên bản này của thủ tục đã được công bố.",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="procedures_service_ends_after_start",
            ),
        )
