from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
class Welcome(QWidget):
    open_wanted = Signal()
    new_wanted = Signal()
    sample_wanted = Signal()
    def __init__(self, controller, settings, window):
        super().__init__(window)
    def show_problems(self, folder, problems): ...
