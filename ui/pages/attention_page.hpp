// Attention: the heads of a run at a glance, one of them large, over the sequences of its dataset and over the time of its training.
#pragma once

#include "ui/pages/page.hpp"
#include "ui/plots/attention_pictures.hpp"
#include "ui/plots/latest_task.hpp"

class QLabel;
class QScrollArea;
class QStackedWidget;

namespace strand {

class AttentionForm;
class AttentionHeader;
class AttentionTables;
class EmptyState;
class EpochSlider;
class ProfileView;

class AttentionPage : public Page {
    Q_OBJECT

public:
    explicit AttentionPage(Session& session);
    ~AttentionPage() override;

    [[nodiscard]] QWidget* optionsPanel() override;
    void fillExportMenu(QMenu& menu) override;

    /// The one path for live and stored maps.
    void show(std::shared_ptr<const AttentionMap> map);
    using QWidget::show;
    void openHead(std::int64_t layer, std::int64_t head);
    void openGrid();

    [[nodiscard]] AttentionGrid& grid() const { return *m_grid; }
    [[nodiscard]] MatrixView& matrix() const { return *m_matrix; }
    [[nodiscard]] ProfileView& profile() const { return *m_profile; }
    [[nodiscard]] AttentionForm& form() const { return *m_form; }
    [[nodiscard]] EpochSlider& slider() const;
    [[nodiscard]] const std::shared_ptr<const AttentionMap>& map() const { return m_map; }
    [[nodiscard]] bool isBusy() const {
        return m_read.isRunning() || m_draw.isRunning() || m_drawGrid.isRunning() || m_find.isRunning() || m_job != 0;
    }

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    /// What is stored of a run: which snapshots, and one of them.
    struct Stored {
        std::int64_t run = 0;
        std::vector<RunStore::AttentionKey> keys;
        std::shared_ptr<const AttentionMap> map;
        std::optional<Error> error;
    };
    struct Found {
        std::int64_t ordinal = -1;
        std::string id;
    };
    struct Drawn {
        std::shared_ptr<const MatrixPicture> picture;
    };
    struct DrawnGrid {
        std::vector<AttentionThumbnail> thumbnails;
    };
    void build();
    QWidget* buildMap();
    void connectEngine();
    void connectParts();
    void connectPlots();
    void connectHeader();
    void exportMenuAt(Figure& figure, QWidget& widget, const QPoint& at);

    void runChanged();
    void selectionChanged();
    void read(std::int64_t ordinal, std::int64_t epoch);  ///< -1: the selected or first one; the last one
    void readDone(Stored& stored);
    void ask(std::int64_t ordinal);  ///< the engine, with the weights of now
    void chooseOrdinal(std::int64_t ordinal);
    void chooseMoment(int index);
    void findId(const QString& id);
    void snapshot(const SharedMap& map);

    void redraw();
    void setMapOpen(bool open);
    void drawGrid();
    void drawMatrix();
    void showPicture(const std::shared_ptr<const MatrixPicture>& picture);
    [[nodiscard]] QString readOut() const;
    [[nodiscard]] Figure* openFigure() const;
    void refreshSlider();
    void refreshState();
    void refreshTexts();
    void refreshHeads();
    void refreshEmpty();
    [[nodiscard]] bool hasAttention() const;
    [[nodiscard]] bool isVector() const { return m_map && m_map->kind == "vector"; }
    [[nodiscard]] bool isOpen() const;  ///< one map is shown large
    [[nodiscard]] const RunRecord* runWithAttention() const;
    [[nodiscard]] bool isLive() const;
    [[nodiscard]] std::vector<std::int64_t> epochsOf(std::int64_t ordinal) const;
    [[nodiscard]] QString caption() const;
    [[nodiscard]] QString shownSentence() const;
    [[nodiscard]] QString predictionText() const;

    // Settings of the project.
    static constexpr QLatin1String kOptionsKey{"attention.options"};
    static constexpr QLatin1String kOpenKey{"attention.open"};  ///< one head is shown large

    std::int64_t m_run = 0;
    std::int64_t m_ordinal = -1;  ///< sequence shown
    std::vector<RunStore::AttentionKey> m_keys;
    std::shared_ptr<const AttentionMap> m_map;
    std::int64_t m_layer = 0, m_head = 0;
    bool m_mapOpen = false;
    bool m_now = false;  ///< the map is of the weights of now or of the best, not a snapshot
    JobId m_job = 0;
    QString m_notice;
    LatestTask<Stored> m_read;
    LatestTask<Found> m_find;
    LatestTask<Drawn> m_draw;
    LatestTask<DrawnGrid> m_drawGrid;

    QStackedWidget *m_stack = nullptr, *m_views = nullptr, *m_plots = nullptr;
    EmptyState* m_empty = nullptr;
    QLabel *m_readOut = nullptr, *m_kind = nullptr;
    AttentionHeader* m_header = nullptr;
    QScrollArea* m_gridArea = nullptr;
    AttentionGrid* m_grid = nullptr;
    MatrixView* m_matrix = nullptr;
    ProfileView* m_profile = nullptr;
    AttentionTables* m_tables = nullptr;
    AttentionForm* m_form = nullptr;
};

}  // namespace strand
