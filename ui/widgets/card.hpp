// A white panel with a thin border: what belongs together on a page.
#pragma once

#include "ui/theme/theme.hpp"

#include <QFrame>
#include <QVBoxLayout>

namespace strand {

/// A card around `content`.
[[nodiscard]] inline QFrame* makeCard(QWidget* content) {
    auto* card = new QFrame;
    card->setProperty("card", true);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(kSpace * 3 / 2, kSpace, kSpace * 3 / 2, kSpace);
    layout->addWidget(content);
    return card;
}

}  // namespace strand
