"""LSTM: the state at the last step."""
from torch import nn

from peers.rnn import Recurrent


def build(setting):
    return Recurrent(setting, nn.LSTM)
