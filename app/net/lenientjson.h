// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>

namespace companion {

//! \brief JSON as a server sent it; bytes that are not UTF-8 (a caller's name in another encoding)
//! become replacement characters instead of costing the whole answer.
QJsonDocument readLenientJson(const QByteArray& body);

} // namespace companion
