"""Measurements, which are no tests: what is read off them is this machine's."""
