"""Inspection rounds, checklists, findings, remedies and scoring. Comes later."""
