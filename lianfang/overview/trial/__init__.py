"""A policy tried on everybody before it holds for anybody."""
