// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/callstore.h"
#include "app/core/settings.h"

namespace companion {

//! What is to become of a call's log entry.
struct JournalPlan
{
    enum class Action {
        Skip, //!< nothing is written; `why` says why
        NeedsChoice, //!< several records, and nobody has chosen
        Write,
        Annotate, //!< the PBX writes the entry: the note is to be added to it
    };

    Action action = Action::Skip;
    JournalEntry entry = {};
    //! Others may write the same call (a group's missed call): look before writing.
    bool lookFirst = false;
    QString why = {}; //!< English, for `history --json` and `diagnose`

    friend bool operator==(const JournalPlan&, const JournalPlan&) = default;
};

//! Whose name and id stand in the entry.
struct JournalContext
{
    QString ownerId = {};
    QString ownName = {}; //!< the extension's name
    QString recordingLink = {}; //!< what the entry says of the recording; empty for nothing
    QString organizationId = {}; //!< of the org that is signed in to
};

//! Whether a call of this kind is for the companion to log; what of it, planJournal() says.
bool mayBeLogged(const Call& call, const Settings& settings);

//! \p row: a call that is over.
JournalPlan planJournal(const HistoryRow& row, const JournalContext& context,
                        const Settings& settings);

//! The key that makes it exactly once (DESIGN 7): `<pbx serial>:<call id>:<extension>`.
QString callObjectOf(const Call& call);

//! What stands in a Task as the outcome of a call that nobody has given one.
QString dispositionOf(const Call& call);

//! An open Task to be done on \p due, for the call's record.
JournalEntry followUpEntry(const HistoryRow& row, const QString& subject, const QDate& due,
                           const JournalContext& context);

//! The values of the template's variables (JournalTemplate::variables()).
QHash<QString, QString> journalValues(const HistoryRow& row, const JournalContext& context);

//! Values of a made-up call, for the preview while a template is written.
QHash<QString, QString> exampleJournalValues();

} // namespace companion
