"""What is wrong with an issue before it is printed: pure checks of the issue, its plan and its finished pages.

In: issue, plan, pages, the theme. Out: diagnostics, in the order of the pages. (Checks that read a finished PDF back come
with the press editions.)
"""
