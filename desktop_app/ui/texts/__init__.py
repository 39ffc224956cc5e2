"""Words for people: sentences for codes, made here and nowhere else."""
