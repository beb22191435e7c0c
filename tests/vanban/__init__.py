"""Tests of official documents: reading and writing."""
