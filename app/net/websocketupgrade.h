// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <utility>

namespace companion {

//! \brief What asks a server for a WebSocket (RFC 6455, 4.1).
//!
//! Empty for what cannot be asked: another scheme than ws and wss, no host, a header of two lines.
QByteArray upgradeRequest(const QUrl& url, const QList<std::pair<QByteArray, QByteArray>>& headers,
                          const QStringList& subprotocols, const QByteArray& key);

//! \brief Its answer, as far as it has come.
//!
//! Nothing: more of it is needed. Else how many of \p bytes belong to it, or why there is no
//! WebSocket.
std::optional<Result<qsizetype>> readUpgrade(const QByteArray& bytes, const QByteArray& key,
                                             const QStringList& subprotocols);

} // namespace companion
