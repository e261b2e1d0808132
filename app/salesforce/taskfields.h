// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/journalentry.h"
#include "app/salesforce/describe.h"

#include <QJsonObject>

namespace companion::salesforce {

//! A Task's fields for \p entry (salesforce-api.md 5.1), as far as this user may fill them.
QJsonObject taskFields(const JournalEntry& entry, const ObjectShape& task,
                       const QString& closedStatus);

//! \brief What has to change in a Task for \p entry; empty when nothing has to.
//!
//! A part of ours goes where its former text still stands unchanged, else to the end. Whatever
//! people have written stays.
QJsonObject taskChanges(const QJsonObject& task, const JournalEntry& entry);

//! Whether the PBX's own integration wrote \p task of this call.
bool isPbxTaskOf(const QJsonObject& task, const JournalEntry& entry);

//! The questions for the Tasks with these CallObjects, written at or after \p since (ever, when
//! invalid); each fits a request (5.2).
QStringList taskQuestions(const QStringList& callObjects, const QDateTime& since);
//! The question for what the PBX may have written; empty when it cannot be asked.
QString pbxTaskQuestion(const JournalEntry& entry);

//! The org's own call outcomes: those of CallDisposition, or else of Type where the org made it so.
QStringList outcomesOf(const ObjectShape& task);

} // namespace companion::salesforce
