#include "ui/widgets/sequence_picker.hpp"

#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

namespace strand::test {
namespace {

struct Picker {
    Picker() { picker.setCount(50); }
    [[nodiscard]] QComboBox* ids() const { return picker.findChild<QComboBox*>(); }
    [[nodiscard]] QSpinBox* place() const { return picker.findChild<QSpinBox*>(); }
    void type(const char* text) const {
        ids()->lineEdit()->selectAll();
        QTest::keyClicks(ids()->lineEdit(), QString::fromLatin1(text));
        QTest::keyClick(ids(), Qt::Key_Return);  // it has the focus and passes the key on
    }
    SequencePicker picker;
    QSignalSpy ordinal{&picker, &SequencePicker::ordinalChosen}, id{&picker, &SequencePicker::idTyped};
};

TEST(SequencePicker, ShowsWhatItIsToldWithoutAnswering) {
    Picker p;
    p.picker.add(4, "seq5", true);
    p.picker.add(4, "seq5");
    EXPECT_EQ(p.ids()->count(), 1) << "once";
    p.picker.setCurrent(7, "seq8");
    EXPECT_EQ(p.ids()->currentText(), "seq8");
    EXPECT_EQ(p.place()->value(), 8) << "places count from one";
    QTest::qWait(300);
    EXPECT_EQ(p.ordinal.count() + p.id.count(), 0);
}

TEST(SequencePicker, AnIdThatIsNotInTheListIsAskedFor) {
    Picker p;
    p.picker.add(4, "seq5");
    p.type("seq31");
    ASSERT_EQ(p.id.count(), 1);
    EXPECT_EQ(p.id[0][0].toString(), "seq31");
    p.type("  ");
    EXPECT_EQ(p.id.count(), 1);
}

TEST(SequencePicker, APlaceIsAskedForOnceItStandsStill) {
    Picker p;
    for (int i = 0; i < 5; ++i)
        p.place()->stepUp();
    EXPECT_EQ(p.ordinal.count(), 0);
    ASSERT_TRUE(eventually([&] { return p.ordinal.count() == 1; }));
    EXPECT_EQ(p.ordinal[0][0].toLongLong(), 5);
    p.place()->setValue(99);
    EXPECT_EQ(p.place()->value(), 50) << "no further than the dataset";
}

}  // namespace
}  // namespace strand::test
