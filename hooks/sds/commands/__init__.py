"""What a person runs: one module a command, each with ``main(arguments, root)``, which prints and returns an exit status."""
