"""Words sent to people, and proof that they were sent."""
