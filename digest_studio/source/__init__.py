"""Text files as untrusted input: YAML with line marks, Markdown, safe paths, atomic writes.

In: bytes of an issue's or a theme's files. Out: nodes, typed values (decode.py) and diagnostics; never an exception for
what a user wrote.
"""
