"""Trains models of the catalogue on data sets, with a preset, and prints a line a model: accuracy and MCC on the test part of each.

usage: compare_models.py STRANDLAB_CLI --data FILE [FILE ...] [--models M ...] [--preset P] [--seed S] [--threads N]
Each file has a test part. Seconds are the sum over the data sets, MiB the largest peak of resident memory,
parameters those of the data set with the fewest (the vocabulary counts).
"""
import argparse
import json
import pathlib
import subprocess
import tempfile


class Program:
    def __init__(self, path, project, threads):
        self.path, self.project, self.threads = path, str(project), threads

    def events(self, command, *words):
        line = [self.path, "--json", "--quiet", "--threads", str(self.threads), command, self.project, *map(str, words)]
        done = subprocess.run(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(" ".join(line) + "\n" + done.stderr)
        return [json.loads(text) for text in done.stdout.splitlines() if text]


def catalogue(program):
    output = subprocess.run([program, "--json", "models"], stdout=subprocess.PIPE, text=True, check=True).stdout
    return [event["model"] for event in map(json.loads, output.splitlines()) if event.get("event") == "model"]


def trained(program, dataset, model, arguments):
    name = f"{dataset}-{model}-{arguments.preset}-{arguments.seed}"
    words = ["--dataset", dataset, "--model", model, "--preset", arguments.preset, "--seed", arguments.seed, "--run", name]
    events = program.events("train", *words)
    done = [event for event in events if event.get("event") == "done"][0]
    parameters = [event["parameters"] for event in events if "parameters" in event]
    return {**done, "parameters": parameters[0] if parameters else 0}


def row(program, model, datasets, arguments):
    cells, seconds, memory, parameters = [], 0.0, 0.0, set()
    for dataset in datasets:
        try:
            run = trained(program, dataset, model, arguments)
        except RuntimeError as error:
            cells.append("failed")
            print(error, flush=True)
            continue
        cells.append(f"{run['test']['acc']:.3f} {run['test']['mcc']:.3f}")
        seconds, memory = seconds + run["seconds"], max(memory, run["peak_rss_mib"])
        parameters.add(run["parameters"])
    sizes = f"{min(parameters, default=0):,}"
    return f"| {model} | {sizes} | " + " | ".join(cells) + f" | {seconds:.0f} | {memory:.0f} |"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--data", nargs="+", required=True, type=pathlib.Path)
    parser.add_argument("--models", nargs="+")
    parser.add_argument("--preset", default="balanced")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        program = Program(arguments.program, pathlib.Path(folder) / "models.strand", arguments.threads)
        datasets = [path.stem for path in arguments.data]
        for path in arguments.data:
            program.events("import", path, "--name", path.stem)
        print("| model | parameters | " + " | ".join(f"{name} ACC MCC" for name in datasets) + " | seconds | MiB |")
        print("|---" * (len(datasets) + 4) + "|")
        for model in arguments.models or catalogue(arguments.program):
            print(row(program, model, datasets, arguments), flush=True)


if __name__ == "__main__":
    main()
