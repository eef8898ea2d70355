"""Lets `python -m policywright` stand for the command `policywright`."""

from policywright.cli import main

main()
