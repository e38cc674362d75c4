"""The screen: shell, navigation, components, tables, forms and drawings, shared by every page."""
