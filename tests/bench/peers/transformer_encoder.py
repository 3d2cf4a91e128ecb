"""TransformerEncoder with its defaults: width-5 convolution in front, sinusoidal positions, pre-norm blocks, mean over tokens."""
import math

import torch
import torch.nn.functional as F
from torch import nn


class Block(nn.Module):
    def __init__(self, dim, heads, hidden, dropout):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(dim), nn.LayerNorm(dim)
        self.qkv, self.out = nn.Linear(dim, 3 * dim), nn.Linear(dim, dim)
        self.ff_in, self.ff_out = nn.Linear(dim, hidden), nn.Linear(hidden, dim)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        b, length, dim = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(b, length, 3, self.heads, dim // self.heads).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(b, length, dim)
        x = x + self.dropout(self.out(y))
        return x + self.dropout(self.ff_out(self.dropout(F.gelu(self.ff_in(self.norm2(x))))))


class TransformerEncoder(nn.Module):
    def __init__(self, setting):
        super().__init__()
        dim, heads = int(setting["d_model"]), int(setting["n_heads"])
        layers, hidden = int(setting["n_layers"]), int(setting["d_ff"])
        self.embedding = nn.Embedding(setting.vocabulary, dim)
        self.convolution = nn.Conv1d(dim, dim, 5, padding=2)
        position = torch.arange(setting.tokens).unsqueeze(1) * torch.exp(torch.arange(0, dim, 2) * (-math.log(10000.0) / dim))
        self.register_buffer("positions", torch.stack([position.sin(), position.cos()], 2).flatten(1))
        self.blocks = nn.Sequential(*[Block(dim, heads, hidden, setting.dropout) for _ in range(layers)])
        self.norm, self.dropout = nn.LayerNorm(dim), nn.Dropout(setting.dropout)
        self.classifier = nn.Linear(dim, setting.classes)

    def forward(self, ids):
        x = F.relu(self.convolution(self.embedding(ids).transpose(1, 2))).transpose(1, 2) + self.positions
        return self.classifier(self.dropout(self.norm(self.blocks(self.dropout(x))).mean(1)))


build = TransformerEncoder
