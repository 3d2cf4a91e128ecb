"""Routing Transformer of routing_transformer 1.6.1; its hidden layer is always four times as wide."""
from routing_transformer import RoutingTransformer
from routing_transformer.routing_transformer import Kmeans

from peers.efficient import Classifier, sizes


class Routing(Classifier):
    def states(self, x):
        states, self.commitment = self.net(x)
        return states

    def loss(self):
        return self.commitment

    def after_step(self):
        for module in self.modules():
            if isinstance(module, Kmeans):
                module.update()


def build(setting):
    dim, layers, heads, head_dim = sizes(setting)
    window = int(setting["window_size"])
    longest = -(-setting.tokens // window) * window
    return Routing(setting, RoutingTransformer(dim, layers, longest, heads, head_dim, window))
