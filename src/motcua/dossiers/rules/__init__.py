"""Plain rules of casework: who is awaited by when, what forms say, what a code looks like."""
