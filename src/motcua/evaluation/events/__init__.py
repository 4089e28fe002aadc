"""Facts that evaluation tells the journal, one module a topic; `about` gives their subject."""


def about(campaign: str, agency: str = "") -> str:
    """Give what the journal calls a campaign, or one portal in it: `campaign:<code>[/<agency>]`."""
    return f"campaign:{campaign}/{agency}" if agency else f"campaign:{campaign}"
