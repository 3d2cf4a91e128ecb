// A layout that ends where its widget ends: no margins.
#pragma once

namespace strand {

/// `Layout`: QHBoxLayout, QVBoxLayout or QGridLayout of `widget`; `spacing` in pixels between its parts.
template <typename Layout, typename Widget>
[[nodiscard]] Layout* flushLayout(Widget* widget, int spacing = 0) {
    auto* layout = new Layout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    return layout;
}

}  // namespace strand
