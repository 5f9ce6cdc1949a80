"""Use cases: open an issue, plan it, check it, export it, start a new one. Knows no window and prints nothing.

In: folders and options. Out: values and diagnostics. What is slow to import is imported where it is first needed.
"""
