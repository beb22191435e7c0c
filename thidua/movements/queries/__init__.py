"""Which movements, plans, tasks and assignments."""
