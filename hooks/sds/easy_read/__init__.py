"""The rules of easy read that a program can check, what they find in a framework's pages, and the report of it.

A program can check rules. It cannot call a text easy read: only people who use easy read can.
"""
