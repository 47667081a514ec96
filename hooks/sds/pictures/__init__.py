"""The easy-read pictures: parts as editors draw them, placed on a canvas, as SVG."""
