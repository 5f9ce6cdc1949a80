"""The studio's window: widgets around a `Controller`. In: what the desk says. Out: edits that it is given.

    controller   the one object that every pane talks to: what is open, what is selected, what is being done
    asides       what panes ask beside the pages: an article's ledger, pages of an edit that is only tried, a fresh plan
    window       the main window: panes, menus, what is remembered
    pages/       the reader's spreads          welcome/   before an issue is open
    outline/ inspector/ problems/ flatplan/ editor/ export/   a pane each, made by its `make(controller, parent)`

No layout logic: pages come finished from the desk and are painted by paint/qt.
"""
