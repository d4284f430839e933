"""What goes out: translation units, written and exchanged."""
