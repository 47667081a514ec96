"""Parses and validates the YAML files: YAML with line numbers -> valid records, and problems in the words of an editor."""
