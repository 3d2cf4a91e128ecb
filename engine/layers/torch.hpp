// The part of LibTorch that is used here: tensors, autograd, modules. <torch/torch.h> brings data loaders, optimizers and every layer of
// the library along, which each of two hundred translation units would pay for: g++ repeats the instantiations of a precompiled header's
// templates in every file, and they are most of the time of a small one.
#pragma once

#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/nn/init.h>
#include <torch/nn/module.h>
#include <torch/types.h>
#include <torch/utils.h>
