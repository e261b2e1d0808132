// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/journalplan.h"
#include "app/core/ports/callstore.h"
#include "app/core/ports/crmlink.h"

#include <QDateTime>
#include <QList>

#include <optional>

// The steps of JournalFlow with one row of the outbox, each from the row as it stands to the next.
// Nothing here asks the clock, the disk or the CRM.
namespace companion::journalsteps {

//! Rows that are due, by the way they go out.
struct Sorted
{
    QList<OutboxRow> unknown; //!< may have arrived: looked for first
    QList<OutboxRow> toWrite;
    std::optional<OutboxRow> single; //!< the first amendment or entry of the PBX's: one by one
};
Sorted sorted(const QList<OutboxRow>& due);

//! \p queued as \p plan wants it by now; without one, the call's first row. Not for a plan that
//! skips. \p earliest: before it, it is not to go out.
OutboxRow planned(const CallId& call, const std::optional<OutboxRow>& queued,
                  const JournalPlan& plan, const QDateTime& earliest, bool hasTwin);

//! \p row, which the CRM has, as an amendment with what has changed in the call since; none if
//! nothing has. \p recording: what the entry is to say of it.
std::optional<OutboxRow> amended(const OutboxRow& row, const HistoryRow& call,
                                 const QString& recording);

//! An entry to be taken away again, because the same call has an earlier one.
struct Second
{
    OutboxRow row;
    QString id;
    QString first;
};

//! What a look into the CRM says of a row.
struct Finding
{
    OutboxRow row;
    bool isSecond = false; //!< ours is one of `seconds`: the row stays until that one is gone
    bool isTwin = false; //!< another computer writes this user's calls as well
    QList<Second> seconds = {};
};

//! The row as that of an entry which somebody else has written: nothing of ours is in it.
OutboxRow asTheirs(OutboxRow row);

//! \p tasks: those with the row's callObject, in any order.
Finding looked(const OutboxRow& row, QList<FoundTask> tasks);

} // namespace companion::journalsteps
