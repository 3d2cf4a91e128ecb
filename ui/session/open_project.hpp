// The ways to a project, the same from menu, tool bar, Home page and drag and drop.
#pragma once

#include "ui/session/session.hpp"

class QWidget;

namespace strand {

/// Asks for a file name and creates a project there.
void askNewProject(Session& session, QWidget& owner);
/// Asks for a project and opens it.
void askOpenProject(Session& session, QWidget& owner);
void openProjectAt(Session& session, const QString& path);
/// Opens the sample's project in Documents/Strandlab, which is made on the first time.
void openSampleNamed(Session& session, const QString& name);

}  // namespace strand
