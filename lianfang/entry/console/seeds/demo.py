"""Demo accounts: one a role, in the place where most happens; they exist in a seeded demo only."""
PASSWORD = "qinghe-demo"
LOGINS = {
    "officer": ("罗文舒", "duty_officer", "county"),
    "leader": ("郑怀远", "county_leader", "county"),
    "township": ("岳小满", "township_cadre", "township"),
    "cadre": ("丁立春", "village_cadre", "village"),
    "grid": ("何秋生", "grid_worker", "grid"),
    "post": ("许大山", "checkpoint_post", "county"),
    "epi": ("沈知微", "epidemiologist", "county"),
    "lab": ("白露", "laboratory", "county"),
    "supervisor": ("石正", "supervisor", "county"),
    "admin": ("方庭", "administrator", "county"),
}
