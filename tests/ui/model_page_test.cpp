#include "ui/pages/model_page.hpp"

#include "ui/widgets/architecture_view.hpp"
#include "ui/widgets/elided_label.hpp"
#include "ui/widgets/hyperparameter_form.hpp"
#include "ui/widgets/model_browser.hpp"
#include "ui/widgets/model_list.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace strand::test {
namespace {

QPushButton* train(const ModelPage& page) { return page.findChild<QPushButton*>(QStringLiteral("train")); }

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

QLineEdit* field(const ModelPage& page, const char* name) { return page.form().editor(name)->findChild<QLineEdit*>(); }

void type(QLineEdit& field, const char* text) {
    field.selectAll();
    QTest::keyClicks(&field, QString::fromLatin1(text));
}

TEST(ModelPage, AnEditedSettingReachesTheDraftTheProjectAndTheRun) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    ModelPage page(bench.session);
    ASSERT_EQ(bench.session.draft().model, "TransformerEncoder");
    type(*field(page, "n_layers"), "5");
    EXPECT_EQ(bench.session.draft().hyperparameters, (TextValues{{"n_layers", "5"}}));
    bench.engine().closeProject();
    ASSERT_TRUE(eventually([&] { return !bench.session.hasProject() && !bench.engine().isBusy(); }));
    Session later(scripted());
    later.engine().start();
    later.engine().openProject(bench.path(), false);
    ASSERT_TRUE(eventually([&] { return later.hasProject() && later.engine().isReady() && later.dataset() != nullptr; }));
    EXPECT_EQ(later.draft().hyperparameters, (TextValues{{"n_layers", "5"}}));
    ModelPage again(later);
    EXPECT_EQ(field(again, "n_layers")->text(), "5");
    QSignalSpy ended(&later.engine(), &EngineHost::runEnded);
    train(again)->click();
    ASSERT_TRUE(ended.count() > 0 || ended.wait(kPatienceMs));
    EXPECT_EQ(ended[0][0].value<RunRecord>().hyperparameters.at("n_layers"), "5");
}

TEST(ModelPage, ResetTakesEverySettingBackAndUndoBringsItAgain) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    ModelPage page(bench.session);
    type(*field(page, "n_layers"), "7");
    type(*field(page, "epochs"), "9");
    ASSERT_EQ(bench.session.draft().hyperparameters, (TextValues{{"epochs", "9"}, {"n_layers", "7"}}));
    for (auto* button : page.form().findChildren<QToolButton*>()) {
        if (button->text() == QStringLiteral("Reset")) button->click();
    }
    EXPECT_TRUE(bench.session.draft().hyperparameters.empty());
    EXPECT_EQ(field(page, "n_layers")->text(), "2");
    bench.session.undo().undo();
    EXPECT_EQ(bench.session.draft().hyperparameters, (TextValues{{"epochs", "9"}, {"n_layers", "7"}}));
    EXPECT_EQ(field(page, "n_layers")->text(), "7") << "the form follows";
    bench.session.undo().redo();
    EXPECT_EQ(field(page, "n_layers")->text(), "2");
    auto* preset = page.form().findChild<QComboBox*>();
    preset->setCurrentIndex(preset->findData(QStringLiteral("thorough")));
    EXPECT_EQ(bench.session.draft().preset, "thorough");
    EXPECT_EQ(field(page, "n_layers")->text(), "6");
}

TEST(ModelPage, AValueOutOfRangeKeepsTheButtonBack) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    ModelPage page(bench.session);
    type(*field(page, "n_layers"), "99");
    EXPECT_FALSE(train(page)->isEnabled());
    EXPECT_TRUE(says(page, "A setting is out of range."));
    type(*field(page, "n_layers"), "3");
    EXPECT_TRUE(train(page)->isEnabled());
}

TEST(ModelPage, ThePictureFollowsTheSettings) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    ModelPage page(bench.session);
    ASSERT_EQ(page.picture().stages().size(), 3U);
    EXPECT_EQ(page.picture().stages()[1].block, QStringLiteral("n_layers × 2"));
    type(*field(page, "n_layers"), "4");
    EXPECT_EQ(page.picture().stages()[1].block, QStringLiteral("n_layers × 4"));
    EXPECT_EQ(page.picture().stages()[1].values, QStringLiteral("n_layers 4"));
    EXPECT_TRUE(page.picture().figureTable().contains(QStringLiteral("Self-attention")));
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

TEST(ModelPage, TheNameOfTheModelIsNeverCut) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    ModelPage page(bench.session);
    page.show();
    const auto* const name = page.findChild<ElidedLabel*>();
    ASSERT_EQ(name->text(), "TransformerEncoder");
    int sizes = 0;
    for (int width = 470, last = 0; width <= 1200; width += 73) {
        page.resize(width, 600);
        QTest::qWait(10);
        EXPECT_GE(name->width(), name->fontMetrics().horizontalAdvance(name->text())) << width;
        if (const int size = name->fontInfo().pixelSize(); size != last) {
            last = size;
            ++sizes;
        }
    }
    EXPECT_EQ(sizes, 2) << "a smaller title where there is little room, the usual one elsewhere";
}

TEST(ModelPage, AnotherTextSizeArrangesThePageAtOnce) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    ModelPage page(bench.session);
    page.resize(900, 700);
    page.show();
    QTest::qWait(10);
    const auto* const list = page.findChild<ModelBrowser*>();
    ASSERT_EQ(list->height(), page.height());
    ThemeManager::instance().setTextScale(2.5);
    QTest::qWait(20);
    EXPECT_LT(list->height(), page.height() / 2) << "above the text, as in a narrow window";
    ThemeManager::instance().setTextScale(1);
    QTest::qWait(20);
    EXPECT_EQ(list->height(), page.height());
}

TEST(ModelPage, InAVeryNarrowWindowTheListStandsAboveTheText) {
    Bench bench;
    ModelPage page(bench.session);
    page.resize(900, 600);
    page.show();
    const auto* const list = page.findChild<ModelBrowser*>();
    EXPECT_EQ(list->height(), page.height());
    page.resize(300, 600);
    QTest::qWait(20);
    EXPECT_EQ(list->width(), page.width());
    EXPECT_LT(list->height(), page.height() / 2);
}

}  // namespace
}  // namespace strand::test
