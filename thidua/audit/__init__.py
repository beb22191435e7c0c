"""The append-only, hash-chained log; record() is its only writer."""
