"""Nomination, eligibility, council and ballot, decision, certificates, ledger. Comes later."""
