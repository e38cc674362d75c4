"""What others may ask of incidents."""
from .dossier import File, file_of
from .drafting import Draft, draft_of, trajectories_of, trajectory_of
from .telltale import told_tales

__all__ = ["Draft", "File", "draft_of", "file_of", "told_tales", "trajectories_of", "trajectory_of"]
