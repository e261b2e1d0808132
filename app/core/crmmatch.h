// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

namespace companion {

//! A record in Salesforce: its object's API name and its id (15 or 18 characters).
struct RecordId
{
    QString object;
    QString id;

    [[nodiscard]] bool isValid() const { return !object.isEmpty() && !id.isEmpty(); }
    friend bool operator==(const RecordId&, const RecordId&) = default;
};

//! \brief A record that a number or a name belongs to. All texts are the server's: plain, bounded.
struct CrmMatch
{
    RecordId record;
    QString name = {};
    QString account = {}; //!< account's or company's name
    QString accountId = {};
    QString title = {};
    QString email = {};
    QString owner = {};
    QString phone = {}; //!< the stored number that matched, as written there
    QList<QString> phones = {}; //!< every number of the record, as written
    QDateTime lastModified = {};
    QDateTime lastActivity = {};
    QUrl url = {};
    bool doNotCall = false;
    bool isWeak = false; //!< matched by fax or assistant only
    bool isPersonAccount = false;

    friend bool operator==(const CrmMatch&, const CrmMatch&) = default;
};

//! One question asked on the way to an answer (`lookup --json`, asked).
struct LookupStep
{
    QString where; //!< "cache", "phonebook", "sosl", "soql"
    int apiCalls = 0;

    friend bool operator==(const LookupStep&, const LookupStep&) = default;
};

//! What a lookup found, best first.
struct LookupAnswer
{
    QList<CrmMatch> matches;
    QList<LookupStep> asked = {};

    friend bool operator==(const LookupAnswer&, const LookupAnswer&) = default;
};

} // namespace companion
