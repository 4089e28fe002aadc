"""Rows of automatic runs."""

import uuid

from django.db import models
from django.db.models import Q

from motcua.evaluation.models.campaigns import Subject
from motcua.evaluation.values.campaigns import RunState


class Run(models.Model):
    """One look at a portal. A worker holds it by `token` and shows life in `seen_at`.

    The files of a run lie in a folder named by `key` until it is recorded; afterwards the whole is
    kept under `audit_digest`, what it saw under `evidence` (digest, media type, title, size).
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    subject = models.ForeignKey(Subject, models.CASCADE, related_name="runs")
    number = models.PositiveSmallIntegerField()
    url = models.CharField(max_length=300)
    host = models.CharField(max_length=253)
    state = models.CharField(max_length=8, default=RunState.WAITING.value)
    attempts = models.PositiveSmallIntegerField(default=0)
    turns = models.PositiveIntegerField(default=0)
    """How often a job was asked for it; each has a key of its own."""
    retest = models.BooleanField(default=False)
    token = models.UUIDField(null=True)
    asked_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    pages = models.PositiveIntegerField(default=0)
    problem_vi = models.CharField(max_length=1000, blank=True)
    problem_en = models.CharField(max_length=1000, blank=True)
    audit_digest = models.CharField(max_length=64, blank=True)
    evidence = models.JSONField(default=list)

    class Meta:
        indexes = [
            models.Index(
                fields=["state", "seen_at"],
                name="evaluation_runs_at_work",
                condition=Q(state__in=[RunState.WAITING.value, RunState.RUNNING.value]),
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "number"],
                name="evaluation_run_number_once",
                violation_error_message="Đã có lượt xem mang số này.",
            ),
            models.UniqueConstraint(
                fields=["host"],
                condition=Q(state=RunState.RUNNING.value),
                name="evaluation_run_one_a_host",
                violation_error_message="Mỗi lúc chỉ một lượt xem một địa chỉ.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[one.value for one in RunState]),
                name="evaluation_run_state_known",
                violation_error_message="Lượt xem không có trạng thái này.",
            ),
            models.CheckConstraint(
                condition=Q(state=RunState.RUNNING.value, token__isnull=False)
                | (~Q(state=RunState.RUNNING.value) & Q(token=None)),
                name="evaluation_run_held_while_running",
                violation_error_message="Lượt đang chạy thì phải có tiến trình giữ.",
            ),
            models.CheckConstraint(
                condition=~Q(state=RunState.DONE.value)
                | (~Q(audit_digest="") & Q(ended_at__isnull=False)),
                name="evaluation_run_done_with_its_audit",
                violation_error_message="Lượt đã xong thì phải lưu kết quả xem.",
            ),
            models.CheckConstraint(
                condition=~Q(state=RunState.FAILED.value) | ~Q(problem_vi=""),
                name="evaluation_run_failed_for_a_reason",
                violation_error_message="Lượt không xong thì phải nói vì sao.",
            ),
        ]
