"""Digest Studio: from a folder of articles and photographs to a printed digest."""

__version__ = "0.1.0"
