// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace companion::text {

//! \brief Text from outside as it may be shown on one line: bounded, without control characters,
//! direction overrides or the invisible; empty if nothing visible is left.
QString plain(const QString& fromOutside, qsizetype limit = 200);

//! The same for text of several lines (a note): line breaks stay.
QString plainLines(const QString& fromOutside, qsizetype limit = 4000);

//! plain() set apart from the direction of the sentence around it (Unicode isolates).
QString isolated(const QString& fromOutside, qsizetype limit = 200);

//! plain() for a sentence of ours that isolated() parts stand in: the isolates stay.
QString composed(const QString& sentence, qsizetype limit = 1000);

//! As a tooltip: Qt must not take it for rich text.
QString toolTip(const QString& plainText);

} // namespace companion::text
