// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/http/httpserver.h"
#include "tests/sandbox/salesforce/apitypes.h"

#include <utility>

namespace companion::sandbox {

[[nodiscard]] QString randomText(qsizetype length);
[[nodiscard]] HttpResponse jsonAnswer(const QJsonValue& body, int status = 200);
[[nodiscard]] HttpResponse page(const QByteArray& html, int status);
[[nodiscard]] HttpResponse plainText(const QByteArray& text, int status);
//! \brief A refusal of the token endpoint: one object, not the array of the REST interface.
[[nodiscard]] HttpResponse oauthError(const QString& error, const QString& description,
                                      int status = 400);
[[nodiscard]] HttpResponse redirect(const QString& target, const Parameters& parameters);
[[nodiscard]] HttpResponse redirectError(const QString& target, const QString& state,
                                         const QString& error, const QString& description);
//! \brief Error and description of an error fault: its value is a name, or an object with both.
[[nodiscard]] std::pair<QString, QString> faultyError(const QJsonValue& value);

} // namespace companion::sandbox
