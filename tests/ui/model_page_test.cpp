#include "ui/pages/model_page.hpp"

#include "ui/widgets/hyperparameter_form.hpp"
#include "ui/widgets/model_list.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace strand::test {
namespace {

QPushButton* train(const ModelPage& page) {
    for (auto* each : page.findChildren<QPushButton*>())
        if (each->text().startsWith(QLatin1String("Train "))) return each;
    return nullptr;
}

bool says(const QWidget& within, const QString& part) {
    for (const auto* each : within.findChildren<QLabel*>())
        if (each->text().contains(part)) return true;
    return false;
}

TEST(ModelPage, ListsTheCatalogueAndShowsTheChosenOne) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    ModelPage page(bench.session);
    auto* list = page.findChild<ModelList*>();
    int named = 0;
    for (const auto& entry : bench.engine().models()) {
        for (int row = 0; row < list->count(); ++row)
            if (list->item(row)->data(Qt::UserRole).toString().toStdString() == entry.name) ++named;
    }
    EXPECT_EQ(named, static_cast<int>(bench.engine().models().size()));
    EXPECT_FALSE(list->selected().empty());
    EXPECT_TRUE(says(page, QString::fromStdString(list->selected())));
}

TEST(ModelPage, AnotherModelForgetsTheSettingsOfTheFirst) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    ModelPage page(bench.session);
    ASSERT_GT(bench.engine().models().size(), 1U);
    TrainOptions draft = bench.session.draft();
    draft.hyperparameters["epochs"] = "3";
    bench.session.setDraft(draft);
    auto* list = page.findChild<ModelList*>();
    const auto& other =
        bench.engine().models().back().name == list->selected() ? bench.engine().models().front() : bench.engine().models().back();
    for (int row = 0; row < list->count(); ++row)
        if (list->item(row)->data(Qt::UserRole).toString().toStdString() == other.name) list->setCurrentRow(row);
    EXPECT_EQ(bench.session.draft().model, other.name);
    EXPECT_TRUE(bench.session.draft().hyperparameters.empty());
}

TEST(ModelPage, TrainingStartsAndTheTrainPageIsAskedFor) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    ModelPage page(bench.session);
    QSignalSpy asked(&bench.session, &Session::pageRequested);
    QSignalSpy started(&bench.engine(), &EngineHost::runStarted);
    ASSERT_NE(train(page), nullptr);
    ASSERT_TRUE(train(page)->isEnabled());
    train(page)->click();
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked.front().front().toString(), "train");
    EXPECT_TRUE(started.count() > 0 || started.wait(kPatienceMs));
}

TEST(ModelPage, WithoutSequencesTheButtonSaysWhatIsMissing) {
    Bench bench;
    bench.engine().start();
    ASSERT_TRUE(eventually([&] { return bench.engine().isReady(); }));
    ModelPage page(bench.session);
    ASSERT_NE(train(page), nullptr);
    EXPECT_FALSE(train(page)->isEnabled());
    EXPECT_TRUE(says(page, "Open a project with sequences first."));
}

}  // namespace
}  // namespace strand::test
