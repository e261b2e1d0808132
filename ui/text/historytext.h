// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/callstore.h"
#include "app/core/settings.h"

#include <QDateTime>
#include <QString>

namespace companion::text {

//! How numbers are written for people: formatted by the site's rules, or masked.
struct NumberLook
{
    NumberRules rules = {};
    bool isMasked = false;

    friend bool operator==(const NumberLook&, const NumberLook&) = default;
};
NumberLook numberLook(const Settings& settings);
QString shownNumber(const QString& number, const NumberLook& look);

//! The record the call belongs to: the chosen one, or the only one. nullptr: none, or not decided.
const CrmMatch* recordOf(const HistoryRow& row);

//! Who it was: record, the PBX's name, number, "Withheld number".
QString rowParty(const HistoryRow& row, const NumberLook& look);
QString rowPartyDetail(const HistoryRow& row, const NumberLook& look); //!< number and account
QString
rowResult(const HistoryRow& row); //!< "Answered · 3:12", "Missed, called back"; or how far it is
QString rowWay(const Call& call, const NumberLook& look); //!< "Incoming via Support"
QString rowTime(const HistoryRow& row); //!< "14:05"
QString rowDay(const HistoryRow& row, const QDateTime& now); //!< "Today", "Tuesday", a date
QString rowLog(const HistoryRow& row); //!< "Logged", "Waiting", …; empty when there is none
QString rowExtras(const HistoryRow& row); //!< "Note · Recording · Interested"
//! The whole row, for a screen reader.
QString rowSpoken(const HistoryRow& row, const NumberLook& look, const QDateTime& now);

//! Where the log entry stands and what to do about it.
QString logSentence(const HistoryRow& row);
//! What Salesforce, or the companion, said of an entry that is not written: plain, bounded.
QString logDetail(const HistoryRow& row);

} // namespace companion::text
