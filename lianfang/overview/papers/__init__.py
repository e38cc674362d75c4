"""Papers of the headquarters: the weekly bulletin, releases, zero reports, and the county's own Word templates."""
