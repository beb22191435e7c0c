"""Tests of units, people, accounts."""
