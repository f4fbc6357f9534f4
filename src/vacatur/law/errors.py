"""What goes wrong in the law data, told so that the person who edits it can mend it."""

from vacatur.kit.errors import InputError


class LawError(InputError):
    """Law data that cannot be used, or a question the data does not answer. Names the file and, where there is one, the citation."""

    def __init__(self, file: str, what: str, cite: str | None = None) -> None:
        super().__init__(f"Law data, {file}{f' ({cite})' if cite else ''}: {what}")
        self.file = file
        self.cite = cite
