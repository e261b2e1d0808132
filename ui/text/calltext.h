// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callcard.h"

#include <QDateTime>
#include <QString>

namespace companion::text {

QString directionName(CallDirection direction); //!< "Incoming", …
QString phaseName(const Call& call); //!< "Incoming call", "On hold", …; of an ended call its result
QString resultName(CallResult result); //!< "Missed", …
//! How an ended call came out, with who answered and where it went: "Answered by 1003".
QString resultSentence(const Call& call);
//! The PBX's reason of a failed call (30015) in an agent's words; empty if there is none.
QString failureReason(const QString& pbxReason);

//! "1:05", "1:02:03"; empty below zero.
QString duration(qint64 seconds);
//! What the card's clock shows at \p now: ringing, talking, or the whole talk when over.
qint64 runningSeconds(const Call& call, const QDateTime& now);

//! What to do about the extension behind a number that was called: no PBX presses it.
QString extensionHint(const QString& extension);

QString recordKind(const QString& object); //!< "Contact", "Lead", "Account", or the object's name
QString actionName(CallAction action); //!< "Hang up"
QString reasonSentence(Reason reason);
QString journalName(JournalState state); //!< "Logged", "Waiting to be sent", …

//! Who it is, for headings and announcements: chosen record, PBX's name, number, "Withheld number".
QString remoteParty(const CallCard& card);
//! The PBX's name of the other party; empty where that is but the number once more, which is
//! written elsewhere as it is to be seen.
QString nameGiven(const Call& call);
//! "via Support", "to +46 …", or empty. \p did is shown where no queue is known.
QString wayIn(const Call& call, const QString& did);
//! "today", "yesterday", "3 days ago", a date.
QString when(const QDateTime& moment, const QDateTime& now);
//! What a screen reader says when the card appears.
QString announcement(const CallCard& card);

} // namespace companion::text
