#include "tokens/augmenter.hpp"

#include "core/random.hpp"
#include "data/alphabet.hpp"

#include <algorithm>
#include <cmath>

namespace strand {

namespace {

bool isNucleotide(SequenceKind kind) { return kind == SequenceKind::Dna || kind == SequenceKind::Rna; }

Result<void> refuse(const char* option, double value, SequenceKind kind, Message expected) {
    return fail(ErrorCode::Usage,
                {STRAND_TEXT("engine", "%1 = %2 cannot be done with this dataset, whose sequences are %3"), option, value, kindName(kind)},
                std::move(expected), {STRAND_TEXT("engine", "leave %1 at 0"), option});
}

void mutate(std::string& residues, double share, std::string_view letters, Random& random) {
    for (char& residue : residues) {
        if (random.uniform() >= share) continue;
        const std::size_t own = letters.find(residue);
        const std::size_t others = letters.size() - (own == std::string_view::npos ? 0 : 1);
        const std::size_t chosen = random.below(static_cast<std::uint32_t>(others));
        residue = letters[chosen + (chosen >= own ? 1 : 0)];
    }
}

/// Keeps a window whose length is drawn evenly from the least allowed one to the whole.
void crop(std::vector<std::int32_t>& ids, double least, Random& random) {
    const std::size_t length = ids.size();
    const auto shortest = std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(least * static_cast<double>(length))));
    if (shortest >= length) return;
    const std::size_t kept = shortest + random.below(static_cast<std::uint32_t>(length - shortest + 1));
    const std::size_t first = random.below(static_cast<std::uint32_t>(length - kept + 1));
    ids.erase(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(first));
    ids.resize(kept);
}

}  // namespace

Result<AugmentOptions> makeAugmentOptions(const Hyperparameters& values, SequenceKind kind) {
    const AugmentOptions options{.reverseComplement = values.real("augment_reverse_complement"),
                                 .mutation = values.real("augment_mutation"),
                                 .crop = values.real("augment_crop"),
                                 .mask = values.real("augment_mask")};
    if (options.reverseComplement > 0 && !isNucleotide(kind)) {
        STRAND_TRY(refuse("augment_reverse_complement", options.reverseComplement, kind,
                          {STRAND_TEXT("engine", "expected DNA or RNA, which have another strand")}));
    }
    if (options.mutation > 0 && kind == SequenceKind::Text) {
        STRAND_TRY(refuse("augment_mutation", options.mutation, kind, {STRAND_TEXT("engine", "expected DNA, RNA or protein")}));
    }
    return options;
}

std::string reverseComplement(std::string_view residues, SequenceKind kind) {
    std::string other(residues.rbegin(), residues.rend());
    for (char& residue : other) {
        residue = complementOf(residue);
        if (residue == 'T' && kind == SequenceKind::Rna) residue = 'U';
    }
    return other;
}

Augmenter::Augmenter(AugmentOptions options, const Dataset& dataset, const Tokenizer& tokenizer, std::int64_t maxLength, bool cls,
                     std::uint64_t seed)
    : m_options(options), m_dataset(dataset), m_tokenizer(tokenizer), m_maxLength(maxLength), m_cls(cls), m_seed(seed) {}

Batch Augmenter::batch(std::span<const std::int64_t> rows, std::uint64_t step) const {
    EncodedSequences changed;
    changed.start.push_back(0);
    std::vector<std::int64_t> places;
    std::vector<std::int32_t> ids;
    for (std::size_t place = 0; place < rows.size(); ++place) {
        const Sequence& sequence = m_dataset.sequences[static_cast<std::size_t>(rows[place])];
        Random random(deriveSeed(m_seed, "augment", step, place));
        std::string residues =
            random.uniform() < m_options.reverseComplement ? reverseComplement(sequence.residues, m_dataset.kind) : sequence.residues;
        if (m_options.mutation > 0) mutate(residues, m_options.mutation, alphabetOf(m_dataset.kind).core, random);
        ids.clear();
        m_tokenizer.appendIds(residues, false, ids);
        if (m_options.crop < 1) crop(ids, m_options.crop, random);
        for (std::int32_t& id : ids)
            if (m_options.mask > 0 && random.uniform() < m_options.mask) id = Tokenizer::kUnknown;
        if (m_cls) ids.insert(ids.begin(), Tokenizer::kCls);
        if (m_maxLength > 0 && ids.size() > static_cast<std::size_t>(m_maxLength)) ids.resize(static_cast<std::size_t>(m_maxLength));
        changed.ids.insert(changed.ids.end(), ids.begin(), ids.end());
        changed.start.push_back(static_cast<std::int64_t>(changed.ids.size()));
        changed.labels.push_back(sequence.label);
        places.push_back(static_cast<std::int64_t>(place));
    }
    Batch batch = makeBatch(changed, places);
    batch.rows.assign(rows.begin(), rows.end());
    return batch;
}

}  // namespace strand
