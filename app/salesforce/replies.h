// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/crmmatch.h"
#include "app/core/linkstate.h"
#include "app/core/phonenumber.h"
#include "app/core/ports/crmlink.h"
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

//! The token endpoint's reply (1.5–1.7): its object, or the OAuth error in `code`.
Result<QJsonObject> readTokenReply(const Result<HttpReply>& reply);

//! Used and total from a Sforce-Limit-Info header (2.3); nothing when it says nothing.
std::optional<std::pair<qint64, qint64>> readLimits(const HttpReply& reply);

//! A rows' record as a match; \p instance makes its URL.
CrmMatch toMatch(const QJsonObject& record, const QUrl& instance);

//! What of \p rows is this number's: filtered, person accounts merged, ordered by \p objects, then
//! the latest change; weak matches (fax, assistant) last.
QList<CrmMatch> matchesOf(const QJsonArray& rows, const PhoneNumber& number,
                          const NumberRules& rules, const QStringList& objects,
                          const QUrl& instance);

//! Fields of a describe result that a new record needs: the required ones.
QList<CrmField> fieldsOf(const QJsonObject& describe);
//! Names of the fields of type phone.
QStringList phoneFieldsOf(const QJsonObject& describe);

//! The duplicates that a DUPLICATES_DETECTED body names, either spelling (3.5).
CreateAnswer duplicatesOf(const QJsonObject& entry, const QUrl& instance);

//! The host as typed made whole (1.2): scheme added, Lightning hosts mapped. Forbidden for plain
//! HTTP to anything but this machine.
Result<QUrl> loginAddress(const QString& typed);

QUrl recordUrl(const QUrl& instance, const RecordId& id);
QUrl searchPageUrl(const QUrl& instance, const QString& term);
//! https on the instance's own host or its Lightning twin; loopback where the instance is.
bool isOwnUrl(const QUrl& instance, const QUrl& url);

} // namespace companion::salesforce
