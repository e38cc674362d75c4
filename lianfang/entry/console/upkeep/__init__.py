"""What keeps an installation sound: backups, keys, the journal's proof, a look at what is unsafe."""
