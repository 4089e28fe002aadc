"""Sentences that an agency uses again and again when it asks for papers or refuses."""

import uuid

from django.db import models

from motcua.dossiers.values.templates import Use


class ReasonTemplate(models.Model):
    """A reason as an agency words it; without a `service_code` for every procedure."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    agency_path = models.CharField(max_length=120)
    service_code = models.CharField(max_length=20, blank=True)
    use = models.CharField(max_length=12)
    words = models.TextField()
    changed_by_name = models.CharField(max_length=200)
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["agency_path", "service_code"], name="templates_of_agency")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(use__in=[one.value for one in Use]), name="templates_use_known"
            )
        ]
