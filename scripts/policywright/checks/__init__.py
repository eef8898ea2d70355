"""Checks: each is one file; together they say what is wrong with a handbook."""
