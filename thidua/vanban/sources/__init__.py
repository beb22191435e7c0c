"""File formats a document comes in, each read into a list of SourceLine."""
