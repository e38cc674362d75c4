"""What other counties and the city answer: who took over, on which phone, when, under which number."""
