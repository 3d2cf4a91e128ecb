// The Train page and the parts it is made of share one context of translations.
#pragma once

#include <QCoreApplication>

namespace strand {

struct TrainTexts {
    Q_DECLARE_TR_FUNCTIONS(strand::TrainPage)
};

}  // namespace strand
