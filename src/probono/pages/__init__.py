"""Public pages, the component gallery, health checks and error pages."""
