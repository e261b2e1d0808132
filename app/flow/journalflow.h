// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/journalplan.h"
#include "app/core/ports/callstore.h"
#include "app/core/ports/crmlink.h"
#include "app/core/settings.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace companion {

//! \brief Brings each settled call into the CRM exactly once, through the outbox on the disk.
//!
//! ```
//! Waiting/Queued ─ send ─► Sending ─ answer ─► Written
//!                             │ no answer ─► Unknown ─ look for it ─► Written, or Queued again
//!                             └ a plain no ─► Failed (waits for a person)
//! NeedsChoice ─ a record is chosen ─► Queued
//! ```
class JournalFlow : public QObject
{
    Q_OBJECT

public:
    JournalFlow(CrmLink& crm, Outbox& outbox, CallStore& store, QObject* parent = nullptr);

    void setSettings(const Settings& settings);
    void setOwnName(const QString& name);
    //! What an entry says of a call's recording: a link, or nothing.
    void setRecordingLink(std::function<QString(const Call&)> link);

    //! At the start: what was on its way when the program ended is looked for, then sent.
    void recover();
    void consider(const HistoryRow& row);
    //! A note or outcome changed after the call was settled.
    void amend(const HistoryRow& row);
    //! By hand, from Pending: try again now.
    void retry(const CallId& call);
    [[nodiscard]] int pendingCount() const;

Q_SIGNALS:
    void journalChanged(const companion::CallId& call, companion::JournalState state,
                        const QString& taskId, const QString& detail);

private:
    void pump();
    void resolveUnknown(const OutboxRow& row);
    void sendBatch(const QList<OutboxRow>& rows);
    void onWritten(const QList<OutboxRow>& rows, const Result<QList<Result<QString>>>& answer);
    void take(OutboxRow row, const Result<QString>& task);
    void postpone(OutboxRow& row, OutboxRow::State state, const Error& error);
    void store(const OutboxRow& row);
    void tell(const OutboxRow& row);
    void schedule();
    [[nodiscard]] JournalContext contextFor(const Call& call) const;

    CrmLink& m_crm;
    Outbox& m_outbox;
    CallStore& m_store;
    Settings m_settings;
    QString m_ownName;
    std::function<QString(const Call&)> m_recordingLink;
    QTimer m_next;
    bool m_busy = false;
};

} // namespace companion
