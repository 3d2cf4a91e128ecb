"""Training throughput, ours against plain PyTorch, taken in turn: ratio, median (min-max) over the pairs.

usage: compare_train.py BENCH_PROGRAM [--python PYTHON] [--pairs N] [--threads N] [--models M ...] [--fused]
PYTHON (default: the interpreter of this script) needs torch. BENCH_PROGRAM is build/bin/bench_train_bench.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys

MODELS = ["TransformerEncoder", "BiLSTM", "TextCNN", "DNN"]


def run(command, threads):
    environment = dict(os.environ, OMP_NUM_THREADS=str(threads))
    return subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def ours(program, model, dropout, threads):
    output = run([program, f"--benchmark_filter=^train/{model}/dropout:{dropout}/", "--benchmark_format=json"], threads)
    return json.loads(output)["benchmarks"][0]["items_per_second"]


def theirs(python, model, dropout, threads, fused):
    script = pathlib.Path(__file__).with_name("peer_train.py")
    return float(run([python, str(script), model, "--dropout", dropout] + ["--fused"] * fused, threads))


def spread(values):
    return f"{statistics.median(values):.2f} ({min(values):.2f}-{max(values):.2f})"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--models", nargs="+", choices=MODELS, default=MODELS)
    parser.add_argument("--fused", action="store_true", help="let PyTorch use its fused AdamW too")
    arguments = parser.parse_args()
    print(f"{'model':20} {'dropout':>7} {'ours/s':>10} {'torch/s':>10}  ratio, median (min-max)")
    for model in arguments.models:
        for dropout in ("0.1", "0"):
            own, peer = [], []
            for _ in range(arguments.pairs):
                own.append(ours(arguments.program, model, dropout, arguments.threads))
                peer.append(theirs(arguments.python, model, dropout, arguments.threads, arguments.fused))
            ratios = [a / b for a, b in zip(own, peer)]
            print(f"{model:20} {dropout:>7} {statistics.median(own):10.0f} {statistics.median(peer):10.0f}  {spread(ratios)}", flush=True)


if __name__ == "__main__":
    main()
