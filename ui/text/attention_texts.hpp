// The Attention page and the parts it is made of share one context of translations.
#pragma once

#include <QCoreApplication>

namespace strand {

struct AttentionTexts {
    Q_DECLARE_TR_FUNCTIONS(strand::AttentionPage)
};

}  // namespace strand
