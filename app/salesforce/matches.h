// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/crmmatch.h"
#include "app/core/phonenumber.h"
#include "app/core/ports/crmlink.h"

#include <QJsonArray>
#include <QJsonObject>

namespace companion::salesforce {

//! A row of an answer as a match; \p instance makes its address.
CrmMatch toMatch(const QJsonObject& record, const QUrl& instance);

//! What of \p rows is this number's: filtered, person accounts merged, converted leads replaced by
//! their contacts, ordered by \p objects, then the latest change; weak matches (fax, assistant)
//! last.
QList<CrmMatch> matchesOf(const QJsonArray& rows, const PhoneNumber& number,
                          const NumberRules& rules, const QStringList& objects,
                          const QUrl& instance);

//! Rows found by what was typed, in the server's order, each person once.
QList<CrmMatch> typedMatches(const QJsonArray& rows, const QUrl& instance);

//! The duplicates that a DUPLICATES_DETECTED entry names, either spelling (salesforce-api.md 3.5).
CreateAnswer duplicatesOf(const QJsonObject& entry, const QUrl& instance);

} // namespace companion::salesforce
