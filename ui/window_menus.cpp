// Menus whose items follow what is there: projects opened lately, samples, datasets, models, devices.
#include "ui/session/open_project.hpp"
#include "ui/session/preferences.hpp"
#include "ui/session/samples.hpp"
#include "ui/text/sentences.hpp"
#include "ui/widgets/status_strip.hpp"
#include "ui/window_actions.hpp"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMenu>

namespace strand {

namespace {

QAction* addChoice(QMenu& menu, const QString& text, bool chosen, std::function<void()> choose) {
    QAction* action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(chosen);
    QObject::connect(action, &QAction::triggered, &menu, [choose = std::move(choose)] { choose(); });
    return action;
}

/// A file name is no mnemonic.
QString plain(QString text) { return text.replace(QLatin1Char('&'), QStringLiteral("&&")); }

void addNothing(QMenu& menu, const QString& text) { menu.addAction(text)->setEnabled(false); }

}  // namespace

void fillRecentMenu(QMenu& menu, Session& session) {
    menu.clear();
    const QStringList recent = recentProjects();
    if (recent.isEmpty()) addNothing(menu, WindowActions::tr("Nothing opened yet"));
    for (const QString& path : recent) {
        menu.addAction(plain(QFileInfo(path).completeBaseName()), &session, [&session, path] { openProjectAt(session, path); })
            ->setToolTip(path);
    }
}

void fillSampleMenu(QMenu& menu, Session& session) {
    menu.clear();
    for (const SampleEntry& sample : sampleTable()) {
        menu.addAction(QCoreApplication::translate("samples", sample.title), &session,
                       [&session, name = QString::fromLatin1(sample.name)] { openSampleNamed(session, name); });
    }
}

void fillDatasetMenu(QMenu& menu, Session& session) {
    menu.clear();
    if (session.datasets().empty()) addNothing(menu, WindowActions::tr("No dataset yet"));
    for (const DatasetRecord& dataset : session.datasets()) {
        const QString text = QStringLiteral("%1 (%2)").arg(plain(QString::fromStdString(dataset.name)), sequencesText(dataset));
        const bool current = session.dataset() != nullptr && session.dataset()->id == dataset.id;
        addChoice(menu, text, current, [&session, id = dataset.id] { session.setDataset(id); });
    }
}

void fillModelMenu(QMenu& menu, Session& session) {
    menu.clear();
    if (session.engine().models().empty()) addNothing(menu, WindowActions::tr("The engine is starting"));
    std::string family;
    for (const ModelEntry& entry : session.engine().models()) {
        if (!family.empty() && family != entry.family) menu.addSeparator();
        family = entry.family;
        addChoice(menu, QStringLiteral("%1  —  %2").arg(QString::fromStdString(entry.name), toText(entry.title)),
                  session.draft().model == entry.name, [&session, name = entry.name] {
                      TrainOptions draft = session.draft();
                      if (draft.model == name) return;
                      draft.model = name;
                      draft.hyperparameters.clear();
                      session.setDraft(draft);
                      session.goTo(QStringLiteral("model"));
                  });
    }
}

void fillDeviceMenu(QMenu& menu, Session& session) {
    menu.clear();
    EngineHost& engine = session.engine();
    const auto choose = [&engine](const std::string& name) {
        DeviceOptions device = engine.device();
        device.device = name;
        engine.setDevice(device);
    };
    addChoice(menu, WindowActions::tr("Automatic"), engine.device().device == "auto", [choose] { choose("auto"); });
    for (const DeviceInfo& device : engine.devices()) {
        const QString text = QStringLiteral("%1  —  %2").arg(deviceName(device.name), QString::fromStdString(device.description));
        addChoice(menu, text, engine.device().device == device.name, [choose, name = device.name] { choose(name); });
    }
}

}  // namespace strand
