"""Questions as data: what a form asks, when, and what is wrong with an answer. Pure."""
