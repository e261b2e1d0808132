// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/crmmatch.h"

#include <QDate>
#include <QDateTime>
#include <QString>

namespace companion {

//! \brief One call as it is to stand in the CRM (a Task; salesforce-api.md 5).
struct JournalEntry
{
    enum class Kind {
        Call, //!< the call itself
        FollowUp, //!< an open Task to be done on activityDate, made on wish
        PbxNote, //!< `journal.writer = pbx`: the note for the entry that the PBX writes
    };

    QString callObject; //!< `<pbx serial>:<call id>:<extension>`: what makes it exactly once
    QString subject = {}; //!< ≤ 255
    QString description = {}; //!< ≤ 32,000
    QString callType = {}; //!< "Inbound", "Outbound", "Internal"
    QString disposition = {};
    int talkSeconds = 0;
    QDate activityDate = {};
    RecordId record = {}; //!< Contact, Lead or Account the call was with
    QString ownerId = {};
    QString note = {};
    QString outcome = {};
    QString recording = {}; //!< what the entry says of it, a link or empty
    Kind kind = Kind::Call;
    QDateTime startedAt = {}; //!< of the call
    QDateTime endedAt = {};
    QString organizationId = {}; //!< whose record it is: never sent to another org
    QString remoteNumber = {}; //!< PbxNote: what the PBX's entry is found by; as the PBX gave it

    // Only for amendTask(): what of ours stands in the Task already.
    QString writtenNote = {};
    QString writtenRecording = {};
    QString writtenOutcome = {}; //!< empty: whatever stands there may be replaced
    bool hasMoved = false; //!< link the Task to `record` instead of where it is

    friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

} // namespace companion
