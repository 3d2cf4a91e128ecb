// The part of LibTorch that is used here: tensors, their functions, gradients. <torch/torch.h> and even <torch/types.h> bring far more,
// which each of two hundred translation units would pay for: g++ repeats the instantiations of a precompiled header's templates in every
// file, and they are most of the time of a small one. Functions with a gradient of their own include <torch/csrc/autograd/custom_function.h>.
#pragma once

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/generated/variable_factories.h>
#include <torch/csrc/autograd/grad_mode.h>
#include <torch/ordered_dict.h>

namespace torch {
using namespace at;  // as <torch/types.h> does
}
