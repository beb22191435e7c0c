"""Look across all areas: what waits for me, the matrix, the clock, the demo. Nothing imports it."""
