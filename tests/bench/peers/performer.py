"""Performer of performer_pytorch 1.1.4."""
from performer_pytorch import Performer

from peers.efficient import Classifier, sizes


def build(setting):
    return Classifier(setting, Performer(*sizes(setting), ff_mult=int(setting["ff_mult"]), qkv_bias=False))
