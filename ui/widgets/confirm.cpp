#include "ui/widgets/confirm.hpp"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace strand {

void confirm(QWidget& owner, const QString& question, const QString& consequence, const QString& verb, std::function<void()> onYes) {
    auto* box = new QMessageBox(QMessageBox::NoIcon, QString(), question, QMessageBox::NoButton, &owner);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(consequence);
    QPushButton* yes = box->addButton(verb, QMessageBox::DestructiveRole);
    yes->setProperty("kind", "danger");
    QPushButton* no = box->addButton(QCoreApplication::translate("confirm", "Keep"), QMessageBox::RejectRole);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    QObject::connect(yes, &QPushButton::clicked, &owner, [onYes = std::move(onYes)] { onYes(); });
    box->open();
}

}  // namespace strand
