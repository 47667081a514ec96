"""Files -> checked records: YAML with file and line, what is wrong in it in an editor's words, and the records that pass."""
