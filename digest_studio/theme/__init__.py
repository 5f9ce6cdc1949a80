"""Themes as data: type styles, grid, colours, page templates, furniture.

In: a theme's name and an issue's overrides. Out: a checked, frozen `Theme`, or diagnostics with file and line.
"""
