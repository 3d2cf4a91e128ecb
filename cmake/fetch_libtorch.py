#!/usr/bin/env python3
"""Unpacks LibTorch from the PyPI wheels into a folder of the build.

    fetch_libtorch.py DIRECTORY [--variant cpu|cuda] [--print-variant]

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
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
LAYOUT = "2"  # raise when the choice of files below changes
PLATFORMS = [f"manylinux_2_{minor}_x86_64" for minor in (28, 27, 25, 18, 17, 12, 5)] + ["manylinux2014_x86_64"]
# Headers of libraries that the wheel was built with: the system's own versions are used instead.
FOREIGN_HEADERS = ("torch/include/fmt/", "torch/include/google/", "torch/include/pybind11/")
CUDA_ONLY = ("libtorch_cuda", "libc10_cuda", "libcaffe2_nvrtc", "libtorch_nvshmem")
PROGRAM_PARTS = ("libtorch_python", "libshm", "libtorch_global_deps")


def has_driver() -> bool:
    if os.path.isdir("/proc/driver/nvidia"):
        return True
    try:
        ctypes.CDLL("libcuda.so.1")
        return True
    except OSError:
        return False


def wanted(name: str, variant: str) -> bool:
    base = name.rsplit("/", 1)[-1]
    if name.startswith("torch/include/"):
        return not name.startswith(FOREIGN_HEADERS)
    if name.startswith("torch/lib/lib") and ".so" in base:
        return not base.startswith(PROGRAM_PARTS) and (variant == "cuda" or not base.startswith(CUDA_ONLY))
    if name.startswith("nvidia/") and "/lib/" in name and ".so" in base:
        # Of CUPTI a computer without a driver needs only the library itself.
        return variant == "cuda" or base.startswith(("libcudart.so", "libcupti.so"))
    return ".dist-info/" in name and "licenses/" in name.lower()


def unpack(wheel: pathlib.Path, target: pathlib.Path, variant: str) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.infolist():
            if entry.is_dir() or not wanted(entry.filename, variant):
                continue
            archive.extract(entry, target)


def download(requirements: pathlib.Path, folder: pathlib.Path) -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes",
               "--only-binary=:all:", "--implementation", "cp", "--python-version", "3.11", "--no-cache-dir",
               "--retries", "10", "--timeout", os.environ.get("PIP_DEFAULT_TIMEOUT", "60"),
               "--dest", str(folder), "--requirement", str(requirements)]
    for platform in PLATFORMS:
        command += ["--platform", platform]
    # A broken connection in half a gigabyte is common enough for one more try; wheels already complete are kept.
    for attempt in (1, 2, 3):
        if subprocess.run(command, check=False).returncode == 0:
            return
        print(f"-- LibTorch: download failed (attempt {attempt} of 3)", flush=True)
    sys.exit("error: LibTorch could not be downloaded from the Python package index; check the connection and run it again")


def fetch(target: pathlib.Path, variant: str) -> None:
    requirements = HERE / f"libtorch-{variant}.txt"
    stamp_text = f"{LAYOUT} {variant} {hashlib.sha256(requirements.read_bytes()).hexdigest()}\n"
    stamp = target / ".stamp"
    if stamp.is_file() and stamp.read_text() == stamp_text:
        return
    size = {"cpu": "0.5 GB", "cuda": "2.2 GB"}[variant]
    print(f"-- LibTorch: fetching the {variant} variant from PyPI ({size}, once)", flush=True)
    downloads = target.parent / "downloads"
    partial = target.with_name(target.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    downloads.mkdir(parents=True, exist_ok=True)
    download(requirements, downloads)
    print("-- LibTorch: unpacking", flush=True)
    for wheel in sorted(downloads.glob("*.whl")):
        unpack(wheel, partial, variant)
    (partial / ".stamp").write_text(stamp_text)
    shutil.rmtree(target, ignore_errors=True)
    partial.rename(target)
    shutil.rmtree(downloads)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("--variant", choices=["cpu", "cuda"], default=os.environ.get("STRAND_LIBTORCH") or None)
    parser.add_argument("--print-variant", action="store_true")
    arguments = parser.parse_args()
    variant = arguments.variant or ("cuda" if has_driver() else "cpu")
    if arguments.print_variant:
        print(variant)
        return
    target = arguments.directory.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    with open(target.parent / ".libtorch.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        fetch(target, variant)


if __name__ == "__main__":
    main()
