"""Finds what must not be said to a customer, and what to say instead."""

from linter.engine import Linter

__all__ = ["Linter"]
