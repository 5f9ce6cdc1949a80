"""What the studio does, without its window: the desk with an open issue and its history, what is laid out in the background,
what survives a crash, what comes in from outside.

    desk      the open issue: edits, undo, redo, save; the only object that changes
    history   its steps                                   lock      who has the folder open
    staging   files that were dropped, until saving       journal   what was not saved, for the next start
    watch     files that others change                    door      background work; workshop: an issue -> its pages
    asides    what is asked beside the pages              kept      pins that keeping a plan wrote

In: a folder, edits, dropped files. Out: values that say what changed. No thread but the door's, no window, no timer. What may
take long is a frozen job that runs on any thread (`Desk.saving()`, `Desk.journalling()`, `Watch.look`, `stage`), and whose
outcome the desk takes in on its own.
"""
