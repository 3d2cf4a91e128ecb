// The first five minutes, by mouse, with the shipped engine: open a sample, train a preset, watch the curve, open the attention, export it
// as SVG; then everything is there again. ctest runs it once more at a scaling of 200 %.
#include "mouse_driver.hpp"
#include "support/synthetic.hpp"
#include "ui/main_window.hpp"
#include "ui/pages/attention_page.hpp"
#include "ui/pages/model_page.hpp"
#include "ui/pages/train_page.hpp"
#include "ui/session/samples.hpp"
#include "ui/text/language.hpp"
#include "ui/widgets/hyperparameter_form.hpp"
#include "ui/widgets/model_list.hpp"
#include "ui/widgets/sample_card.hpp"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QToolButton>
#include <QXmlStreamReader>

#include <set>

namespace strand::test {
namespace {

constexpr int kMostClicks = 12;
constexpr QSize kSmallScreen(1366, 768);

struct Way {
    const char* language;
    const char* sample;
    QSize window;
};

class FirstFiveMinutes : public testing::TestWithParam<Way> {
protected:
    void SetUp() override {
        useLanguage(QString::fromLatin1(GetParam().language));
        setSampleFolder(QString::fromStdString(m_folder.path()));
        QSettings().setValue(QStringLiteral("export/folder"), QString::fromStdString(m_folder.path()));
        QSettings().remove(QStringLiteral("window/geometry"));
    }
    void TearDown() override { useLanguage(QStringLiteral("en")); }

