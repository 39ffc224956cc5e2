"""Help: keys, about the program, and the licences of its parts."""
