"""Kokoro, its network run by onnxruntime."""
