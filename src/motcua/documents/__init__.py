"""Files that people hand in and documents that the state issues."""
