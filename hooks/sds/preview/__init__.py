"""The site as it stands on an editor's own screen while files are saved."""
