"""What search and browsing read: one narrow row a procedure, its facets, and the vocabulary.

All of it is derived from the catalogue and can be made anew (`actions.index.rebuild`). The words
themselves stand where the database searches best: on SQLite in the FTS5 table
`procedures_search_text`, on PostgreSQL in the column `text` of `procedures_searchentry`, a tsvector
with a GIN index; migration 0002 makes either, `queries.search_sql` and `actions.index` speak to it.
"""

from django.db import models

from motcua.procedures.models.catalogue import Procedure


class SearchEntry(models.Model):
    """One procedure as a line of a list of results."""

    procedure = models.OneToOneField(
        Procedure, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    key = models.CharField(max_length=64, unique=True)
    name = models.TextField()
    snippet = models.TextField(blank=True)
    field_name = models.TextField(blank=True)
    agency_name = models.TextField(blank=True)
    levels = models.TextField(blank=True)
    online = models.CharField(max_length=16)
    title = models.TextField()
    """The folded words of the name."""
    body = models.TextField(blank=True)
    """Folded words beside the name: field, agency, results, keywords."""
    prior = models.FloatField()
    """0 for an obscure procedure, 1 for the most wanted service."""
    sort_name = models.TextField()

    class Meta:
        indexes = (models.Index(fields=("-prior", "sort_name"), name="procedures_search_order"),)


class SearchTag(models.Model):
    """A facet of a procedure: `dimension` such as "field", `value` as in addresses, `label`."""

    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="tags")
    dimension = models.CharField(max_length=16)
    value = models.CharField(max_length=160)
    label = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("dimension", "value", "entry"), name="procedures_search_tag_unique"
            ),
        )


class SearchVocabulary(models.Model):
    """The one row that tells which state of the index this is, with its words and their pairs."""

    state = models.CharField(max_length=32)
    """A new random name after every change; who holds another one reads the row anew."""
    documents = models.PositiveIntegerField()
    words = models.JSONField()
    """`{folded: [number of documents, most usual writing]}`."""
    pairs = models.JSONField()
    """`{"first second": number of names in which they follow each other}`."""
    facets = models.JSONField()
    """Every facet of the whole catalogue with its count, so that the first page need not count."""

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(pk=1), name="procedures_search_one_state"),
        )
