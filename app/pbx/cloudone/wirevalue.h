// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

namespace companion::pbx::cloudone {

//! A text of the PBX, trimmed and bounded; also where it comes as a number.
QString textOf(const QJsonValue& value);

//! A whole number of the PBX; also where it comes as text. 0 for what is none.
qint64 numberOf(const QJsonValue& value);

} // namespace companion::pbx::cloudone
