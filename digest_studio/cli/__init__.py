"""The command line: arguments in, printing out. What the commands do is in `app`."""
