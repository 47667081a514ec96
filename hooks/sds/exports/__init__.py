"""The framework as data for others: JSON, CSV, JSON Schema and the site map."""
