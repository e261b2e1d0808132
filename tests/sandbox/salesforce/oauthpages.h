// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace companion::sandbox {

//! \brief A complete page in the sandbox's dress, light and dark; `content` is HTML already.
[[nodiscard]] QByteArray htmlPage(const QString& title, const QString& content);
//! \brief The page on which the user allows or denies the app.
[[nodiscard]] QByteArray approvalPage(const QString& requestId, const QString& user,
                                      const QStringList& scopes);
//! \brief What Salesforce shows instead of a redirect: the client never hears of it.
[[nodiscard]] QByteArray authorizationErrorPage(const QString& error, const QString& description);

} // namespace companion::sandbox
