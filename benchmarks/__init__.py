"""Measurements of the product, and what they are made with. Not part of the package."""
