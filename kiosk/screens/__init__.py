"""What a person sees and touches: QML screens and the passive view models they are bound to."""
