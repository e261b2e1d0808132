// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QUrl>

namespace companion {

//! A server's address as typed, made whole: https where no scheme is given, no user, no query.
//! Rejected for what is no address; Forbidden for plain HTTP to anything but this machine.
Result<QUrl> readAddress(const QString& typed);

//! Whether \p host is this machine, by name or number.
bool isLoopback(const QString& host);

} // namespace companion
