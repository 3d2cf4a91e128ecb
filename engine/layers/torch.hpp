// The part of LibTorch that is used here: tensors, autograd, modules. <torch/torch.h> brings data loaders, optimizers and every layer of
// the library along, which each of two hundred translation units would pay for.
#pragma once

#include <torch/autograd.h>
#include <torch/cuda.h>
#include <torch/nn/functional/normalization.h>
#include <torch/nn/init.h>
#include <torch/nn/module.h>
#include <torch/nn/modules/normalization.h>
#include <torch/types.h>
#include <torch/utils.h>
