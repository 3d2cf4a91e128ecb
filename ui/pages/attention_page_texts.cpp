// What the Attention page says.
#include "ui/pages/attention_page.hpp"
#include "ui/plots/profile_view.hpp"
#include "ui/text/sentences.hpp"
#include "ui/widgets/attention_form.hpp"
#include "ui/widgets/attention_header.hpp"
#include "ui/widgets/attention_tables.hpp"
#include "ui/widgets/empty_state.hpp"

#include <QLabel>
#include <QStackedWidget>

namespace strand {

namespace {

QString text(const std::string& value) { return QString::fromStdString(value); }

}  // namespace

QString AttentionPage::predictionText() const {
    const RunRecord* run = session().run();
    if (!m_map || m_map->predicted < 0 || run == nullptr) return {};
    const auto predicted = static_cast<std::size_t>(m_map->predicted);
    const QString name = predicted < run->classes.size() ? text(run->classes[predicted]) : QString::number(predicted);
    const QString probability = predicted < m_map->probabilities.size() ? real(m_map->probabilities[predicted], 2) : QString();
    return tr("predicted class %1 (%2)").arg(name, probability);
}

/// Colours and what is hidden; nothing of it concerns one weight a token.
QString AttentionPage::shownSentence() const {
    return isVector() && isOpen() ? QString() : optionsSentence(m_form->options()) + QLatin1Char(' ');
}

QString AttentionPage::caption() const {
    const RunRecord* run = session().run();
    if (!m_map || run == nullptr) return {};
    const QString where =
        m_map->ordinal >= 0 ? tr("%1 (No. %2)").arg(text(m_map->record), number(m_map->ordinal + 1)) : text(m_map->record);
    return tr("Run %1 (%2), sequence %3, weights of epoch %4.").arg(text(run->name), text(run->model), where).arg(m_map->epoch) +
           QLatin1Char(' ') + kindSentence(m_map->kind) + QLatin1Char(' ') + optionsSentence(m_form->options()) + QLatin1Char(' ') +
           notAnExplanation();
}

void AttentionPage::refreshTexts() {
    const RunRecord* run = session().run();
    QString about;
    if (!m_notice.isEmpty()) {
        about = m_notice;
    } else if (m_map && run != nullptr) {
        QStringList parts{text(run->name), predictionText(), tr("%Ln layer(s)", nullptr, static_cast<int>(m_map->layers)),
                          tr("%Ln head(s)", nullptr, static_cast<int>(m_map->heads)),
                          tr("%Ln token(s)", nullptr, static_cast<int>(m_map->length))};
        parts.removeAll(QString());
        const bool aggregated = !isVector() && m_form->options().view != HeadView::Single && m_views->currentIndex() == 1;
        if (aggregated) parts.prepend(choiceTitle(*m_map, choiceOf(m_form->options(), m_layer, m_head)));
        about = parts.join(QStringLiteral("  ·  "));
    } else if (run != nullptr && !m_read.isRunning()) {
        about = isLive() ? tr("The first map comes after the first epoch.") : tr("No map is stored of this run yet.");
    }
    m_header->setAbout(about);
    m_kind->setText(m_map ? kindSentence(m_map->kind) + QLatin1Char(' ') + shownSentence() + notAnExplanation() : notAnExplanation());
    if (!m_map || run == nullptr) return;
    const QString stem = QStringLiteral("attention-%1-%2").arg(text(run->name), text(m_map->record));
    const AttentionChoice choice = choiceOf(m_form->options(), m_layer, m_head);
    m_matrix->setFigureTexts(stem + QStringLiteral("-l%1-h%2").arg(m_layer + 1).arg(m_head + 1), choiceTitle(*m_map, choice), caption());
    m_profile->setFigureTexts(stem, tr("Attention weights"), caption());
    m_grid->setFigureTexts(stem, tr("Attention of all heads"), caption());
}

void AttentionPage::refreshEmpty() {
    const RunRecord* run = session().run();
    if (run != nullptr && !hasAttention()) {
        m_empty->setTexts(
            tr("%1 has no attention").arg(text(run->model)),
            tr("This model weighs positions in another way, so there is no map to show. A transformer has one for each of its heads."),
            runWithAttention() != nullptr ? tr("Look into %1").arg(text(runWithAttention()->name)) : tr("Choose a model"));
    } else {
        m_empty->setTexts(tr("No run to look into yet"),
                          tr("Train a model with attention, e.g. a transformer. Its maps appear here while it learns."),
                          session().hasProject() ? tr("Choose a model") : tr("Go to Home"));
    }
}

void AttentionPage::retranslate() {
    const RunRecord* run = session().run();
    refreshEmpty();
    m_header->retranslate();
    m_form->retranslate();
    m_tables->retranslate();
    if (run != nullptr && hasAttention()) {
        refreshSlider();
        refreshHeads();
        refreshTexts();
        refreshState();
        m_readOut->setText(readOut());
        if (m_map && m_views->currentIndex() == 0) drawGrid();
    }
}

}  // namespace strand
