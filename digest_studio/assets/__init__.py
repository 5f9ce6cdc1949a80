"""Images and PDFs looked into once, with bounded memory and time. In: a path. Out: frozen facts or a diagnostic."""
