// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace companion::text {

//! Codes of the languages the program speaks: "ar", "de", "en".
QStringList languages();

//! The one of \p spoken that suits \p wanted best, in the wanted order; "en" if none does.
QString bestLanguage(const QStringList& wanted, const QStringList& spoken);

//! \brief Puts `ui.language` into force for texts, Qt's own texts, dates, and reading direction.
//!
//! \p setting: a code, or "system". Call it before the first window; again at a change, whose
//! windows must then be made anew.
void useLanguage(const QString& setting);

} // namespace companion::text
