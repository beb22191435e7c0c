"""Notices in the inbox and by e-mail; knows no area, receives recipients and plain values."""
