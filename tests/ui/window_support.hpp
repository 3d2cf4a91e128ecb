// A session with a scripted engine and a project in a temporary folder.
#pragma once

#include "scripted_engine.hpp"
#include "support/synthetic.hpp"
#include "ui/session/session.hpp"

#include <QSignalSpy>
#include <QTest>

namespace strand::test {

inline constexpr int kPatienceMs = 20'000;

/// Runs the event loop until `done` holds; false after a long while.
template <typename Condition>
bool eventually(Condition done) {
    return QTest::qWaitFor(done, kPatienceMs);
}

inline EngineFactory scripted(Script script = {}) {
    return [script]() -> Result<std::unique_ptr<Engine>> { return std::make_unique<ScriptedEngine>(script); };
}

struct Bench {
    explicit Bench(Script script = {}) : session(scripted(script)) {}

    [[nodiscard]] QString path(const char* name = "probe.strand") const { return QString::fromStdString(folder.file(name)); }
    [[nodiscard]] EngineHost& engine() { return session.engine(); }
    /// A project with a dataset, opened; with a finished run where `done` is given.
    bool open(const Script* done = nullptr) {
        makeProject(folder.file("probe.strand"), done);
        engine().start();
        engine().openProject(path(), false);
        return eventually([this] { return session.hasProject() && engine().isReady(); });
    }
    [[nodiscard]] RunRecord stored(std::int64_t run, const char* name = "probe.strand") const {
        const auto file = ProjectFile::open(folder.file(name), ProjectFile::Access::Read);
        return file ? RunStore(*file).get(run).value_or(RunRecord{}) : RunRecord{};
    }

    TempDir folder;
    Session session;
};

}  // namespace strand::test
