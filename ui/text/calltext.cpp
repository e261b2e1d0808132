// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/calltext.h"

#include "app/core/numbertext.h"
#include "ui/text/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

namespace companion::text {

using namespace Qt::StringLiterals;

namespace {

    struct CallText
    {
        Q_DECLARE_TR_FUNCTIONS(CallText)
    };

} // namespace

QString directionName(CallDirection direction)
{
    switch (direction) {
    case CallDirection::Inbound:
        return CallText::tr("Incoming");
    case CallDirection::Outbound:
        return CallText::tr("Outgoing");
    case CallDirection::Internal:
        break;
    }
    return CallText::tr("Internal");
}

QString phaseName(const Call& call)
{
    switch (call.phase) {
    case CallPhase::Ringing:
        return call.direction == CallDirection::Internal ? CallText::tr("Internal call")
                                                         : CallText::tr("Incoming call");
    case CallPhase::Dialling:
        return CallText::tr("Calling…");
    case CallPhase::Connected:
        return call.isMuted ? CallText::tr("In call, muted") : CallText::tr("In call");
    case CallPhase::Held:
        return CallText::tr("On hold");
    case CallPhase::Ended:
        break;
    }
    return resultSentence(call);
}

QString resultName(CallResult result)
{
    switch (result) {
    case CallResult::None:
        return CallText::tr("Call ended");
    case CallResult::Answered:
        return CallText::tr("Answered");
    case CallResult::Missed:
        return CallText::tr("Missed");
    case CallResult::AnsweredElsewhere:
        return CallText::tr("Answered by a colleague");
    case CallResult::NoAnswer:
        return CallText::tr("No answer");
    case CallResult::Busy:
        return CallText::tr("Busy");
    case CallResult::Declined:
        return CallText::tr("Declined");
    case CallResult::Failed:
        return CallText::tr("Failed");
    case CallResult::Voicemail:
        break;
    }
    return CallText::tr("Voicemail");
}

QString resultSentence(const Call& call)
{
    const QString target = isolated(call.transferredTo, 60);
    switch (call.result) {
    case CallResult::None:
        return CallText::tr("Call ended");
    case CallResult::Answered:
        return target.isEmpty() ? CallText::tr("Call ended")
                                : CallText::tr("Transferred to %1").arg(target);
    case CallResult::Missed:
        return CallText::tr("Missed call");
    case CallResult::AnsweredElsewhere: {
        const QString who = isolated(call.answeredBy, 60);
        return who.isEmpty() ? CallText::tr("Answered by a colleague")
                             : CallText::tr("Answered by %1").arg(who);
    }
    case CallResult::NoAnswer:
        return CallText::tr("No answer");
    case CallResult::Busy:
        return CallText::tr("Busy");
    case CallResult::Declined:
        return CallText::tr("Declined");
    case CallResult::Failed:
        return CallText::tr("Call failed");
    case CallResult::Voicemail:
        break;
    }
    return CallText::tr("Went to voicemail");
}

QString failureReason(const QString& pbxReason)
{
    // The vendor's spelling varies and is misspelt in places (cloudone-pbx-api.md A4.5): match
    // loosely.
    const QString reason = pbxReason.toLower();
    const auto says = [&reason](QLatin1StringView words) {
        return reason.contains(words);
    };
    if (reason.trimmed().isEmpty())
        return {};
    if (says("outbound restrict"_L1))
        return CallText::tr(
            "Your extension has used up its outgoing calls for now. Ask the PBX's administrator.");
    if (says("permission"_L1))
        return CallText::tr(
            "Your extension may not call this number. Ask the PBX's administrator.");
    if (says("congestion"_L1))
        return CallText::tr("All lines are busy. Try again in a moment.");
    if (says("dnd"_L1))
        return CallText::tr("The other side does not want to be disturbed.");
    if (says("486"_L1) || says("600"_L1) || says("busy"_L1))
        return CallText::tr("The other side is busy.");
    if (says("603"_L1) || says("decline"_L1))
        return CallText::tr("The other side declined the call.");
    if (says("408"_L1) || says("request time"_L1) || says("no answer"_L1))
        return CallText::tr("The other side did not answer in time.");
    if (says("410"_L1) || says("gone"_L1))
        return CallText::tr("This number is no longer in use.");
    if (says("484"_L1) || says("incomplete"_L1))
        return CallText::tr("The number is incomplete. Check it and try again.");
    if (says("404"_L1) || says("not found"_L1))
        return CallText::tr("This number does not exist. Check it and try again.");
    if (says("480"_L1) || says("unavailable"_L1) || says("unreachable"_L1))
        return CallText::tr("The other side cannot be reached just now.");
    return CallText::tr("The call could not be put through.");
}

QString duration(qint64 seconds)
{
    if (seconds < 0)
        return {};
    const auto hours = seconds / 3600;
    const auto minutes = seconds / 60 % 60;
    const QChar zero = u'0';
    return hours > 0
        ? u"%1:%2:%3"_s.arg(hours).arg(minutes, 2, 10, zero).arg(seconds % 60, 2, 10, zero)
        : u"%1:%2"_s.arg(minutes).arg(seconds % 60, 2, 10, zero);
}

qint64 runningSeconds(const Call& call, const QDateTime& now)
{
    if (call.isOver()) {
        if (call.talkSeconds > 0)
            return call.talkSeconds;
        return call.answeredAt.isValid() && call.endedAt.isValid()
                && call.result != CallResult::AnsweredElsewhere
            ? call.answeredAt.secsTo(call.endedAt)
            : -1;
    }
    const auto from = call.answeredAt.isValid() ? call.answeredAt : call.startedAt;
    return from.isValid() ? qMax<qint64>(0, from.secsTo(now))
                          : -1; // never negative after a clock jump
}

QString extensionHint(const QString& extension)
{
    return CallText::tr("Press %1 on the phone's keypad when the call is answered: the PBX does "
                        "not dial extensions behind a number.")
        .arg(isolated(extension, 20));
}

QString recordKind(const QString& object)
{
    if (object == "Contact"_L1)
        return CallText::tr("Contact");
    if (object == "Lead"_L1)
        return CallText::tr("Lead");
    if (object == "Account"_L1)
        return CallText::tr("Account");
    return plain(object, 40);
}

QString actionName(CallAction action)
{
    switch (action) {
    case CallAction::HangUp:
        return CallText::tr("Hang up");
    case CallAction::Decline:
        return CallText::tr("Decline");
    case CallAction::Answer:
        return CallText::tr("Answer");
    case CallAction::Hold:
        return CallText::tr("Hold");
    case CallAction::Resume:
        return CallText::tr("Resume");
    case CallAction::Mute:
        return CallText::tr("Mute");
    case CallAction::Unmute:
        return CallText::tr("Unmute");
    case CallAction::BlindTransfer:
        return CallText::tr("Transfer");
    case CallAction::AttendedTransfer:
        return CallText::tr("Ask first");
    case CallAction::CompleteTransfer:
        return CallText::tr("Complete transfer");
    case CallAction::AbortTransfer:
        return CallText::tr("Back to caller");
    case CallAction::AddParticipant:
        break;
    }
    return CallText::tr("Add participant");
}

QString reasonSentence(Reason reason)
{
    switch (reason) {
    case Reason::None:
        return {};
    case Reason::Popped:
        return CallText::tr("The record was opened by itself.");
    case Reason::PoppedByHand:
        return CallText::tr("The record was opened by hand.");
    case Reason::PopupOff:
        return CallText::tr("Opening records is switched off in the settings.");
    case Reason::PopupManual:
        return CallText::tr("Records open by hand only, as the settings say.");
    case Reason::DirectionNotPopped:
        return CallText::tr("Records don't open by themselves for calls in this direction.");
    case Reason::TriggerNotReached:
        return CallText::tr(
            "The moment at which the record opens has not come, or was over before.");
    case Reason::NeverAnswered:
        return CallText::tr("The call was never answered.");
    case Reason::NoMatch:
        return CallText::tr("No record in Salesforce has this number.");
    case Reason::SeveralMatches:
        return CallText::tr("Several records have this number, and none was chosen.");
    case Reason::CrmSignedOut:
        return CallText::tr("Not signed in to Salesforce.");
    case Reason::CrmFailed:
        return CallText::tr("Salesforce could not be asked.");
    case Reason::IntegrationOff:
        return CallText::tr("The Salesforce integration is switched off.");
    case Reason::OwnOrWithheldNumber:
        return CallText::tr("Internal, withheld and service numbers are not looked up.");
    case Reason::AlreadyOpened:
        return CallText::tr("The record was already opened for this call.");
    case Reason::StillSearching:
        return CallText::tr("Salesforce has not answered yet.");
    case Reason::ForeignAddress:
        return CallText::tr(
            "The record's address does not belong to your organisation, so it was not opened.");
    case Reason::SearchPageOpened:
        break;
    }
    return CallText::tr(
        "Several records have this number, so Salesforce's search page was opened by itself.");
}

QString journalName(JournalState state)
{
    switch (state) {
    case JournalState::None:
        return {};
    case JournalState::Waiting:
        return CallText::tr("Logged when complete");
    case JournalState::Queued:
        return CallText::tr("Waiting to be logged");
    case JournalState::Sending:
        return CallText::tr("Being logged…");
    case JournalState::Written:
        return CallText::tr("Logged in Salesforce");
    case JournalState::NeedsChoice:
        return CallText::tr("Choose a record to log the call");
    case JournalState::Failed:
        break;
    }
    return CallText::tr("Not logged; see History");
}

QString remoteParty(const CallCard& card)
{
    if (card.call.isWithheld)
        return CallText::tr("Withheld number");
    const auto* match = card.chosenMatch();
    if (!match && card.crm == CrmState::Found && !card.matches.isEmpty())
        match = &card.matches.constFirst();
    for (const QString& name :
         {match ? match->name : QString(), nameGiven(card.call), card.number}) {
        QString shown = plain(name);
        if (!shown.isEmpty())
            return shown;
    }
    return CallText::tr("Unknown number");
}

QString nameGiven(const Call& call)
{
    const bool isName = call.remoteName != call.remoteNumber
        && !numbertext::repeatsNumber(call.remoteName, call.remoteNumber);
    return isName ? call.remoteName : QString();
}

QString wayIn(const Call& call, const QString& did)
{
    const QString queue = isolated(call.queue, 60);
    if (!queue.isEmpty())
        return CallText::tr("via %1", "queue or ring group").arg(queue);
    const QString dialled =
        call.direction == CallDirection::Inbound ? isolated(did, 40) : QString();
    return dialled.isEmpty() ? QString()
                             : CallText::tr("to %1", "the number that was dialled").arg(dialled);
}

QString when(const QDateTime& moment, const QDateTime& now)
{
    if (!moment.isValid())
        return {};
    const auto day = moment.toLocalTime().date();
    const auto days = day.daysTo(now.toLocalTime().date());
    if (days == 0)
        return CallText::tr("today");
    if (days == 1)
        return CallText::tr("yesterday");
    if (days > 1 && days < 7)
        return CallText::tr("%1 days ago", "always more than one").arg(days);
    return QLocale().toString(day, QLocale::ShortFormat);
}

QString announcement(const CallCard& card)
{
    const QString who = isolated(remoteParty(card));
    const QString way = wayIn(card.call, card.did);
    const QString phase = phaseName(card.call);
    const QString matches = card.crm == CrmState::Several
        ? CallText::tr("%1 possible records", "always more than one").arg(card.matches.size())
        : QString();
    QStringList parts{phase, who, way, matches};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace companion::text
