"""Plain values and rules that every package may use: calendar, money, codes, text, definitions.

Plain Python: no Django, no input or output."""
