"""The one error a person is meant to read."""


class InputError(Exception):
    """Bad input, told in one clear sentence that holds none of a client's facts.

    The command line prints it on standard error and exits with 2; the site shows it beside the form field.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
