#include "models/common_hyperparameters.hpp"

#include "models/specs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace strand {

namespace {

HyperparameterTable dataSpecs() {
    return {
        integerSpec("max_len", 512, {1, 1 << 20}, "tokens", STRAND_TEXT("engine", "Longer sequences are cut to this many tokens.")),
        choiceSpec(
            "tokenizer", "auto", {"auto", "char", "word", "kmer", "kmer:2", "kmer:3", "kmer:4", "kmer:5", "kmer:6"},
            STRAND_TEXT("engine",
                        "How a sequence is cut into tokens: single letters (char), overlapping pieces of k letters (kmer:k) or the words "
                        "of a text (word). For text, auto and kmer take words; otherwise auto takes single letters, and kmer pieces of 3 "
                        "letters of DNA or RNA and of 2 of protein.")),
        flagSpec("lower_case", true, STRAND_TEXT("engine", "Text: capitals count as the small letters they stand for.")),
        integerSpec("min_count", 2, {1, 1e9}, "",
                    STRAND_TEXT("engine", "Text: words or characters rarer than this in the training part are all one unknown token.")),
        expert(integerSpec("max_vocabulary", 100000, {1, 10000000}, "tokens",
                           STRAND_TEXT("engine", "Text: only this many of the most frequent words or characters are known."))),
        choiceSpec("class_weights", "none", {"none", "balanced"},
                   STRAND_TEXT("engine", "Balanced lets rare classes count as much as frequent ones while learning.")),
        choiceSpec("sampling", "none", {"none", "oversample", "undersample"},
                   STRAND_TEXT("engine",
                               "Shows as many sequences of each class: those of rare classes again and again (oversample), or only a part "
                               "of the frequent ones, another in each epoch (undersample).")),
    };
}

HyperparameterTable augmentationSpecs() {
    return {
        expert(realSpec("augment_reverse_complement", 0, {0, 1}, "",
                        STRAND_TEXT("engine", "How often the other strand of a DNA or RNA sequence is shown while learning."))),
        expert(realSpec("augment_mutation", 0, {0, 0.9}, "",
                        STRAND_TEXT("engine", "Share of letters changed at random each time a sequence is shown while learning."))),
        expert(realSpec("augment_crop", 1, {0.05, 1}, "",
                        STRAND_TEXT("engine", "Least share of a sequence, cut out at random, that is shown while learning; 1 shows all."))),
        expert(realSpec("augment_mask", 0, {0, 0.9}, "",
                        STRAND_TEXT("engine", "Share of tokens hidden as [UNK] each time a sequence is shown while learning."))),
    };
}

HyperparameterTable loopSpecs() {
    return {
        integerSpec("batch_size", 64, {1, 65536}, "sequences", STRAND_TEXT("engine", "How many sequences are learned from at once.")),
        integerSpec("epochs", 20, {1, 100000}, "epochs", STRAND_TEXT("engine", "How many times all training sequences are shown.")),
        integerSpec(
            "patience", 0, {0, 100000}, "epochs",
            STRAND_TEXT("engine", "Training ends after this many epochs without a better validation result; 0 never ends it early.")),
    };
}

HyperparameterTable optimizerSpecs() {
    return {
        logarithmic(realSpec("lr", 1e-3, {1e-8, 10}, "", STRAND_TEXT("engine", "Learning rate: how far each step moves the weights."))),
        choiceSpec("optimizer", "adamw", {"adamw", "adam", "sgd", "rmsprop", "adadelta"},
                   STRAND_TEXT("engine", "How gradients become steps; adamw suits nearly everything. With adadelta, take lr near 1.")),
        logarithmic(realSpec("weight_decay", 0.01, {0, 10}, "",
                             STRAND_TEXT("engine", "Pull of all weights towards 0, which holds memorising back."))),
        choiceSpec(
            "schedule", "warmup_cosine", {"constant", "warmup_cosine"},
            STRAND_TEXT("engine", "The learning rate over time: constant, or a rise from warmup_lr, a hold, and a cosine fall to 0.")),
        integerSpec("warmup_steps", -1, {-1, 1e9}, "steps",
                    STRAND_TEXT("engine", "With warmup_cosine: steps in which the learning rate rises; -1 takes a tenth of all steps.")),
        expert(integerSpec("hold_steps", 0, {0, 1e9}, "steps",
                           STRAND_TEXT("engine", "With warmup_cosine: steps at the full learning rate before it falls."))),
        expert(realSpec("warmup_lr", 0, {0, 10}, "",
                        STRAND_TEXT("engine", "With warmup_cosine: learning rate at the very first step of the rise."))),
        realSpec("grad_clip", 1, {0, 1e6}, "",
                 STRAND_TEXT("engine", "Gradients longer than this are shortened to it; 0 leaves them as they are.")),
    };
}

HyperparameterTable regularisationSpecs() {
    return {
        realSpec("dropout", 0.1, {0, 0.95}, "",
                 STRAND_TEXT("engine", "Share of activations switched off at random while learning, against memorising.")),
        choiceSpec("loss", "cross_entropy", {"cross_entropy", "focal"},
                   STRAND_TEXT("engine", "What is made small while learning; focal lets sequences that are hard to tell count more.")),
        expert(realSpec("focal_gamma", 2, {0, 10}, "",
                        STRAND_TEXT("engine", "With loss = focal: how little easy sequences count; 0 is the cross-entropy."))),
        realSpec("label_smoothing", 0, {0, 0.9}, "",
                 STRAND_TEXT("engine", "Share of certainty taken from the true class, against overconfidence.")),
    };
}

}  // namespace

