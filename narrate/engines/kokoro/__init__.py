"""Kokoro, by kokoro-onnx."""
