"""Before an issue is open: recent issues with their covers, a new one, the sample; and what is wrong with a folder."""

from digest_studio.gui.welcome.previews import Previews
from digest_studio.gui.welcome.view import Welcome

__all__ = ["Previews", "Welcome"]
