// Where the maps of the Attention page come from: the project, the run in training, the engine.
#include "ui/pages/attention_page.hpp"
#include "ui/text/sentences.hpp"
#include "ui/widgets/attention_header.hpp"
#include "ui/widgets/sequence_picker.hpp"

#include <algorithm>

namespace strand {

namespace {

QString text(const std::string& value) { return QString::fromStdString(value); }

}  // namespace

std::vector<std::int64_t> AttentionPage::epochsOf(std::int64_t ordinal) const {
    std::vector<std::int64_t> out;
    for (const auto& key : m_keys) {
        if (key.ordinal == ordinal) out.push_back(key.epoch);
    }
    std::sort(out.begin(), out.end());
    return out;
}

void AttentionPage::read(std::int64_t ordinal, std::int64_t epoch) {
    const std::string path = session().projectPath().toStdString();
    if (path.empty() || m_run == 0) return;
    m_notice.clear();
    const std::int64_t wanted = session().selection().ordinal;
    // Maps can be large: read beside the window, with a connection of its own.
    m_read.start(
        *this,
        [path, run = m_run, ordinal, epoch, wanted](const std::stop_token&) mutable {
            Stored stored;
            stored.run = run;
            const auto project = ProjectFile::open(path, ProjectFile::Access::Read);
            if (!project) {
                stored.error = project.error();
                return stored;
            }
            const RunStore store(*project);
            auto keys = store.attentionKeys(run);
            if (!keys) {
                stored.error = keys.error();
                return stored;
            }
            stored.keys = std::move(*keys);
            const auto has = [&](std::int64_t of) {
                return std::any_of(stored.keys.begin(), stored.keys.end(), [of](const auto& key) { return key.ordinal == of; });
            };
            if (ordinal < 0) ordinal = has(wanted) || stored.keys.empty() ? wanted : stored.keys.front().ordinal;
            if (epoch < 0) {
                for (const auto& key : stored.keys) {
                    if (key.ordinal == ordinal) epoch = std::max(epoch, key.epoch);
                }
            }
            if (epoch < 0) return stored;
            auto map = store.attention(run, epoch, ordinal);
            if (!map) {
                stored.error = map.error();
            } else if (*map) {
                stored.map = std::make_shared<const AttentionMap>(std::move(**map));
            }
            return stored;
        },
        [this](Stored& stored) { readDone(stored); });
    refreshState();
}

void AttentionPage::readDone(Stored& stored) {
    if (stored.run != m_run) return;
    if (stored.error) m_notice = toText(*stored.error);
    // Snapshots that came live while this was read are not forgotten.
    for (const auto& key : m_keys) {
        const auto same = [&key](const auto& other) { return other.epoch == key.epoch && other.ordinal == key.ordinal; };
        if (std::none_of(stored.keys.begin(), stored.keys.end(), same)) stored.keys.push_back(key);
    }
    m_keys = std::move(stored.keys);
    for (const auto& key : m_keys)
        m_header->picker().add(key.ordinal, text(key.record), true);
    if (stored.map) {
        m_now = false;
        show(stored.map);
    } else if (!m_map) {
        m_ordinal = std::max<std::int64_t>(0, session().selection().ordinal);
        m_header->picker().setCurrent(m_ordinal, tr("sequence %1").arg(m_ordinal + 1));
    }
    refreshSlider();
    refreshState();
    refreshTexts();
}

void AttentionPage::ask(std::int64_t ordinal) {
    if (m_run == 0 || m_job != 0) return;
    m_notice.clear();
    m_ordinal = ordinal;
    AttentionRequest request;
    request.ordinal = ordinal;
    m_job = session().engine().attention(m_run, request);
    refreshSlider();
    refreshState();
}

void AttentionPage::chooseOrdinal(std::int64_t ordinal) {
    if (ordinal < 0 || (ordinal == m_ordinal && m_map && m_map->ordinal == ordinal)) return;
    m_ordinal = ordinal;
    if (epochsOf(ordinal).empty()) {
        ask(ordinal);
    } else {
        read(ordinal, -1);
    }
    refreshSlider();
    Selection selection = session().selection();
    selection.ordinal = ordinal;
    selection.query = selection.key = -1;
    session().setSelection(selection);
}

void AttentionPage::chooseMoment(int index) {
    const std::vector<std::int64_t> epochs = epochsOf(m_ordinal);
    if (index < static_cast<int>(epochs.size())) {
        read(m_ordinal, epochs[static_cast<std::size_t>(index)]);
    } else {
        ask(m_ordinal);
    }
}

void AttentionPage::findId(const QString& id) {
    const std::string path = session().projectPath().toStdString();
    const RunRecord* run = session().run();
    if (path.empty() || run == nullptr) return;
    m_find.start(
        *this,
        [path, dataset = run->datasetId, id = id.toStdString()](const std::stop_token&) {
            Found found;
            found.id = id;
            const auto project = ProjectFile::open(path, ProjectFile::Access::Read);
            if (!project) return found;
            SequenceFilter filter;
            filter.text = id;
            const auto rows = DatasetStore(*project).page(dataset, 0, 200, filter);
            if (!rows) return found;
            for (const SequenceRow& row : *rows) {
                if (row.sequence.id == id) found.ordinal = row.ordinal;
            }
            return found;
        },
        [this](Found& found) {
            if (found.ordinal >= 0) {
                m_header->picker().add(found.ordinal, text(found.id));
                chooseOrdinal(found.ordinal);
            } else {
                m_notice = tr("No sequence has the id %1.").arg(text(found.id));
                refreshTexts();
            }
        });
}

void AttentionPage::snapshot(const SharedMap& map) {
    std::erase_if(m_keys, [&map](const auto& key) { return key.ordinal == map->ordinal && key.epoch >= map->epoch; });
    m_keys.push_back({map->epoch, map->ordinal, map->record});
    m_header->picker().add(map->ordinal, text(map->record), true);
    const bool here = m_ordinal < 0 || !m_map || m_ordinal == map->ordinal;
    if (m_header->follows() && here) {
        m_now = false;
        show(map);
    } else if (m_header->follows() && isVisible() && m_job == 0) {
        ask(m_ordinal);  // another sequence than the watched one: with the weights of now
    }
    refreshSlider();
    refreshState();
}

}  // namespace strand
