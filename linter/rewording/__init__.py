"""Rewording: a blunt sentence is recognised by a form of a sentence pattern and said again politely."""
