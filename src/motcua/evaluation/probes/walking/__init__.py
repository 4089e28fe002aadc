"""Finding one's way through a portal from one address alone.

1. `addresses` tells which addresses are the same page, the same portal, the same shape.
2. `reading` takes the links and the signs of a page that stands open; `classifying` weighs what
   each of them is for.
3. `choosing` says which page comes next: a pure rule of what was seen so far, so that a walk that
   was cut off goes on where it was, and two walks through an unchanged portal are the same.
4. `web` asks over plain HTTP; `robots` and `pacing` keep the walk polite.
"""
