"""Training throughput, ours against plain PyTorch, taken in turn: ratio, median (min-max) over the pairs.

usage: compare_train.py BENCH_PROGRAM [--python PYTHON] [--pairs N] [--threads N] [--models M ...] [--dropouts P ...] [--fused]
PYTHON (default: the interpreter of this script) needs torch. BENCH_PROGRAM is build/bin/bench_train_bench. The models are the rows of
train_table.json: model, hyperparameters and peer. Both sides must have the same number of parameters, `peer_extra` of the row aside.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys


def rows_of_table():
    table = json.loads(pathlib.Path(__file__).with_name("train_table.json").read_text())
    return {row["model"]: row for row in table["models"]}


def run(command, threads):
    environment = dict(os.environ, OMP_NUM_THREADS=str(threads))
    return json.loads(subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout)


def ours(program, model, dropout, threads):
    output = run([program, f"--benchmark_filter=^train/{model}/dropout:{dropout}/", "--benchmark_format=json"], threads)
    return output["benchmarks"][0]


def theirs(python, model, dropout, own, arguments):
    script = pathlib.Path(__file__).with_name("peer_train.py")
    command = [python, str(script), model, "--dropout", dropout]
    for name in ("vocabulary", "tokens"):
        command += ["--" + name, str(int(own[name]))]
    return run(command + ["--fused"] * arguments.fused, arguments.threads)


def spread(values):
    return f"{statistics.median(values):.2f} ({min(values):.2f}-{max(values):.2f})"


def compare(row, dropout, arguments):
    rates, ratios, sizes = ([], []), [], ()
    for _ in range(arguments.pairs):
        own = ours(arguments.program, row["model"], dropout, arguments.threads)
        peer = theirs(arguments.python, row["model"], dropout, own, arguments)
        rates[0].append(own["items_per_second"])
        rates[1].append(peer["sequences_per_second"])
        ratios.append(rates[0][-1] / rates[1][-1])
        sizes = int(own["parameters"]), peer["parameters"] - row.get("peer_extra", 0)
    note = "" if sizes[0] == sizes[1] else f"  PARAMETERS DIFFER: ours {sizes[0]}, theirs {sizes[1]}"
    medians = [statistics.median(values) for values in rates]
    print(f"{row['model']:20} {sizes[0]:>10} {dropout:>7} {medians[0]:10.0f} {medians[1]:10.0f}  {spread(ratios)}{note}", flush=True)


def main():
    rows = rows_of_table()
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--models", nargs="+", choices=rows, default=list(rows))
    parser.add_argument("--dropouts", nargs="+", choices=["0.1", "0"], default=["0.1", "0"])
    parser.add_argument("--fused", action="store_true", help="let PyTorch use its fused Adam too")
    arguments = parser.parse_args()
    print(f"{'model':20} {'parameters':>10} {'dropout':>7} {'ours/s':>10} {'torch/s':>10}  ratio, median (min-max)")
    for model in arguments.models:
        for dropout in arguments.dropouts:
            compare(rows[model], dropout, arguments)


if __name__ == "__main__":
    main()
