// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/colleaguetext.h"

#include "ui/text/calltext.h"
#include "ui/text/plaintext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace companion::text {

using namespace Qt::StringLiterals;

namespace {

    struct ColleagueText
    {
        Q_DECLARE_TR_FUNCTIONS(ColleagueText)
    };

    QString lineName(Colleague::Line line)
    {
        switch (line) {
        case Colleague::Line::Idle:
            return ColleagueText::tr("free");
        case Colleague::Line::Ringing:
            return ColleagueText::tr("ringing");
        case Colleague::Line::Busy:
            return ColleagueText::tr("on a call");
        case Colleague::Line::Offline:
            return ColleagueText::tr("offline");
        case Colleague::Line::Unknown:
            break;
        }
        return {};
    }

    QString nameOf(const QString& number, const QList<Colleague>& colleagues)
    {
        const auto known =
            std::find_if(colleagues.cbegin(), colleagues.cend(),
                         [&number](const Colleague& one) { return one.number == number; });
        const bool isNamed = known != colleagues.cend() && !known->name.isEmpty();
        return isolated(isNamed ? known->name : number, 40);
    }

    QString namesOf(const QStringList& numbers, const QList<Colleague>& colleagues)
    {
        QStringList names;
        for (const auto& number : numbers)
            names.append(nameOf(number, colleagues));
        return names.join(u", "_s);
    }

    QString presenceName(const QString& presence)
    {
        if (presence.isEmpty() || presence == "available"_L1)
            return {};
        if (presence == "away"_L1)
            return ColleagueText::tr("away");
        if (presence == "do_not_disturb"_L1)
            return ColleagueText::tr("do not disturb");
        if (presence == "lunch"_L1 || presence == "lunch_break"_L1)
            return ColleagueText::tr("at lunch");
        if (presence == "business_trip"_L1)
            return ColleagueText::tr("on a business trip");
        if (presence == "off_work"_L1)
            return ColleagueText::tr("off work");
        return plain(presence, 40); // a word of the site's own
    }

} // namespace

QString colleagueState(const Colleague& colleague)
{
    QStringList parts{lineName(colleague.line), presenceName(colleague.presence)};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString beside(const CallCard& card, const QList<Colleague>& colleagues)
{
    const auto& call = card.call;
    if (!call.isOver() && !card.consulted.isEmpty())
        return ColleagueText::tr("asking %1", "a colleague, before a transfer")
            .arg(nameOf(card.consulted, colleagues));
    if (!call.isOver() && !call.invited.isEmpty())
        return ColleagueText::tr("calling %1", "somebody who is to join the call")
            .arg(namesOf(call.invited, colleagues));
    if (!call.isOver() && !call.participants.isEmpty())
        return ColleagueText::tr("with %1", "further people in the call")
            .arg(namesOf(call.participants, colleagues));
    return call.transferredTo.isEmpty() ? wayIn(call, card.did) : QString();
}

} // namespace companion::text
