"""Which units, people and accounts."""
