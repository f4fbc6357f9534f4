"""Pages of releases: for staff, and the client's own."""
