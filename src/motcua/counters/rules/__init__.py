"""Plain rules of counters: whose turn it is, which times there are, how waits are summed up."""
