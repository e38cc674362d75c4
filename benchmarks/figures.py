"""Which figures there are: unit, target and stretch as agreed, and what the peers came to when they were measured."""
from dataclasses import dataclass

AT_LEAST, AT_MOST = "≥", "≤"


@dataclass(frozen=True)
class Figure:
    """One line of the table; `peers` are quoted, not measured here."""

    code: str
    label: str
    unit: str
    sense: str = AT_MOST
    target: float | None = None
    stretch: float | None = None
    peers: str = ""

    def is_met(self, value) -> bool | None:
        """Whether a value reaches the target; None where there is no value or no target."""
        if value is None or self.target is None:
            return None
        return value >= self.target if self.sense == AT_LEAST else value <= self.target


FIGURES = [
    Figure("seed", "county seeded (lianfang seed --size county)", "s", AT_MOST, 300),
    Figure("restart", "second start of make run", "s", AT_MOST, 5),
    Figure("list", "list page, 100 orders, filtered and sorted", "ms", AT_MOST, 60, 30, "Eden 1 170; SORMAS users 33 s"),
    Figure("board_county", "board of the county", "ms", AT_MOST, 120, 60),
    Figure("board_town", "board of a town", "ms", AT_MOST, 60, 30),
    Figure("find", "find a person among the register, slowest of three ways", "ms", AT_MOST, 50, 20),
    Figure("elevation", "elevation drawing of 33 floors", "ms", AT_MOST, 60, 30),
    Figure("work", "my work", "ms", AT_MOST, 60, 30),
    Figure("timeline", "a person's timeline", "ms", AT_MOST, 60, 30),
    Figure("verdicts", "verdicts, one at a time", "/s", AT_LEAST, 30_000),
    Figure("planned", "a day's checks generated", "s", AT_MOST, 2),
    Figure("raised", "overdue turns escalated", "s", AT_MOST, 2),
    Figure("bulletin", "bulletin, .docx and PDF", "s", AT_MOST, 1),
    Figure("weekly", "weekly report of seven signed days, .docx and PDF", "s", AT_MOST, 2),
    Figure("facts_frozen", "all figures of the county and its towns frozen at a cut-off", "s", AT_MOST, 2),
    Figure("agenda_built", "agenda of the county's meeting built", "s", AT_MOST, 1),
    Figure("minutes", "minutes of thirty items, .docx and PDF", "s", AT_MOST, 2),
    Figure("live_p95", "200 people follow a meeting, 50 facts/s come in: the slowest of twenty answers", "ms", AT_MOST, 500),
    Figure("live_fresh", "… until nineteen of twenty have seen a change (each asks every 5 s)", "s", AT_MOST, 5),
    Figure("live_facts", "… facts taken in", "/s", AT_LEAST, 45),
    Figure("wall_refresh", "wall: one refresh, all of it new", "ms", AT_MOST, 60),
    Figure("wall_counted", "… its figures counted, twice a minute", "s", AT_MOST, 2),
    Figure("wall_growth", "… an hour's growth of the browser's memory", "%", AT_MOST, 5),
    Figure("check_rate", "health checks over HTTP, 32 connections", "/s", AT_LEAST, 266, 400, "ODK 133; Eden 5"),
    Figure("check_p99", "… the slowest of a hundred", "ms", AT_MOST, 350, 200, "ODK 427"),
    Figure("check_cpu", "… server CPU a request", "ms", AT_MOST, 6, 4, "ODK 12"),
    Figure("passage_rate", "a car checked at a gate over HTTP, 32 connections", "/s", AT_LEAST, 250, 400, "ODK 133"),
    Figure("passage_p99", "… the slowest of a hundred", "ms", AT_MOST, 350, 200, "ODK 427"),
    Figure("passage_cpu", "… server CPU a request", "ms", AT_MOST, 6, 4, "ODK 12"),
    Figure("outbox_rate", "outbox sync, 4 phones, 50 records a delivery", "/s", AT_LEAST, 800, 3_000, "ODK 133"),
    Figure("outbox_p99", "… the slowest delivery of a hundred", "ms", AT_MOST, 500),
    Figure("outbox_cpu", "… server CPU a record", "ms", AT_MOST, None, None, "ODK 12"),
    Figure("carry_size", "first sync of the grid with most people, compressed", "kB", AT_MOST, 150, None, "Simple 400 MB a district"),
    Figure("carry_time", "… until it is there", "s", AT_MOST, 1),
    Figure("roster", "roster of 100 000 rows into the register", "rows/s", AT_LEAST, 3_000, 5_000, "ODK 6 900 (no matching); Eden 22"),
    Figure("roster_wait", "… another writer's longest wait", "s", AT_MOST, 1),
    Figure("guard_page", "masking, journal and encryption: share of a page, the dearest", "%", AT_MOST, 25),
    Figure("guard_import", "… of an import", "%", AT_MOST, 30),
    Figure("sealed", "journal lines sealed", "/s", AT_LEAST, 20_000),
    Figure("verified", "journal lines verified", "/s", AT_LEAST, 50_000),
    Figure("switch_listed", "an edition changes: 100 000 orders decided by both, and listed", "s", AT_MOST, 10),
    Figure("switch_applied", "… the list carried out", "s", AT_MOST, 120),
    Figure("bulk", "bulk evaluator (DuckDB): verdicts of the measure table", "/s", AT_LEAST, 1_000_000),
    Figure("policy_tried", "a policy tried on 100 000 orders, 14 days ahead, kept", "s", AT_MOST, 10),
    Figure("policy_page", "… its page", "ms", AT_MOST, 500),
    Figure("policy_cell", "… a cell opened, the largest (p95)", "ms", AT_MOST, 100),
    Figure("results_imported", "results of 10 000 samples imported, their consequences done", "s", AT_MOST, 30),
    Figure("pool_positive", "a positive pool reported: ten people held, told, resamples due", "s", AT_MOST, 1),
    Figure("ending", "the emergency ended: all of 100 000 people deleted, database rewritten", "s", AT_MOST, 120),
    Figure("phone_start", "phone, CPU 4 × slower: cold start without a signal, PIN to work", "s", AT_MOST, 2),
    Figure("phone_save", "… a record saved, 200 waiting", "ms", AT_MOST, 100),
    Figure("phone_decide", "… a passage decided", "ms", AT_MOST, 2),
    Figure("phone_shell", "… the app's first visit, compressed", "kB", AT_MOST, 200),
    Figure("chain_drawn", "chain of 5 000 cases drawn in headless Chromium", "s", AT_MOST, 3, 1, "Go.Data"),
    Figure("chain_frames", "… dragged", "frames/s", AT_LEAST, 15, 30),
    Figure("reproduction", "R with intervals over 365 days", "ms", AT_MOST, 50, 5, "EpiEstim"),
    Figure("villages_ranked", "500 villages and their townships ranked from 12 000 score sheets", "ms", AT_MOST, 200),
    Figure("coverage", "coverage of every household by any unit, the slowest", "ms", AT_MOST, 100),
    Figure("shut_counted", "68 000 places shut and open, by trade and town", "ms", AT_MOST, 200),
    Figure("shut_looked", "… one look-up at a gate, 502 villages closed", "ms", AT_MOST, 5),
    Figure("three_lists", "three lists of 200 000 people put together", "s", AT_MOST, 30, None, "rules 1.2, Splink 7.3 (2 × 100 000)"),
    Figure("three_precision", "… precision", "", AT_LEAST, 0.995),
    Figure("three_recall", "… recall", "", AT_LEAST, 0.985),
    Figure("first_ring", "first ring of contacts, 10 000 000 stays, half within", "ms", AT_MOST, 2, None, "none finds by place and time"),
    Figure("both_rings", "… both rings", "ms", AT_MOST, 30),
    Figure("stays_loaded", "… the stays loaded", "s", AT_MOST, 300),
    Figure("proposals_page", "a case's page, 300 proposed with their evidence", "ms", AT_MOST, 300),
    Figure("contacts_page", "3 000 contacts listed as they stand today", "ms", AT_MOST, 80, None, "SORMAS users 33 s"),
    Figure("memory", "memory of the server under all this", "MB", AT_MOST, 500),
]
BY_CODE = {figure.code: figure for figure in FIGURES}
