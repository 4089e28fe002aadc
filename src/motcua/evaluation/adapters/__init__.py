"""What stands behind the ports of evaluation."""
