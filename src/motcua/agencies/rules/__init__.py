"""Plain rules of agencies: reading the library's files, and the agencies that follow from them."""
