"""Everything that is tested; the folders mirror the package."""
