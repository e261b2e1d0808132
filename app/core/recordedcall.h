// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/call.h"

namespace companion {

//! \brief The call that a call detail record tells of, for one that ended while we were away.
//!
//! \p event: Kind::Ended with a record. Nothing when the record is not of \p ownExtension.
std::optional<Call> callFromRecord(const CallEvent& event, const QString& ownExtension);

//! \brief The calls that a list of records tells of, oldest first, each once.
//!
//! A call through a queue has one record for each time it rang: the one that was answered counts.
QList<Call> callsFromRecords(const QList<CallEvent>& events, const QString& ownExtension);

//! \brief \p now, completed by what was known of the same call before a restart.
//!
//! It began when it was seen to begin, not when the program came back.
Call continued(const Call& before, const Call& now);

//! \p call, of which nobody can tell how it went on after \p lastSeen.
Call endedUnseen(Call call, const QDateTime& lastSeen);

} // namespace companion
