"""Diagrams made from the records during a build: the position of each box and line. Templates draw them as SVG in the colours of the page."""
