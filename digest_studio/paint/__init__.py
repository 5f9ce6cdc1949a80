"""Painters: finished pages onto paper (pdf) and, later, onto the screen. Each paints one list of items and measures nothing."""
