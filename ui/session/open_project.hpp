// The ways to a project, the same from menu, tool bar, Home page and drag and drop.
#pragma once

#include "ui/session/session.hpp"

class QWidget;

namespace strand {

/// Asks for a file name and creates a project there; false = the question was cancelled.
bool askNewProject(Session& session, QWidget& owner);
/// Asks for a project and opens it.
void askOpenProject(Session& session, QWidget& owner);
void openProjectAt(Session& session, const QString& path);
/// Opens the sample's project in Documents/Strandlab, which is made on the first time.
void openSampleNamed(Session& session, const QString& name);

/// Asks for a file name and writes the project there as it is now.
void askSaveCopy(Session& session, QWidget& owner);
/// Asks, then deletes the current dataset; the engine refuses while runs use it.
void askRemoveDataset(Session& session, QWidget& owner);
/// Writes sequences from the clipboard to a temporary file that lives as long as the program; empty where there are none.
[[nodiscard]] QString pastedFile(const QString& text);

}  // namespace strand
