// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace companion::storage {

//! Where the log goes and how much of it.
struct LogOptions
{
    QString folder; //!< the profile's; rotated, the five newest kept
    QString file = {}; //!< --log: exactly there instead
    QString level = {}; //!< debug, info, warning, critical; empty: info
};

//! \brief From here on Qt's messages go to the log file, each line through redactedLine().
//!
//! Warnings go to standard error as well.
void startLog(const LogOptions& options);

} // namespace companion::storage
