"""The numbers the project promises, each with the command that measures it. Every script prints one JSON object a line."""
