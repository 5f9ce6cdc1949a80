"""Geometry, colour and diagnostics: what every room may use. Standard library only."""
