// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/net/httptransport.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>
#include <utility>

namespace companion::salesforce {

//! A REST reply's JSON, or the Error it means (salesforce-api.md 2.2): array, object, HTML,
//! anything.
Result<QJsonValue> readReply(const Result<HttpReply>& reply);

//! The Error of one entry of an error array; \p status is the HTTP status.
Error toError(int status, const QJsonObject& entry);

//! The entry with this code in a refusal's body; empty if there is none.
QJsonObject refusalEntry(const HttpReply& reply, const QString& code);

//! A composite request's part of this name: its body, or the Error it means.
Result<QJsonValue> readPart(const QJsonValue& composite, const QString& reference);

//! Whether a new access token may help (1.10): not where the session has no right to the API.
bool isSessionExpired(const HttpReply& reply);

//! The token endpoint's reply (1.5–1.7): its object, or the OAuth error in `code`.
Result<QJsonObject> readTokenReply(const Result<HttpReply>& reply);

//! Whether the token endpoint's error means that the refresh token is gone for good (1.7).
bool isSignInGone(const Error& error);

//! Used and total from a Sforce-Limit-Info header (2.3); nothing when it says nothing.
std::optional<std::pair<qint64, qint64>> readLimits(const HttpReply& reply);

} // namespace companion::salesforce
