"""The commands of ``run.py``, one module for each, with ``main(arguments, root)``, which prints and returns an exit status."""
