"""Linking: identifiers, numbers, anchors, references with their backlinks, defined terms and variables."""
