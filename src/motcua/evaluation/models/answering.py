"""Rows of what the agencies that are judged say themselves."""

import uuid

from django.db import models
from django.db.models import Q

from motcua.evaluation.models.campaigns import Subject
from motcua.evaluation.models.judging import FRACTION
from motcua.evaluation.values.worksheets import About, ReplyOutcome


class Declaration(models.Model):
    """What an agency declares of a criterion."""

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="declarations")
    criterion = models.CharField(max_length=60)
    typed = models.CharField(max_length=200, blank=True)
    value = models.CharField(max_length=FRACTION, blank=True)
    applies = models.BooleanField(default=True)
    note = models.TextField(blank=True)
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "criterion"],
                name="evaluation_declaration_once",
                violation_error_message="Mỗi tiêu chí chỉ kê khai một lần.",
            ),
        ]


class Reply(models.Model):
    """What an agency explains before the results are published, and what was made of it."""

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="replies")
    about = models.CharField(max_length=10)
    code = models.CharField(max_length=60)
    text = models.TextField()
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()
    outcome = models.CharField(max_length=10, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "about", "code"],
                name="evaluation_reply_once",
                violation_error_message="Điều này đã được giải trình.",
            ),
            models.CheckConstraint(
                condition=Q(about__in=[one.value for one in About]) & ~Q(text=""),
                name="evaluation_reply_says_something",
                violation_error_message="Bạn hãy viết lời giải trình.",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", answered_at=None, answered_by="")
                | (
                    Q(outcome__in=[one.value for one in ReplyOutcome], answered_at__isnull=False)
                    & ~Q(answered_by="")
                    & ~Q(answer="")
                ),
                name="evaluation_reply_answered_whole",
                violation_error_message="Trả lời giải trình phải có kết luận và lý do.",
            ),
        ]


class Retest(models.Model):
    """A request to be looked at again."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    subject = models.ForeignKey(Subject, models.CASCADE, related_name="retests")
    reason = models.CharField(max_length=1000)
    asked_by = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    granted = models.BooleanField(null=True)
    decision = models.CharField(max_length=1000, blank=True)
    decided_by = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject"],
                condition=Q(decided_at=None),
                name="evaluation_retest_one_waits",
                violation_error_message="Cơ quan đã có một yêu cầu kiểm tra lại đang chờ.",
            ),
            models.CheckConstraint(
                condition=Q(granted=None, decided_at=None, decided_by="")
                | (
                    Q(granted__isnull=False, decided_at__isnull=False)
                    & ~Q(decided_by="")
                    & ~Q(decision="")
                ),
                name="evaluation_retest_decided_whole",
                violation_error_message="Quyết định phải có người, ngày và lý do.",
            ),
        ]
