// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QList>

class QTcpServer;

namespace companion {

//! \brief Listen on 127.0.0.1 and ::1 alike, because browsers try either for "localhost".
//!
//! The first of \p ports that is free on both (0: one that the system picks); Rejected with code
//! "ports_in_use" when none is. A machine without IPv6 has nothing to listen on there.
Result<quint16> listenOnLoopback(QTcpServer& v4, QTcpServer& v6, const QList<quint16>& ports);

} // namespace companion
