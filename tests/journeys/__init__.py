"""Long stories in a real browser."""
