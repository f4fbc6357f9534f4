"""Production mode starts only with settings, folders and a database that can carry real people's data.

Each module looks at one side and yields a sentence for each thing that is too weak; the first one stops the start.
"""
