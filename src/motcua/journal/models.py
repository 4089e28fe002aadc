"""Rows that only this package may touch."""

from django.db import models
from django.db.models import Q


class Seal(models.Model):
    """A closed batch of entries: `manifest` lists their digests and the seal before.

    `digest` is the SHA-256 of the manifest's bytes. Numbers run 1, 2, 3 without a gap. Triggers
    refuse every UPDATE and DELETE.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    manifest = models.TextField()
    entries = models.PositiveIntegerField()
    sealed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["digest"], name="journal_seal_digest_once"),
            models.UniqueConstraint(fields=["previous"], name="journal_seal_one_chain"),
            models.CheckConstraint(condition=Q(entries__gt=0), name="journal_seal_not_empty"),
        ]


class Entry(models.Model):
    """A fact. Triggers refuse UPDATE and DELETE; only `seal` goes once from NULL to its seal."""

    kind = models.CharField(max_length=80)
    subject = models.CharField(max_length=120)
    payload = models.JSONField()
    actor_kind = models.CharField(max_length=10)
    actor_key = models.CharField(max_length=80)
    actor_name = models.CharField(max_length=200)
    at = models.DateTimeField()
    seal = models.ForeignKey(Seal, null=True, on_delete=models.PROTECT, db_index=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(kind=""), name="journal_entry_has_kind"),
            models.CheckConstraint(condition=~Q(subject=""), name="journal_entry_has_subject"),
            models.CheckConstraint(
                condition=Q(actor_kind__in=["account", "system", "worker"]),
                name="journal_entry_actor_kind_known",
            ),
        ]
        indexes = [
            models.Index(fields=["subject", "id"], name="journal_entry_history"),
            models.Index(
                fields=["seal", "id"], name="journal_entry_sealed", condition=Q(seal__isnull=False)
            ),
            models.Index(
                fields=["id"], name="journal_entry_unsealed", condition=Q(seal__isnull=True)
            ),
        ]


class WorkState(models.TextChoices):
    """How a delivery or a job stands."""

    WAITING = "waiting"
    DONE = "done"
    DEAD = "dead"


class Work(models.Model):
    """What a worker claims by compare-and-set.

    The lease is `next_try_at` itself: claiming moves it to the end of the lease, so that work whose
    worker died is simply due again. `attempts` counts claims.
    """

    state = models.CharField(max_length=8, choices=WorkState, default=WorkState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    leased_by = models.CharField(max_length=100, default="")
    done_at = models.DateTimeField(null=True)
    problem = models.TextField(default="")

    class Meta:
        abstract = True


def _work_rules(table: str) -> list[models.BaseConstraint]:
    return [
        models.CheckConstraint(
            condition=Q(state__in=WorkState.values), name=f"journal_{table}_state_known"
        ),
        models.CheckConstraint(
            condition=Q(state="done", done_at__isnull=False)
            | (~Q(state="done") & Q(done_at__isnull=True)),
            name=f"journal_{table}_done_has_moment",
        ),
    ]


def _work_indexes(table: str) -> list[models.Index]:
    return [
        models.Index(
            fields=["next_try_at", "id"], name=f"journal_{table}_due", condition=Q(state="waiting")
        ),
        models.Index(fields=["id"], name=f"journal_{table}_dead", condition=Q(state="dead")),
    ]


class Delivery(Work):
    """An entry on its way to one listener."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, db_index=False)
    listener = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "listener"], name="journal_delivery_once"),
            *_work_rules("delivery"),
        ]
        indexes = _work_indexes("delivery")


class Job(Work):
    """Something to be done once per key."""

    name = models.CharField(max_length=80)
    key = models.CharField(max_length=200)
    payload = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "key"], name="journal_job_once"),
            *_work_rules("job"),
        ]
        indexes = _work_indexes("job")


class Turn(models.Model):
    """When a periodic entry is due next; workers take turns by compare-and-set."""

    name = models.CharField(max_length=80, primary_key=True)
    due_at = models.DateTimeField()


class Beat(models.Model):
    """The last sign of life of a worker."""

    name = models.CharField(max_length=100, primary_key=True)
    process = models.PositiveIntegerField()
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    done = models.PositiveBigIntegerField(default=0)
