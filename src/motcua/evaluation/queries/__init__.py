"""What can be asked of evaluation."""
