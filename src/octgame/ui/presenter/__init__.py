"""The presenter: a lesson on a projector, for a class that votes."""
