"""The component library: Jinja2 macros, styles, icons and the gallery that shows them."""
