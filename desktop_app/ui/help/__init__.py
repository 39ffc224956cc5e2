"""What the program is, and the licences of its parts."""
