"""Evaluation as a Django application."""

from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    """Keeps campaigns of evaluation."""

    name = "motcua.evaluation"
    label = "evaluation"
