"""Is a word in the dictionary, and which one was meant if it is not?"""
