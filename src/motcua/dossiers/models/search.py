"""What lists and search read of every dossier, open or ended.

A `ListRow` is narrow: a list, a filter, an order and an export read nothing else. The words of a
dossier stand apart, where the database searches best, so that a move need not write them again: on
PostgreSQL in `dossiers_searchtext.text`, a tsvector under a GIN index; on SQLite in the FTS5 table
`dossiers_search_text`. Both are kept in the transaction of the dossier
(`dossiers.actions.listing`).
"""

from django.db import models

from motcua.dossiers.models.dossiers import Dossier

SCOPES = (
    ("agency", "agency_path"),
    ("province", "province"),
)
"""Where an officer's scope begins: one agency alone, or everything below one top."""
ORDERS = (
    ("submitted", "submitted_at"),
    ("accepted", "accepted_at"),
    ("due", "due_at"),
    ("resolved", "resolved_at"),
    ("name", "name_order"),
)
"""Columns that lists are sorted by: each has an index for each kind of scope."""

FILTERS = (
    ("state", "state"),
    ("service", "service_code"),
    ("step", "step"),
)
"""Columns by which a province's list is filtered most: rare values are found without a walk through
the year. An agency of its own has so few rows that its orders serve."""


class ListRow(models.Model):
    """One dossier as lists show it.

    `province` is the top of `agency_path` (`H26.`), `name_order` sorts applicants as a Vietnamese
    list of names does, `late_from` is the promised moment while nothing is resolved: who looks
    compares it with the clock. `was_late` says that the result came after it.
    """

    dossier = models.OneToOneField(
        Dossier, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    province = models.CharField(max_length=35)
    agency_path = models.CharField(max_length=120)
    agency_code = models.CharField(max_length=35)
    code = models.CharField(max_length=60)
    service_code = models.CharField(max_length=20)
    service_name = models.CharField(max_length=300)
    applicant_name = models.CharField(max_length=200)
    name_order = models.CharField(max_length=200)
    state = models.CharField(max_length=20)
    step = models.CharField(max_length=60, blank=True)
    officer_key = models.UUIDField(null=True)
    officer_name = models.CharField(max_length=200, blank=True)
    channel = models.CharField(max_length=20)
    case_code = models.CharField(max_length=60, blank=True)
    submitted_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    resolved_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    was_late = models.BooleanField(default=False)
    late_from = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            *(
                models.Index(fields=[scope, order, "dossier"], name=f"lists_{one}_{name}")
                for one, scope in SCOPES
                for name, order in ORDERS
            ),
            *(
                models.Index(
                    fields=["province", field, "submitted_at", "dossier"],
                    name=f"lists_province_{name}",
                )
                for name, field in FILTERS
            ),
            models.Index(
                fields=["province", "late_from", "dossier"],
                condition=models.Q(late_from__isnull=False),
                name="lists_province_late",
            ),
        ]


class SearchText(models.Model):
    """The words of one dossier; on PostgreSQL they stand in a column `text` that Django leaves out.

    On SQLite the row only says that there are words.
    """

    dossier = models.OneToOneField(
        Dossier, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
