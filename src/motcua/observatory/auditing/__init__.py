"""Reports of an audit that people read: one HTML file that needs nothing beside it, and a PDF."""

from motcua.observatory.auditing.page import html
from motcua.observatory.auditing.printing import pdf

__all__ = ["html", "pdf"]
