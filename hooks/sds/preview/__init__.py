"""The site as it stands on an editor's own screen while files are saved: a small server on this machine, over the build in memory."""
