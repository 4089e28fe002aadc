"""What heads tell their officers to do about a dossier (ý kiến chỉ đạo)."""

import uuid

from django.db import models
from django.db.models import Q


class Instruction(models.Model):
    """A head's instruction to an officer with a due moment.

    `confirmed_at`: the officer has read it. It is closed by the officer's answer, or taken back.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    dossier = models.ForeignKey(
        "dossiers.Dossier", on_delete=models.CASCADE, related_name="instructions"
    )
    words = models.TextField()
    by_key = models.UUIDField()
    by_name = models.CharField(max_length=200)
    to_key = models.UUIDField()
    to_name = models.CharField(max_length=200)
    given_at = models.DateTimeField()
    due_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["to_key", "due_at"],
                condition=Q(closed_at__isnull=True),
                name="instructions_open_for",
            ),
            models.Index(
                fields=["by_key", "due_at"],
                condition=Q(closed_at__isnull=True),
                name="instructions_open_of",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | ~Q(answer="") & Q(closed_at__isnull=False),
                name="instructions_answered_in_words",
                violation_error_message="Chỉ đạo đã trả lời phải có nội dung trả lời.",
            )
        ]
