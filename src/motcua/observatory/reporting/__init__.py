"""Reports as PDF, for an agency or the country: what its page shows, to be kept and signed off."""

from motcua.observatory.reporting.pdf import report

__all__ = ["report"]
