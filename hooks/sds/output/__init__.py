"""Writes a finished site to its folder, without changing or deleting any file there that this project did not write."""
