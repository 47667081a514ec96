"""A finished site -> files on disk: put in place so that nothing is lost that this project did not write."""
