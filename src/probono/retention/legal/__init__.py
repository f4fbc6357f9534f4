"""Legal process: a demand on one named matter, its hold, answers for counsel, telling the client, and what was given."""