HyperparameterTable withCommon(const TextValues& defaults, HyperparameterTable own) {
    HyperparameterTable table;
    for (HyperparameterTable part :
         {dataSpecs(), loopSpecs(), optimizerSpecs(), regularisationSpecs(), augmentationSpecs(), std::move(own)}) {
        table.insert(table.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
    }
    for (const auto& [name, text] : defaults) {
        const auto spec =
            std::find_if(table.begin(), table.end(), [&](const HyperparameterSpec& candidate) { return candidate.name == name; });
        if (spec == table.end()) throw std::logic_error(fmt::format("no common hyperparameter {}", name));
        auto value = parseValue(*spec, text);
        if (!value) throw std::logic_error(fmt::format("default of {}: {}", name, value.error().english()));
        spec->defaultValue = std::move(*value);
    }
    return table;
}

Result<void> checkCommon(const Hyperparameters& values) {
    const std::string& sampling = values.text("sampling");
    if (sampling != "none" && values.text("class_weights") != "none") {
        return fail(ErrorCode::Usage,
                    {STRAND_TEXT("engine", "class_weights = balanced and sampling = %1 both make up for rare classes"), sampling},
                    {STRAND_TEXT("engine", "expected one of the two")}, {STRAND_TEXT("engine", "set one of them to none")});
    }
    const double smoothing = values.real("label_smoothing");
    if (values.text("loss") == "focal" && smoothing > 0) {
        return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "loss = focal does not go with label_smoothing = %1"), smoothing},
                    {STRAND_TEXT("engine", "expected label_smoothing = 0, or loss = cross_entropy")});
    }
    if (values.has("embeddings") && values.boolean("embeddings_frozen") && values.text("embeddings").empty()) {
        return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "embeddings_frozen = true without a file of embeddings")},
                    {STRAND_TEXT("engine", "expected embeddings to name a file of word vectors")},
                    {STRAND_TEXT("engine", "set embeddings, or embeddings_frozen to false")});
    }
    return {};
}

HyperparameterTable withWordVectors(HyperparameterTable table) {
    table.push_back(expert(fileSpec(
        "embeddings",
        STRAND_TEXT("engine", "Text by words: file of word vectors (word2vec or GloVe text format) that the tokens begin with."))));
    table.push_back(expert(
        flagSpec("embeddings_frozen", false, STRAND_TEXT("engine", "The vectors read from the file of embeddings stay as they are."))));
    return table;
}

}  // namespace strand
