// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/callstore.h"

#include <QByteArray>

namespace companion::storage {

//! Values as they stand in the database's body columns: compact JSON, unknown keys ignored, missing
//! ones at their default, so that versions can read each other's rows.
QString toBody(const HistoryRow& row);
HistoryRow historyRowFrom(const QString& body);
QString toBody(const CrmMatch& match);
CrmMatch matchFrom(const QString& body);
QString toBody(const JournalEntry& entry);
JournalEntry entryFrom(const QString& body);

} // namespace companion::storage
