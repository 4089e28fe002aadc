"""How people want to be told."""

from django.db import models


class Preference(models.Model):
    """One account's wishes: channels in order, topics switched off, quiet hours."""

    account = models.UUIDField(unique=True)
    channels = models.JSONField()
    language = models.CharField(max_length=5, default="")
    off = models.JSONField(default=list)
    quiet = models.CharField(max_length=11)
    changed_at = models.DateTimeField()
