"""What evaluation is made of: criteria, facts, observations, audits, scores."""
