"""Draws the easy-read pictures: reads the SVG parts that editors draw, and composes each picture from them as one SVG."""
