// The two boxes of the Help menu: keys, and what this program is made of. Neither stops the rest of the window.
#pragma once

class QMainWindow;

namespace strand {

class EngineHost;

void showShortcuts(QMainWindow& window);
void showAbout(QMainWindow& window, const EngineHost& engine);

}  // namespace strand
