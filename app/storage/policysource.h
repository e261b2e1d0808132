// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/settings.h"

#include <QJsonValue>
#include <QStringList>

#include <optional>

namespace companion::storage {

//! The organisation's policy: two layers, and what in it could not be used.
struct Policy
{
    SettingLayers layers;
    QStringList problems; //!< sentences, for `diagnose` and the log
};

//! \brief Reads the policy from \p file, or, when that is empty, from the system's place (DESIGN
//! 6).
//!
//! A missing policy is an empty one; a broken one is reported and never stops the program.
Policy readPolicy(const QString& file);

//! The same from a document's bytes.
Policy parsePolicy(const QByteArray& json);

//! A JSON value as the text of a setting; nothing for a kind of value that no setting has.
std::optional<QString> settingText(const QJsonValue& value);

} // namespace companion::storage
