"""Views of the portal: translate in, call once, translate out."""