    [[nodiscard]] QStringList exported() const {
        return QDir(QString::fromStdString(m_folder.path())).entryList({QStringLiteral("*.svg")});
    }
    [[nodiscard]] QString read(const QString& name) const {
        QFile file(QDir(QString::fromStdString(m_folder.path())).filePath(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    TempDir m_folder;
};

/// A window with its engine, as main() makes it.
struct Opened {
    explicit Opened(const Way& way) : window(session) {
        window.resize(way.window);
        window.show();
        session.engine().setDevice({.device = "cpu", .threads = 1});
        session.engine().start();
        window.makeAllPages();
    }
    template <typename P>
    P& page(const char* id) {
        return *qobject_cast<P*>(window.page(QString::fromLatin1(id)));
    }
    Session session;
    MainWindow window;
};

std::size_t points(const TrainPage& page) { return page.lossPlot().curves()[0].x.size(); }

void openSampleByCard(Opened& at, Mouse& mouse, const char* sample) {
    const auto cards = at.window.findChildren<SampleCard*>();
    const auto table = sampleTable();
    for (qsizetype i = 0; i < cards.size(); ++i) {
        if (QLatin1String(table[static_cast<std::size_t>(i)].name) == QLatin1String(sample)) mouse.click(*cards[i]);
    }
    ASSERT_TRUE(inTime([&] { return at.session.dataset() != nullptr && at.session.engine().isReady() && !at.session.engine().isBusy(); }));
}

void trainThePreset(Opened& at, Mouse& mouse) {
    mouse.clickRail(at.window, "model");
    auto& page = at.page<ModelPage>("model");
    auto* list = page.findChild<ModelList*>();
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->text() == QStringLiteral("TransformerEncoder"))
            mouse.click(*list->viewport(), list->visualItemRect(list->item(row)).center());
    }
    ASSERT_EQ(at.session.draft().model, "TransformerEncoder");
    auto* preset = page.form().findChild<QComboBox*>();
    mouse.choose(*preset, preset->findData(QStringLiteral("quick")));
    ASSERT_EQ(at.session.draft().preset, "quick");
    auto* train = page.findChild<QPushButton*>(QStringLiteral("train"));
    ASSERT_TRUE(inTime([&] { return train->isEnabled(); }));
    mouse.click(*train);
    ASSERT_EQ(at.window.currentPage(), QStringLiteral("train"));
}

/// The sizes of the loss curve seen while the run was learning.
std::set<std::size_t> watchTheCurve(Opened& at) {
    std::set<std::size_t> seen;
    const auto& page = at.page<TrainPage>("train");
    QObject::connect(&at.session.engine(), &EngineHost::stepsAdded, &at.window, [&at, &page, &seen] {
        if (at.session.engine().isTraining()) seen.insert(points(page));
    });
    EXPECT_TRUE(inTime([&] { return !seen.empty() && at.session.run() != nullptr && at.session.run()->epoch >= 1; }));
    QObject::disconnect(&at.session.engine(), &EngineHost::stepsAdded, &at.window, nullptr);
    return seen;
}

void openTheAttention(Opened& at, Mouse& mouse) {
    mouse.clickRail(at.window, "attention");
    auto& page = at.page<AttentionPage>("attention");
    ASSERT_TRUE(inTime([&] { return !page.grid().thumbnails().empty(); }));
    settle();
    mouse.click(page.grid(), page.grid().thumbnailCentre(1));
    ASSERT_TRUE(inTime([&] { return page.matrix().picture() != nullptr && page.matrix().isVisible(); }));
    EXPECT_EQ(page.matrix().picture()->matrix.rows, page.map()->length);
}

void exportAsSvg(Opened& at, Mouse& mouse) {
    auto* button = at.window.findChild<QToolButton*>(QStringLiteral("export"));
    mouse.acceptNextFileDialog();
    mouse.openMenuAndChoose(*button, 1);  // PNG, SVG, PDF
    ASSERT_TRUE(inTime([&] { return mouse.dialogsAccepted() == 1; }));
}

/// Words that a person sees: none is left as the source code has it.
void expectReadable(const QWidget& window) {
    for (const auto* label : window.findChildren<QLabel*>()) {
        if (!label->isVisible()) continue;
        EXPECT_FALSE(label->text().contains(QStringLiteral("(s)"))) << label->text().toStdString();
        EXPECT_FALSE(label->text().contains(QRegularExpression(QStringLiteral("%L?[1-9n]")))) << label->text().toStdString();
    }
}

TEST_P(FirstFiveMinutes, TwelveClicksFromASampleToAFigure) {
    const Way& way = GetParam();
    Mouse mouse;
    std::size_t pointsAtEnd = 0, epochsAtEnd = 0;
    std::int64_t layer = -1, head = -1;
    {
        Opened at(way);
        ASSERT_NO_FATAL_FAILURE(openSampleByCard(at, mouse, way.sample));
        ASSERT_NO_FATAL_FAILURE(trainThePreset(at, mouse));
        EXPECT_GE(watchTheCurve(at).size(), 1U);
        ASSERT_NO_FATAL_FAILURE(openTheAttention(at, mouse));
        ASSERT_NO_FATAL_FAILURE(exportAsSvg(at, mouse));
        EXPECT_LE(mouse.clicks(), kMostClicks);
        expectReadable(at.window);
        EXPECT_EQ(mouse.misses(), QStringList()) << "something to click was covered, cut off or switched off";
        std::printf("[          ] %s, %s, %d x %d at %g: %d clicks\n", way.language, way.sample, at.window.width(), at.window.height(),
                    at.window.devicePixelRatioF(), mouse.clicks());

        ASSERT_EQ(exported().size(), 1);
        QXmlStreamReader svg(read(exported().front()));
        int elements = 0;
        while (!svg.atEnd())
            elements += svg.readNext() == QXmlStreamReader::StartElement ? 1 : 0;
        EXPECT_FALSE(svg.hasError()) << svg.errorString().toStdString();
        EXPECT_GT(elements, 20);

        ASSERT_TRUE(inTime([&] { return !at.session.engine().isTraining(); }));
        ASSERT_EQ(at.session.run()->state, RunState::Finished);
        settle();
        pointsAtEnd = points(at.page<TrainPage>("train"));
        epochsAtEnd = at.page<TrainPage>("train").history().epochs().size();
        layer = at.session.selection().layer;
        head = at.session.selection().head;
        at.window.close();
    }
    // Reopened from the list of what was opened lately.
    Opened at(way);
    QPushButton* recent = nullptr;
    ASSERT_TRUE(inTime([&] { return at.session.engine().isReady(); }));
    for (auto* button : at.window.page(QStringLiteral("home"))->findChildren<QPushButton*>()) {
        if (button->toolTip() == samplePath(QString::fromLatin1(way.sample))) recent = button;
    }
    ASSERT_NE(recent, nullptr);
    mouse.click(*recent);
    ASSERT_TRUE(inTime([&] { return at.session.run() != nullptr; }));
    EXPECT_EQ(at.window.currentPage(), QStringLiteral("attention"));
    EXPECT_EQ(at.session.run()->state, RunState::Finished);
    EXPECT_EQ(at.session.draft().preset, "quick");
    auto& attention = at.page<AttentionPage>("attention");
    ASSERT_TRUE(inTime([&] { return attention.matrix().picture() != nullptr && attention.matrix().isVisible(); }));
    EXPECT_EQ(at.session.selection().layer, layer);
    EXPECT_EQ(at.session.selection().head, head);
    mouse.clickRail(at.window, "train");
    expectReadable(at.window);
    ASSERT_TRUE(inTime([&] { return points(at.page<TrainPage>("train")) == pointsAtEnd; }));
    EXPECT_EQ(at.page<TrainPage>("train").history().epochs().size(), epochsAtEnd);
    EXPECT_EQ(mouse.misses(), QStringList());
}

INSTANTIATE_TEST_SUITE_P(Ways, FirstFiveMinutes,
                         testing::Values(Way{"en", "promoters", kSmallScreen}, Way{"zh_CN", "promoters", kSmallScreen},
                                         Way{"en", "promoters", QSize(960, 540)}),
                         [](const auto& each) {
                             return std::string(each.param.language) + "_" + each.param.sample + "_" +
                                    std::to_string(each.param.window.width());
                         });

}  // namespace
}  // namespace strand::test
