"""The framework as data for others: JSON, CSV, Excel, SKOS, JSON-LD, citations, JSON Schema, the feed and the site map."""
