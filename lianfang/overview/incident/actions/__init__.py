"""What others may have done to incidents."""
from .filing import print_file, read_file
from .publishing import draft_trajectory, drop_trajectory, mend_trajectory, publish_trajectory

__all__ = ["draft_trajectory", "drop_trajectory", "mend_trajectory", "print_file", "publish_trajectory", "read_file"]
