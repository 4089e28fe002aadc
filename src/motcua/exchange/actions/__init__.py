"""The verbs of exchange: keep papers, reuse them, let go of them; agree to filling in."""

from motcua.exchange.actions.keeping import backfill, keep
from motcua.exchange.actions.own import (
    NotForHelpers,
    PaperUnnamed,
    StoreFull,
    choose_filling_in,
    put,
    remove,
)
from motcua.exchange.actions.reusing import ReuseRefused, reuse

__all__ = [
    "NotForHelpers",
    "PaperUnnamed",
    "ReuseRefused",
    "StoreFull",
    "backfill",
    "choose_filling_in",
    "keep",
    "put",
    "remove",
    "reuse",
]
