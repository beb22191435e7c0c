"""Template tags of the whole program."""
