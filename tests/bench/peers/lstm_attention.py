"""LSTMAttention: each state of a bidirectional LSTM against the final one, softmax, weighted sum; tanh of a map of this and that."""
import torch
from torch import nn

from peers.sinusoidal import sinusoidal


class LSTMAttention(nn.Module):
    def __init__(self, setting, dim=128, hidden=64):
        super().__init__()
        self.embedding = nn.Embedding(setting.vocabulary, dim)
        self.register_buffer("positions", sinusoidal(setting.tokens, dim))
        self.lstm = nn.LSTM(dim, hidden, batch_first=True, bidirectional=True)
        self.join = nn.Linear(4 * hidden, 2 * hidden)
        self.dropout, self.classifier, self.hidden = nn.Dropout(setting.dropout), nn.Linear(2 * hidden, setting.classes), hidden

    def forward(self, ids):
        states = self.lstm(self.embedding(ids) + self.positions)[0]
        last = torch.cat([states[:, -1, : self.hidden], states[:, 0, self.hidden :]], 1)
        weights = torch.softmax(torch.bmm(states, last.unsqueeze(2)), 1)
        total = torch.bmm(weights.transpose(1, 2), states).squeeze(1)
        return self.classifier(self.dropout(torch.tanh(self.join(torch.cat([total, last], 1)))))


build = LSTMAttention
