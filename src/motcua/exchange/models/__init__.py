"""Rows of exchange."""

from motcua.exchange.models.papers import FillingIn, Paper

__all__ = ["FillingIn", "Paper"]
