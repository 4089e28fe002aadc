"""What evaluation keeps: campaigns, their subjects, answers, results."""
