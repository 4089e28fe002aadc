"""The catalogue as citizens see it: words for its values, a page's parts, addresses of lists."""
