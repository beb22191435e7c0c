"""What the document office does: keep a file, give a number, write a list to Word or Excel."""
