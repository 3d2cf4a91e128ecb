"""Linformer of linformer 0.2.3; its hidden layer is always four times as wide."""
from linformer import Linformer

from peers.efficient import Classifier, sizes


def build(setting):
    dim, layers, heads, _ = sizes(setting)
    return Classifier(setting, Linformer(dim, setting.tokens, layers, k=int(setting["k"]), heads=heads))
