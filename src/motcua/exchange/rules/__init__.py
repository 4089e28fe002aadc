"""What fits what: papers to questions, earlier answers to forms."""
