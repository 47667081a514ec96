"""Benchmarks. They assert nothing, and their results hold only for the machine they ran on."""
