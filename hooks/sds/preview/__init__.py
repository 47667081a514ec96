"""The live preview: a small local web server that shows the site as the files are saved, from a build in memory."""
