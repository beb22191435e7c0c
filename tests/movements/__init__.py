"""Tests of the movements."""
