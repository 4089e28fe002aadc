"""What may be done to procedures."""
