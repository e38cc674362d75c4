"""Pages of redress: the lists with what is late, one appeal with all it takes to answer it, one correction."""
