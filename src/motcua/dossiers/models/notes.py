"""What officers write to each other about a dossier; the applicant never reads it."""

import uuid

from django.db import models
from django.db.models import Q


class Note(models.Model):
    """An internal note. `mentioned` are key and name of the officers it is addressed to.

    Once it is withdrawn its words are gone: that it was there stays.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.CASCADE, related_name="notes")
    author_key = models.UUIDField()
    author_name = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    mentioned = models.JSONField(default=list)
    written_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=False, body="")
                | Q(withdrawn_at__isnull=True) & ~Q(body=""),
                name="notes_words_until_withdrawn",
                violation_error_message="Ghi chú đã rút thì không còn nội dung.",
            )
        ]
