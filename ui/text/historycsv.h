// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/historytext.h"

#include <QByteArray>
#include <QList>

namespace companion::text {

//! \brief Calls as a table that spreadsheets read: RFC 4180, UTF-8 with its mark, a heading first.
//!
//! What a caller or a server sent never becomes a formula: such cells begin with an apostrophe.
QByteArray historyCsv(const QList<HistoryRow>& rows, const NumberLook& look);

} // namespace companion::text
