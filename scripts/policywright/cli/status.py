"""The exit statuses: 0 all is well, and these."""

PROBLEMS_FOUND = 1
"""Problems were found in the content."""
WRONG_USAGE = 2
"""The command was used wrongly, or is set up wrongly."""
OWN_FAULT = 3
"""The program itself failed."""
