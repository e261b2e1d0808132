// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/lookuptext.h"

#include "ui/text/calltext.h"
#include "ui/text/plaintext.h"

#include <QCoreApplication>

namespace companion::text {

using namespace Qt::StringLiterals;

namespace {

    struct LookupText
    {
        Q_DECLARE_TR_FUNCTIONS(LookupText)
    };

    constexpr qsizetype mostShown = 10;

    QString stepLine(const LookupStep& step)
    {
        if (step.where == "phonebook"_L1)
            return LookupText::tr("Asked: the phonebook.");
        if (step.where == "cache"_L1)
            return LookupText::tr("Asked: nobody again, the answer of a moment ago is still good.");
        return step.where == "soql"_L1
            ? LookupText::tr("Asked: Salesforce, for exact spellings (API calls: %1).")
                  .arg(step.apiCalls)
            : LookupText::tr("Asked: Salesforce's search (API calls: %1).").arg(step.apiCalls);
    }

    QString matchLine(const CrmMatch& match)
    {
        QStringList parts{isolated(match.name, 80), recordKind(match.record.object),
                          isolated(match.account, 80), isolated(match.phone, 60)};
        parts.removeAll(QString());
        return LookupText::tr("Found: %1").arg(parts.join(u" · "_s));
    }

} // namespace

QString lookupLines(const LookupAnswer& answer)
{
    QStringList lines;
    for (const auto& step : answer.asked)
        lines.append(stepLine(step));
    for (const auto& match : answer.matches.mid(0, mostShown))
        lines.append(matchLine(match));
    if (answer.matches.isEmpty())
        lines.append(answer.asked.isEmpty()
                         ? LookupText::tr("Nobody was asked: such numbers are not looked up.")
                         : LookupText::tr("Found: nobody"));
    else if (answer.matches.size() > mostShown)
        lines.append(
            LookupText::tr("and %n more", nullptr, int(answer.matches.size() - mostShown)));
    return lines.join(u'\n');
}

} // namespace companion::text
