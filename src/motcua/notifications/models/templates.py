"""Words that procedure officers wrote in place of those of the library."""

import uuid

from django.db import models
from django.db.models import F, Q


class TemplateEdition(models.Model):
    """One dated version of the words of a template; in force once a second person approved it.

    One that was returned carries the comment of who returned it and is never approved.

    `words` holds subject, text and short, each as `{vi, en}`.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    code = models.CharField(max_length=80)
    valid_from = models.DateField()
    words = models.JSONField()
    written_by = models.UUIDField()
    written_by_name = models.CharField(max_length=200)
    written_at = models.DateTimeField()
    approved_by = models.UUIDField(null=True)
    approved_by_name = models.CharField(max_length=200, default="")
    approved_at = models.DateTimeField(null=True)
    returned_by_name = models.CharField(max_length=200, default="")
    returned_at = models.DateTimeField(null=True)
    comment = models.CharField(max_length=1000, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                condition=Q(approved_at__isnull=False),
                name="notifications_words_once_a_day",
                violation_error_message="Đã có mẫu được duyệt từ ngày này.",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True, approved_at__isnull=True)
                | (Q(approved_at__isnull=False) & ~Q(approved_by=F("written_by"))),
                name="notifications_words_second_person",
                violation_error_message="Người duyệt phải khác người soạn.",
            ),
            models.CheckConstraint(
                condition=Q(returned_at__isnull=True)
                | (Q(approved_at__isnull=True) & ~Q(comment="")),
                name="notifications_words_returned_with_reason",
                violation_error_message="Trả lại thì phải nêu lý do.",
            ),
        ]
        indexes = [
            models.Index(fields=["code", "-valid_from"], name="notifications_words_of"),
        ]
