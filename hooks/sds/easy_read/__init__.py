"""The rules of easy read that a program can check, the problems that they find in a framework's pages, and a report.

A program can check rules. Only people who use easy read can say that a text is easy read.
"""
