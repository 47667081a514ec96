"""What is drawn at a build from the records: where each box and line stands. Templates draw them, in the colours of the page."""
