#include "ui/pages/attention_page.hpp"
#include "ui/pages/compare_page.hpp"
#include "ui/pages/data_page.hpp"
#include "ui/pages/home_page.hpp"
#include "ui/pages/model_page.hpp"
#include "ui/pages/page.hpp"
#include "ui/pages/predict_page.hpp"
#include "ui/pages/train_page.hpp"

namespace strand {

namespace {

template <typename T>
Page* make(Session& session) {
    return new T(session);
}

}  // namespace

std::span<const PageEntry> pageTable() {
    // Top to bottom as on the rail: home data model train compare predict attention.
    static const std::vector<PageEntry> table{
        {"home", "house", QT_TRANSLATE_NOOP("pages", "Home"), make<HomePage>},
        {"data", "database", QT_TRANSLATE_NOOP("pages", "Data"), make<DataPage>},
        {"model", "boxes", QT_TRANSLATE_NOOP("pages", "Model"), make<ModelPage>},
        {"train", "activity", QT_TRANSLATE_NOOP("pages", "Train"), make<TrainPage>},
        {"compare", "git-compare", QT_TRANSLATE_NOOP("pages", "Compare"), make<ComparePage>},
        {"predict", "target", QT_TRANSLATE_NOOP("pages", "Predict"), make<PredictPage>},
        {"attention", "scan-eye", QT_TRANSLATE_NOOP("pages", "Attention"), make<AttentionPage>},
    };
    return table;
}

}  // namespace strand
