"""What each page of a matter shows, gathered for its template."""
