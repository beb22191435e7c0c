"""The ground of every Django app: workflow engine, clock, text, errors, pages. Imports nothing of ours."""
