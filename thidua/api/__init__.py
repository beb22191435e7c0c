"""The OpenAPI door for other systems. Comes later."""
