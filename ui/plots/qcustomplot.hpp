// The one place that includes QCustomPlot, whose header writes `signals` and `slots` also where QT_NO_KEYWORDS is defined.
#pragma once

#include <QtGlobal>

#ifdef QT_NO_KEYWORDS
#pragma push_macro("signals")
#pragma push_macro("slots")
#pragma push_macro("emit")
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define emit
#endif

#include <qcustomplot.h>

#ifdef QT_NO_KEYWORDS
#pragma pop_macro("signals")
#pragma pop_macro("slots")
#pragma pop_macro("emit")
#endif
