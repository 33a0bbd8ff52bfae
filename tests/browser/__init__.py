"""Chromium without a window, and the accessibility rules of axe."""
