"""What the search page is given: every record that can be found, and the words it is found by."""
