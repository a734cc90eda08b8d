"""Findings that are let stand: by comments in a file, by the allow file, by the baseline."""
