"""What retention refuses, as sentences."""

from probono.matters.policies import NotNowError


class HeldError(NotNowError):
    """Something was to be destroyed that a hold keeps. It is raised, never merely written down."""
