"""One door to public services: settle, measure and evaluate administrative procedures."""
