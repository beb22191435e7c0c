"""Issued documents, number books, stored files and the papers that lists are exported to."""
