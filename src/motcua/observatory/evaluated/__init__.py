"""Published evaluations as pages, files and badges draw them. Everything here is for everybody."""
