"""Plain rules of notifications: templates and addresses."""
