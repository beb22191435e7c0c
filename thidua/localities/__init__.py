"""Communes and villages: criteria, targets and status history. Comes later."""
