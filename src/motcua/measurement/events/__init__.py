"""Facts that measurement tells the journal, one module a topic."""
