// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callcard.h"
#include "app/core/linkstate.h"
#include "app/core/ports/callstore.h"
#include "app/core/settings.h"

#include <QJsonArray>
#include <QJsonObject>

namespace companion {

//! ISO 8601 with zone and milliseconds; null for an invalid time.
QJsonValue timeToJson(const QDateTime& time);

//! The objects of DESIGN 5, key by key. Numbers are masked where the settings ask for it.
QJsonObject matchToJson(const CrmMatch& match);
QJsonObject callToJson(const CallCard& card, const Settings& settings);
QJsonObject historyToJson(const HistoryRow& row, const Settings& settings);
QJsonObject lookupToJson(const PhoneNumber& number, const LookupAnswer& answer,
                         const std::optional<RecordId>& chosen);

struct StatusReport
{
    QString profile;
    PbxStatus pbx;
    CrmStatus crm;
    QString pbxDetail; //!< a sentence for people
    QString crmDetail;
    bool integrationEnabled = true;
    int calls = 0;
    int journalPending = 0;
};
QJsonObject statusToJson(const StatusReport& report);

//! "enabled", "disabled" or "disconnected" (the guide's Status field).
QString integrationText(bool enabled, LinkState crm);

//! The last two digits and stars for the rest.
QString maskedNumber(const QString& number);

} // namespace companion
