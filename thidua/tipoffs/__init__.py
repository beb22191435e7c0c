"""Public intake of tip-offs, encryption and hand-over to the competent authority. Comes later."""
