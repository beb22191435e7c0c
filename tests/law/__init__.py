"""Tests of the dated law, the working-day calendar and the money rules."""
