"""What the program costs, measured beside others on the same work; `make bench` runs it."""
