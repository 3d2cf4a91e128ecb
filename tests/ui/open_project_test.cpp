#include "ui/session/open_project.hpp"

#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTimer>

namespace strand::test {
namespace {

TEST(OpenProject, PastedTextBecomesAFileOfItsKind) {
    EXPECT_TRUE(pastedFile("  \n").isEmpty());
    const QString fasta = pastedFile(">a\nACGT");
    EXPECT_TRUE(fasta.endsWith(".fasta"));
    QFile file(fasta);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), ">a\nACGT\n");
    EXPECT_NE(pastedFile("ACGT"), fasta);
}

TEST(OpenProject, AnUnknownSampleNamesTheKnownOnes) {
    Bench bench;
    QString details;
    QObject::connect(
        &bench.session, &Session::said,
        [&](Session::Level, const QString&, const QString& more, const QString&, const std::function<void()>&) { details = more; });
    openSampleNamed(bench.session, "nothing");
    EXPECT_TRUE(details.contains("promoters"));
}

/// Answers the next question for a file.
void answer(const QString& path) {
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, path] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr) return;
        timer->deleteLater();
        dialog->findChild<QLineEdit*>()->setText(path);
        if (path.isEmpty())
            dialog->reject();
        else
            static_cast<QDialog*>(dialog)->accept();
    });
    timer->start(10);
}

struct Asking : Bench {
    Asking() {
        engine().start();
        QObject::connect(&session, &Session::said, &owner, [this](Session::Level, const QString& text) { said << text; });
    }
    ~Asking() { QSettings().clear(); }
    QWidget owner;
    QStringList said;
};

TEST(OpenProject, ANewProjectGetsItsSuffix) {
    Asking bench;
    answer(bench.path("fresh"));
    ASSERT_TRUE(askNewProject(bench.session, bench.owner));
    ASSERT_TRUE(eventually([&] { return bench.session.hasProject(); }));
    EXPECT_EQ(bench.session.projectPath(), bench.path("fresh.strand"));
    EXPECT_TRUE(bench.said.isEmpty());
}

TEST(OpenProject, ATakenNameIsOpenedNotOverwritten) {
    Asking bench;
    makeProject(bench.folder.file("probe.strand"));
    answer(bench.path());
    ASSERT_TRUE(askNewProject(bench.session, bench.owner));
    ASSERT_TRUE(eventually([&] { return bench.session.dataset() != nullptr; })) << "its sequences are still there";
    ASSERT_EQ(bench.said.size(), 1);
    EXPECT_TRUE(bench.said[0].contains("probe.strand"));
}

TEST(OpenProject, ACancelledQuestionDoesNothing) {
    Asking bench;
    answer({});
    EXPECT_FALSE(askNewProject(bench.session, bench.owner));
    EXPECT_FALSE(bench.engine().isBusy());
}

TEST(OpenProject, ACopyIsWrittenAndTold) {
    Asking bench;
    ASSERT_TRUE(bench.open());
    answer(bench.path("copy"));
    askSaveCopy(bench.session, bench.owner);
    ASSERT_TRUE(eventually([&] { return !bench.said.isEmpty(); }));
    EXPECT_TRUE(bench.said[0].contains("copy.strand"));
    EXPECT_TRUE(QFileInfo::exists(bench.path("copy.strand")));
    EXPECT_EQ(bench.session.projectPath(), bench.path()) << "work goes on in the first";
}

TEST(OpenProject, ADatasetIsDeletedOnlyByTheVerb) {
    Asking bench;
    ASSERT_TRUE(bench.open());
    askRemoveDataset(bench.session, bench.owner);
    auto* box = bench.owner.findChild<QMessageBox*>();
    ASSERT_NE(box, nullptr);
    for (QPushButton* button : box->findChildren<QPushButton*>()) {
        if (button->text() == "Delete dataset") button->click();
    }
    EXPECT_TRUE(eventually([&] { return bench.session.dataset() == nullptr; }));
}

}  // namespace
}  // namespace strand::test
