"""Gathering: what stands all over a linked handbook and belongs together, such as the rules on one topic."""
