"""The issue as authored, its edits, and the reading and writing of its folder.

In: a folder. Out: `Issue` (frozen) and every diagnostic of the folder at once; saving writes only what changed.
"""
