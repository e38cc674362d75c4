"""What people type of a person, in a sheet's cell or a form's field: names, identity numbers, phones; no database, no clock."""
