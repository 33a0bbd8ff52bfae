"""The phones' side of a class: a page, votes, and nothing else; off unless asked.

Needs the extra `classroom`; import `room` only when a class is to vote by phone.
"""
