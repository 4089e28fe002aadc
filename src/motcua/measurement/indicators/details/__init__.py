"""What is counted by finer keys, for pages of their own; one file each, like indicators."""
