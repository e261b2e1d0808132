// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/statustext.h"

#include "ui/text/errortext.h"
#include "ui/text/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

namespace companion::text {

using namespace Qt::StringLiterals;

namespace {

    struct StatusText
    {
        Q_DECLARE_TR_FUNCTIONS(StatusText)
    };

    //! From 80 % on, what of it (DESIGN 7, Quota).
    QString budgetSentence(const CrmStatus& status)
    {
        if (status.apiMax <= 0 || status.apiUsed * 100 < status.apiMax * 80)
            return {};
        const QLocale here;
        const QString used = here.toString(status.apiUsed);
        const QString most = here.toString(status.apiMax);
        if (status.apiUsed >= status.apiMax)
            return StatusText::tr(
                       "Connected, but your organisation's API requests are used up: %1 of "
                       "%2 in 24 hours. Log entries wait, and callers are looked up in the "
                       "phonebook.")
                .arg(used, most);
        if (status.apiUsed * 100 >= status.apiMax * 95)
            return StatusText::tr(
                       "Connected. Your organisation has used %1 of %2 API requests in 24 "
                       "hours: only lookups and log entries still go out.")
                .arg(used, most);
        return StatusText::tr(
                   "Connected. Your organisation has used %1 of %2 API requests in 24 hours: "
                   "the search while typing has stopped.")
            .arg(used, most);
    }

    QString lostSentence(const PbxStatus& status, const QString& reason)
    {
        QString since = status.since.isValid()
            ? StatusText::tr("No connection to the PBX since %1; trying again.")
                  .arg(QLocale().toString(status.since.toLocalTime().time(), QLocale::ShortFormat))
            : StatusText::tr("No connection to the PBX; trying again.");
        if (reason.isEmpty())
            return since;
        const bool saysNoMore = reason == sentence(Error{Error::Kind::Offline, {}}, Place::Pbx);
        return since + u' ' + (saysNoMore ? StatusText::tr("Check the network.") : reason);
    }

} // namespace

QString stateWord(LinkState state)
{
    switch (state) {
    case LinkState::SignedOut:
        return StatusText::tr("Signed out");
    case LinkState::Connecting:
        return StatusText::tr("Connecting…");
    case LinkState::Connected:
        return StatusText::tr("Connected");
    case LinkState::Reconnecting:
        return StatusText::tr("Reconnecting…");
    case LinkState::Failed:
        break;
    }
    return StatusText::tr("Not connected");
}

QString statusSentence(const PbxStatus& status)
{
    const QString reason = status.problem
        ? sentence(*status.problem,
                   status.state == LinkState::Failed ? Place::PbxSignIn : Place::Pbx)
        : QString();
    switch (status.state) {
    case LinkState::SignedOut:
        return reason.isEmpty() ? StatusText::tr("Not signed in to the PBX.") : reason;
    case LinkState::Connecting:
        return StatusText::tr("Connecting to the PBX…");
    case LinkState::Reconnecting:
        return lostSentence(status, reason);
    case LinkState::Failed:
        return reason.isEmpty() ? StatusText::tr("Not connected to the PBX.") : reason;
    case LinkState::Connected:
        break;
    }
    if (status.firmwareTooOld)
        return StatusText::
            tr("Connected, but the PBX's firmware %1 is older than 84.21.0.66. Ask for an update.")
                .arg(plain(status.firmware, 40));
    if (status.deaf)
        return StatusText::tr(
            "Connected, but the PBX tells of no calls. Its administrator must switch on the "
            "extension's and the trunks' call status monitor.");
    const QString who = isolated(status.name.isEmpty() ? status.extension : status.name, 60);
    return who.isEmpty() ? StatusText::tr("Connected.")
                         : StatusText::tr("Connected as %1.").arg(who);
}

QString statusSentence(const CrmStatus& status)
{
    const QString reason = status.problem ? sentence(*status.problem, Place::CrmSignIn) : QString();
    switch (status.state) {
    case LinkState::SignedOut:
        return reason.isEmpty() ? StatusText::tr("Not signed in to Salesforce.") : reason;
    case LinkState::Connecting:
        return StatusText::tr("Signing in to Salesforce…");
    case LinkState::Reconnecting:
        return reason.isEmpty() ? StatusText::tr("No connection to Salesforce; trying again.")
                                : reason;
    case LinkState::Failed:
        return reason.isEmpty() ? StatusText::tr("Not connected to Salesforce.") : reason;
    case LinkState::Connected:
        break;
    }
    if (!reason.isEmpty())
        return sentence(*status.problem, Place::Crm);
    QString budget = budgetSentence(status);
    if (!budget.isEmpty())
        return budget;
    const QString user = isolated(status.user, 60);
    const QString organization = isolated(status.organization, 60);
    if (user.isEmpty())
        return StatusText::tr("Connected.");
    return organization.isEmpty() ? StatusText::tr("Connected as %1.").arg(user)
                                  : StatusText::tr("Connected as %1, %2.").arg(user, organization);
}

} // namespace companion::text
