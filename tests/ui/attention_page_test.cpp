#include "ui/pages/attention_page.hpp"

#include "ui/plots/profile_view.hpp"
#include "ui/widgets/attention_form.hpp"
#include "ui/widgets/attention_tables.hpp"
#include "ui/widgets/epoch_slider.hpp"
#include "ui/widgets/sequence_picker.hpp"
#include "window_support.hpp"

#include <gmock/gmock.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>

namespace strand::test {
namespace {

bool has(const QWidget& page, const QString& part) {
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        if (label->text().contains(part) && label->isVisibleTo(&page)) return true;
    }
    return false;
}

struct Looking {
    explicit Looking(Script script = {}, bool done = true) : bench(script), page(bench.session) {
        page.resize(1000, 640);
        page.show();
        opened = bench.open(done ? &script : nullptr) && (!done || settle());
    }
    bool settle() {
        return eventually([this] { return page.map() && !page.isBusy(); });
    }
    Bench bench;
    AttentionPage page;
    bool opened = false;
};

TEST(AttentionPage, ShowsEveryHeadOfTheLastSnapshot) {
    Looking looking({.epochs = 4, .map = {.layers = 2, .heads = 3}});
    ASSERT_TRUE(looking.opened);
    EXPECT_EQ(looking.page.grid().thumbnails().size(), 6U);
    EXPECT_EQ(looking.page.map()->epoch, 4);
    EXPECT_EQ(looking.page.slider().count(), 4);
    EXPECT_EQ(looking.page.slider().current(), 3);
    EXPECT_TRUE(has(looking.page, kindSentence("exact")));
    EXPECT_TRUE(has(looking.page, notAnExplanation()));
}

TEST(AttentionPage, OpensAHeadAtItsStrongestPair) {
    Looking looking;
    ASSERT_TRUE(looking.opened);
    emit looking.page.grid().opened(5);  // layer 2, head 2 of two layers with four heads
    ASSERT_TRUE(looking.settle());
    const MatrixView& view = looking.page.matrix();
    ASSERT_TRUE(view.picture());
    EXPECT_EQ(view.picture()->choice.layer, 1);
    EXPECT_EQ(view.picture()->choice.head, 1);
    ASSERT_FALSE(view.picture()->pairs.empty());
    EXPECT_EQ(view.picture()->matrix.queries[static_cast<std::size_t>(view.chosen().row)], view.picture()->pairs[0].query);
    EXPECT_TRUE(has(looking.page, view.readOut()));
    EXPECT_EQ(looking.bench.session.selection().layer, 1);
    QTest::keyClick(&looking.page, Qt::Key_Escape);
    EXPECT_TRUE(looking.page.grid().isVisible());
}

TEST(AttentionPage, LiveAndStoredMapsAreTheSame) {
    const Script script{.epochs = 3, .stepsPerEpoch = 10};
    Looking live(script, false);
    ASSERT_TRUE(live.opened);
    TrainOptions options;
    options.dataset = "promoters";
    options.model = "TransformerEncoder";
    live.bench.engine().train(options);
    ASSERT_TRUE(eventually(
        [&] { return !live.bench.engine().isTraining() && !live.page.isBusy() && live.page.map() && live.page.map()->epoch == 3; }));
    AttentionPage reopened(live.bench.session);
    ASSERT_TRUE(eventually([&] { return reopened.map() && !reopened.isBusy(); }));
    EXPECT_EQ(reopened.map()->values, live.page.map()->values);
    EXPECT_EQ(reopened.map()->tokens, live.page.map()->tokens);
    EXPECT_EQ(reopened.slider().count(), live.page.slider().count());
    ASSERT_EQ(reopened.grid().thumbnails().size(), live.page.grid().thumbnails().size());
    for (std::size_t i = 0; i < reopened.grid().thumbnails().size(); ++i) {
        EXPECT_EQ(reopened.grid().thumbnails()[i].levels, live.page.grid().thumbnails()[i].levels);
    }
}

TEST(AttentionPage, TheSliderGoesThroughTheEpochs) {
    Looking looking({.epochs = 4});
    ASSERT_TRUE(looking.opened);
    const auto last = looking.page.map()->values;
    emit looking.page.slider().chosen(0);
    ASSERT_TRUE(eventually([&] { return looking.page.map()->epoch == 1 && !looking.page.isBusy(); }));
    EXPECT_NE(looking.page.map()->values, last);
    EXPECT_EQ(looking.page.slider().current(), 0);
}

TEST(AttentionPage, AnotherSequenceIsAskedOfTheEngine) {
    Looking looking;
    ASSERT_TRUE(looking.opened);
    EXPECT_EQ(looking.page.map()->ordinal, 0);
    looking.page.findChild<SequencePicker*>()->findChild<QSpinBox*>()->setValue(8);
    ASSERT_TRUE(eventually([&] { return looking.page.map()->ordinal == 7 && !looking.page.isBusy(); }));
    EXPECT_EQ(looking.bench.session.selection().ordinal, 7);
    EXPECT_EQ(looking.page.findChild<SequencePicker*>()->findChild<QComboBox*>()->currentText(),
              QString::fromStdString(looking.page.map()->record));
    // By id, then back to the watched one from the selection.
    auto* id = looking.page.findChild<SequencePicker*>()->findChild<QComboBox*>()->lineEdit();
    id->setText(QStringLiteral("seq3"));
    QTest::keyClick(id, Qt::Key_Return);
    ASSERT_TRUE(eventually([&] { return looking.page.map()->record == "seq3" && !looking.page.isBusy(); }));
    Selection selection = looking.bench.session.selection();
    selection.ordinal = 0;
    looking.bench.session.setSelection(selection);
    ASSERT_TRUE(eventually([&] { return looking.page.map()->ordinal == 0 && !looking.page.isBusy(); }));
    id->setText(QStringLiteral("no-such"));
    QTest::keyClick(id, Qt::Key_Return);
    EXPECT_TRUE(eventually([&] { return has(looking.page, QStringLiteral("no-such")); }));
}

TEST(AttentionPage, OptionsAreAppliedAndKept) {
    Looking looking({.epochs = 2, .map = {.layers = 2, .heads = 4}});
    ASSERT_TRUE(looking.opened);
    looking.page.openHead(0, 0);
    ASSERT_TRUE(looking.settle());
    const std::int64_t tokens = looking.page.matrix().picture()->matrix.columns;
    for (QCheckBox* box : looking.page.form().findChildren<QCheckBox*>()) {
        if (box->text() == AttentionForm::tr("Hide special tokens")) box->click();
    }
    ASSERT_TRUE(looking.settle());
    EXPECT_EQ(looking.page.matrix().picture()->matrix.columns, tokens - 1);
    EXPECT_TRUE(has(looking.page, QStringLiteral("special tokens hidden")));
    EXPECT_EQ(attentionOptions(looking.bench.session.setting(QStringLiteral("attention.options"))).hideSpecial, true);
    // Rollout has no heads to choose from.
    AttentionOptions options = looking.page.form().options();
    options.view = HeadView::Rollout;
    looking.page.form().setOptions(options);
    emit looking.page.form().changed();
    ASSERT_TRUE(looking.settle());
    EXPECT_EQ(looking.page.matrix().picture()->choice.view, HeadView::Rollout);
    EXPECT_TRUE(has(looking.page, QStringLiteral("Rollout")));
}

TEST(AttentionPage, TablesNameTheResidues) {
    Looking looking;
    ASSERT_TRUE(looking.opened);
    looking.page.openHead(0, 1);
    ASSERT_TRUE(looking.settle());
    auto* tables = looking.page.findChild<AttentionTables*>();
    const auto& picture = *looking.page.matrix().picture();
    ASSERT_GT(tables->pairs().rowCount(), 10);
    EXPECT_TRUE(tables->pairs().index(0, 0).data().toString().startsWith(tokenPlace(*picture.map, picture.pairs[0].query)));
    ASSERT_GT(tables->regions().rowCount(), 0);
    const QStringList bed = tables->regions().bed().split(QLatin1Char('\n')).first().split(QLatin1Char('\t'));
    ASSERT_EQ(bed.size(), 5);
    EXPECT_EQ(bed[1].toLongLong(), picture.regions[0].begin);
    EXPECT_EQ(tables->regions().index(0, 0).data().toLongLong(), picture.regions[0].begin + 1);
    QMenu menu;
    looking.page.fillExportMenu(menu);
    EXPECT_FALSE(menu.isEmpty());
}

TEST(AttentionPage, OneWeightATokenIsAProfileAtOnce) {
    Looking looking({.epochs = 3, .attention = "vector", .map = {.layers = 1, .heads = 1, .cls = false, .kind = "vector"}});
    ASSERT_TRUE(looking.opened);
    const ProfileView& view = looking.page.profile();
    ASSERT_TRUE(eventually([&] { return view.isVisible() && view.picture(); }));
    EXPECT_EQ(view.picture()->matrix.keys[static_cast<std::size_t>(view.chosen())], view.picture()->pairs[0].key);
    EXPECT_TRUE(has(looking.page, view.readOut()));
    for (const auto* button : looking.page.findChildren<QPushButton*>())
        EXPECT_FALSE(button->isVisible() && button->text() == QLatin1String("All heads")) << "there are no others";
    auto* tables = looking.page.findChild<AttentionTables*>();
    EXPECT_EQ(tables->pairs().headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), "token");
    QMenu menu;
    looking.page.fillExportMenu(menu);
    EXPECT_FALSE(menu.isEmpty());
}

TEST(AttentionPage, AModelWithoutAttentionSaysSo) {
    Script script;
    Bench bench(script);
    AttentionPage page(bench.session);
    page.show();
    script.attention = "none";
    ASSERT_TRUE(bench.open());
    TrainOptions options;
    options.dataset = "promoters";
    options.model = "TextCNN";
    bench.engine().train(options);
    ASSERT_TRUE(eventually([&] { return !bench.engine().isTraining() && bench.session.run() != nullptr; }));
    EXPECT_TRUE(has(page, QStringLiteral("TextCNN has no attention")));
}

TEST(AttentionPage, WithoutARunItSaysWhatToDo) {
    Looking looking({}, false);
    ASSERT_TRUE(looking.opened);
    EXPECT_TRUE(has(looking.page, AttentionPage::tr("No run to look into yet")));
}

TEST(AttentionPage, OffersOptionsOnlyWhereThereIsAttention) {
    Bench bench;
    AttentionPage page(bench.session);
    EXPECT_EQ(page.optionsPanel(), nullptr);
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    EXPECT_TRUE(eventually([&] { return page.optionsPanel() != nullptr; }));
}

}  // namespace
}  // namespace strand::test
