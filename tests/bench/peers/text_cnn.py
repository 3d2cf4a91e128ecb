"""TextCNN after Kim 2014: widths 3, 4, 5 with 100 maps each, maximum over time, class vectors no longer than 3."""
import torch
import torch.nn.functional as F
from torch import nn

from peers.sinusoidal import sinusoidal


class TextCNN(nn.Module):
    def __init__(self, setting, dim=128, widths=(3, 4, 5), maps=100):
        super().__init__()
        self.embedding = nn.Embedding(setting.vocabulary, dim)
        self.register_buffer("positions", sinusoidal(setting.tokens, dim))
        self.convolutions = nn.ModuleList(nn.Conv1d(dim, maps, width) for width in widths)
        self.dropout, self.classifier = nn.Dropout(setting.dropout), nn.Linear(maps * len(widths), setting.classes)

    def forward(self, ids):
        x = (self.embedding(ids) + self.positions).transpose(1, 2)
        return self.classifier(self.dropout(torch.cat([F.relu(c(x)).amax(2) for c in self.convolutions], 1)))

    def after_step(self):
        with torch.no_grad():
            self.classifier.weight.copy_(torch.renorm(self.classifier.weight, 2, 0, 3.0))


build = TextCNN
