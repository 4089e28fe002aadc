"""HTTP plumbing that pages share: the viewer, language, security headers, rendering, the clock."""
