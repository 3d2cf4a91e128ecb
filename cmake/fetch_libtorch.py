#!/usr/bin/env python3
"""Unpacks LibTorch from the PyPI wheels into a folder of the build.

    fetch_libtorch.py DIRECTORY [--variant cpu|cuda]

DIRECTORY receives torch/include, torch/lib and nvidia/*/lib, laid out as in the wheels, so that the run paths inside
the libraries hold. The versions and sha256 sums stand in libtorch-cpu.txt and libtorch-cuda.txt beside this file; pip
checks them. "cuda" (everything libtorch_cuda.so needs, 2 GB) is taken where an NVIDIA driver is found, else "cpu".
A second call with nothing to do returns at once. An interrupted one leaves the old state and starts over.
"""
import argparse
import ctypes
import fcntl
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import time
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
LAYOUT = "3"  # raise when the choice of files below changes
PLATFORMS = [f"manylinux_2_{minor}_x86_64" for minor in (28, 27, 25, 18, 17, 12, 5)] + ["manylinux2014_x86_64"]
# Headers of libraries that the wheel was built with: the system's own versions are used instead.
FOREIGN_HEADERS = ("torch/include/fmt/", "torch/include/google/", "torch/include/pybind11/")
CUDA_ONLY = ("libtorch.so", "libtorch_cuda", "libc10_cuda", "libcaffe2_nvrtc", "libtorch_nvshmem")
PROGRAM_PARTS = ("libtorch_python", "libshm", "libtorch_global_deps")


def has_driver() -> bool:
    if os.path.isdir("/proc/driver/nvidia"):
        return True
    try:
        ctypes.CDLL("libcuda.so.1")
        return True
    except OSError:
        return False


def place(name: str, variant: str) -> str | None:
    """Where a file of a wheel goes, None if nowhere."""
    base = name.rsplit("/", 1)[-1]
    if name.startswith("torch/include/"):
        return None if name.startswith(FOREIGN_HEADERS) else name
    if name.startswith("torch/lib/lib") and ".so" in base:
        return None if base.startswith(PROGRAM_PARTS) or (variant == "cpu" and base.startswith(CUDA_ONLY)) else name
    if name.startswith("nvidia/") and "/lib/" in name and ".so" in base:
        # Of CUPTI a computer without a driver needs only the library itself.
        return name if variant == "cuda" or base.startswith(("libcudart.so", "libcupti.so")) else None
    distribution, _, licence = name.partition(".dist-info/licenses/")
    return f"licenses/{distribution}/{licence}" if licence else None


def unpack(wheel: pathlib.Path, target: pathlib.Path, variant: str) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.infolist():
            where = None if entry.is_dir() else place(entry.filename, variant)
            if where is None:
                continue
            path = target / where
            path.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(entry) as source, open(path, "wb") as out:
                shutil.copyfileobj(source, out, 1 << 20)
            # The wheel's own dates, so that fetching the same files again does not look like a change of every header.
            moment = time.mktime((*entry.date_time, 0, 0, -1))
            os.utime(path, (moment, moment))


def download(requirements: pathlib.Path, folder: pathlib.Path) -> None:
    command = [sys.executable, "-m", "pip", "download", *([] if sys.stdout.isatty() else ["--quiet"]), "--disable-pip-version-check", "--no-deps", "--require-hashes",
               "--only-binary=:all:", "--implementation", "cp", "--python-version", "3.11", "--no-cache-dir",
               "--retries", "10", "--timeout", os.environ.get("PIP_DEFAULT_TIMEOUT", "60"),
               "--dest", str(folder), "--requirement", str(requirements)]
    for platform in PLATFORMS:
        command += ["--platform", platform]
    # A broken connection in half a gigabyte is common enough for another try.
    for attempt in (1, 2, 3):
        if subprocess.run(command, check=False).returncode == 0:
            return
        print(f"-- LibTorch: download failed (attempt {attempt} of 3)", flush=True)
    sys.exit("error: LibTorch could not be downloaded from the Python package index; check the connection and run it again")


def stamp_text(variant: str) -> str:
    digest = hashlib.sha256((HERE / f"libtorch-{variant}.txt").read_bytes()).hexdigest()
    return f"{LAYOUT} {variant} {digest}\n"


def fetch(target: pathlib.Path, variant: str) -> None:
    stamp = target / ".stamp"
    # The larger set serves a computer without a driver as well.
    if stamp.is_file() and stamp.read_text() in (stamp_text(variant), stamp_text("cuda")):
        return
    size = {"cpu": "0.5 GB", "cuda": "2.2 GB"}[variant]
    print(f"-- LibTorch: fetching the {variant} variant from PyPI ({size}, once)", flush=True)
    downloads = target.parent / "downloads"
    partial = target.with_name(target.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    shutil.rmtree(downloads, ignore_errors=True)
    downloads.mkdir(parents=True)
    download(HERE / f"libtorch-{variant}.txt", downloads)
    print("-- LibTorch: unpacking", flush=True)
    for wheel in sorted(downloads.glob("*.whl")):
        unpack(wheel, partial, variant)
    (partial / ".stamp").write_text(stamp_text(variant))
    shutil.rmtree(target, ignore_errors=True)
    partial.rename(target)
    shutil.rmtree(downloads)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("--variant", choices=["cpu", "cuda"], default=os.environ.get("STRAND_LIBTORCH") or None)
    arguments = parser.parse_args()
    variant = arguments.variant or ("cuda" if has_driver() else "cpu")
    target = arguments.directory.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    with open(target.parent / ".libtorch.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        fetch(target, variant)


if __name__ == "__main__":
    main()
