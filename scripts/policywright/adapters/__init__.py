"""Adapters: the engines that the program drives, and what it writes to disk; each behind one file."""
