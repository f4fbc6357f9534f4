"""The one error a person is meant to read."""


class InputError(Exception):
    """Bad input, told in one clear sentence that holds none of a client's facts.

    The command line prints it on standard error and exits with 2; the site shows it beside the form field.
    `details` is a list that belongs to the sentence (what a packet still misses), printed below it, one a line.
    """

    def __init__(self, sentence: str, details: tuple[str, ...] = ()) -> None:
        super().__init__("\n".join((sentence, *details)))
        self.sentence = sentence
        self.details = details
