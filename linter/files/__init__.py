"""Replies in files: which files, what is found in them, what becomes of a finding; the linter itself knows of none."""
