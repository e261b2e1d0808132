// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/folded.h"

namespace companion {

QString folded(const QString& text)
{
    QString out = text.normalized(QString::NormalizationForm_KD).toLower();
    out.removeIf([](QChar letter) { return letter.category() == QChar::Mark_NonSpacing; });
    return out;
}

} // namespace companion
