// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace companion::sandbox {

//! \brief Letters and digits by chance, as the PBX's tokens and file names are.
QByteArray randomWord(int length);

//! \brief The vendor's own message for an error code, its spelling included
//! (cloudone-pbx-api.md A1.2).
QString errorMessage(int code);

//! \brief The envelope of a refusal.
QJsonObject refusal(int code);
//! \brief 40002 with the field that is at fault.
QJsonObject parameterRefusal(const QString& field, const QString& validation);
//! \brief The envelope of a success, holding \p content.
QJsonObject success(QJsonObject content = {});

} // namespace companion::sandbox
