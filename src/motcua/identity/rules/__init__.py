"""What can be decided about identity without a row: roles and functions, sealing, names, limits."""
