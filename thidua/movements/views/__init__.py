"""Pages of the movements."""
