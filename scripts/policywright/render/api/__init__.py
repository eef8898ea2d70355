"""The handbook for other programs: what its editors wrote, and what linking worked out, as plain data."""
