"""The site in which the program's people work. It calls the library `vacatur`; it never knows law itself."""
