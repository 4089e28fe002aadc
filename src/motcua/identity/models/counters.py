"""Counters of attempts within a window of time."""

from django.db import models


class Attempts(models.Model):
    """How often something was tried between `opened_at` and `expires_at`; `name` is a digest."""

    name = models.CharField(max_length=64)
    opened_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "opened_at"], name="attempts_once")]
        indexes = [models.Index(fields=["expires_at"], name="attempts_expiry")]
