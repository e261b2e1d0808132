// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/callstore.h"

#include <QDateTime>
#include <QTimeZone>

//! Calls and people that several tests look at.
namespace companion::samples {

using namespace Qt::StringLiterals;

inline QDateTime noon()
{
    return {QDate(2026, 1, 5), QTime(12, 0), QTimeZone::utc()};
}

inline CrmMatch person(const QString& id, const QString& name, const QString& object = u"Contact"_s)
{
    return {.record = {.object = object, .id = id},
            .name = name,
            .account = u"Nordwind"_s,
            .phone = u"+14155550101"_s};
}

inline CallCard ringing()
{
    CallCard card;
    card.call = {.id = u"call-1"_s,
                 .remoteNumber = u"+14155550101"_s,
                 .extension = u"1001"_s,
                 .startedAt = noon()};
    card.number = u"+1 415-555-0101"_s;
    card.actions = {CallAction::HangUp};
    return card;
}

inline CallCard known()
{
    auto card = ringing();
    card.matches = {person(u"003A"_s, u"Anna Bergström"_s)};
    card.chosen = card.matches.constFirst().record;
    card.crm = CrmState::Found;
    return card;
}

inline CallCard several()
{
    auto card = ringing();
    card.crm = CrmState::Several;
    card.matches = {person(u"003A"_s, u"Anna"_s), person(u"00QB"_s, u"Bob"_s, u"Lead"_s)};
    card.matches[0].account = u"One"_s;
    card.matches[1].account = u"Two"_s;
    return card;
}

//! A call \p number minutes before noon, with Anna, answered and logged.
inline HistoryRow row(int number)
{
    HistoryRow made;
    made.call = known().call;
    made.call.id = u"call-%1"_s.arg(number);
    made.call.phase = CallPhase::Ended;
    made.call.result = CallResult::Answered;
    made.call.startedAt = noon().addSecs(-60LL * number);
    made.call.answeredAt = made.call.startedAt.addSecs(8);
    made.call.endedAt = made.call.answeredAt.addSecs(65);
    made.call.talkSeconds = 65;
    made.matches = known().matches;
    made.chosen = made.matches.constFirst().record;
    made.crm = CrmState::Found;
    made.journal = JournalState::Written;
    return made;
}

} // namespace companion::samples
