"""Names by which a theme's parts speak of each other. check.py finds fields by these annotations and looks each name up."""

from __future__ import annotations

StyleName = str
ColourName = str
FontName = str
Columns = tuple[int, int]
"""First and last column of the grid, from 1."""
