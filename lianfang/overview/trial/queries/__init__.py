"""What others may ask of trials."""
from .ahead import bound, rehearsed_ahead, trials_beside
from .figures import Cut, Day, Figures, figures_of, needs_of
from .trials import day_on, group_ids, is_stale, rehearsed, trial_named, trials_of

__all__ = ["Cut", "Day", "Figures", "bound", "day_on", "figures_of", "group_ids", "is_stale", "needs_of", "rehearsed", "rehearsed_ahead",
           "trial_named", "trials_beside", "trials_of"]
