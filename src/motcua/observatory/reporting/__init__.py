"""Reports as PDF, for an agency or the country: what its page shows, to be kept and signed off."""

from motcua.observatory.reporting.pdf import report
from motcua.observatory.reporting.targets import targets_report

__all__ = ["report", "targets_report"]
