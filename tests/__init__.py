"""The tests, laid out like the package; the long stories in a browser are in journeys/."""
