// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QString>

namespace companion::storage {

//! \brief Where a profile's files are (DESIGN 6, Files). All readable by the user alone.
struct Paths
{
    QString settingsFile;
    QString databaseFile;
    QString logFolder;

    static Paths forProfile(const QString& profile);
    //! Makes the folders, for this user only.
    [[nodiscard]] Result<Done> create() const;
};

} // namespace companion::storage
