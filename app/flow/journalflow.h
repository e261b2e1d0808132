// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/callstore.h"
#include "app/core/ports/crmlink.h"
#include "app/core/settings.h"
#include "app/flow/journalsteps.h"
#include "app/flow/slices.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace companion {

//! How long the journal waits for what; tests shorten it.
struct JournalTiming
{
    std::chrono::milliseconds noteQuiet{5000}; //!< after the last stroke of a note
    std::chrono::milliseconds checkAfter{3000}; //!< whether another computer wrote the same call
    std::chrono::milliseconds groupSpread{5000}; //!< of a group's agents, who all missed one call
    std::chrono::milliseconds firstRetry{2000};
    std::chrono::milliseconds longestRetry{900000}; //!< how often a used-up quota is probed
};

//! \brief Brings each settled call into the CRM exactly once, through the outbox on the disk.
//!
//! ```
//! Waiting/Queued ─ send ─► Sending ─ answer ─► Written, unchecked ─ looked at once more ─► Written
//!                             │ no answer ─► Unknown ─ look for it ─► Written, or Queued again
//!                             └ a plain no ─► Failed (waits for a person)
//! NeedsChoice ─ a record is chosen ─► Queued
//! Written ─ note, outcome, recording or record changed ─► Queued with its taskId: an amendment
//! ```
class JournalFlow : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype rowsPerTurn = 6; //!< of the event loop; each costs up to 0.4 ms

    JournalFlow(CrmLink& crm, Outbox& outbox, CallStore& calls, QObject* parent = nullptr);
    JournalFlow(CrmLink& crm, Outbox& outbox, CallStore& calls, const JournalTiming& timing,
                QObject* parent = nullptr);

    void setSettings(const Settings& settings);
    void setOwnName(const QString& name);
    //! What an entry says of a call's recording: a link, or nothing.
    void setRecordingLink(std::function<QString(const Call&)> link);

    //! At the start: what was on its way when the program ended is looked for, then sent.
    void recover();
    void consider(const HistoryRow& row);
    //! A note or outcome changed after the call was settled.
    void amend(const HistoryRow& row);
    //! By hand: log it although the settings would not.
    void logNow(const HistoryRow& row);
    //! By hand, from Pending: try again now.
    void retry(const CallId& call);
    //! An open Task to be done on \p due; Rejected when the call has no record.
    Result<Done> addFollowUp(const HistoryRow& row, const QString& subject, const QDate& due);
    //! The calls of the history whose entry is pending, in the outbox or not yet, and the
    //! follow-ups on their way.
    [[nodiscard]] int pendingCount() const;

Q_SIGNALS:
    void journalChanged(const companion::CallId& call, companion::JournalState state,
                        const QString& taskId, const QString& detail);

private:
    using Pages = std::function<QList<OutboxRow>(const std::optional<OutboxRow>& after)>;

    // What is to be written (journalflow.cpp)
    void considerBy(const HistoryRow& row, const Settings& settings);
    [[nodiscard]] QDateTime earliestFor(const std::optional<OutboxRow>& queued,
                                        const JournalPlan& plan, const Settings& settings) const;
    void amendWritten(const HistoryRow& row, const OutboxRow& written);
    void withdraw(const HistoryRow& row, const OutboxRow& queued, const QString& why);
    void enqueue(OutboxRow row);
    void recoverOne(const CallId& call);
    [[nodiscard]] bool hasBudgetAgain(const CrmStatus& status) const;
    void resume();
    void hurry(); //!< a way back into the CRM: what failed on the way is tried at once
    bool store(const QList<OutboxRow>& rows);
    void tell(const QList<OutboxRow>& rows);
    [[nodiscard]] JournalMark markOf(const OutboxRow& row) const;
    void noteFollowUp(const OutboxRow& row, QList<JournalMark>& marks);
    [[nodiscard]] JournalContext contextFor(const Call& call) const;

    // How it gets there (journalsend.cpp)
    void pump();
    void gather(const Pages& pages, qsizetype limit,
                const std::function<void(const QList<OutboxRow>&)>& then);
    void sendSome(const QList<OutboxRow>& due, const QDateTime& now);
    void sendBatch(const QList<OutboxRow>& rows);
    void write(const QList<OutboxRow>& rows);
    void takeAnswers(const QList<OutboxRow>& rows, const Result<QList<Result<QString>>>& answer);
    void sendAmendment(OutboxRow row);
    void findPbxTask(const OutboxRow& row);
    [[nodiscard]] OutboxRow after(OutboxRow row, const Result<QString>& task) const;
    void postpone(OutboxRow& row, OutboxRow::State state, const Error& error) const;
    void pause(const Error& error);
    [[nodiscard]] bool isPaused(const QDateTime& now) const;
    void endPause();
    void sayPause(OutboxRow& row) const;
    [[nodiscard]] bool failForeign(const QList<OutboxRow>& rows);
    void settle(const QList<OutboxRow>& rows, const Slices::Done& then);
    void amendFresh(const OutboxRow& sent);
    void next();
    void schedule(const QDateTime& now);

    // Whether it is there already, or twice (journallook.cpp)
    void look(const QList<OutboxRow>& rows);
    void lookForOne(const OutboxRow& row);
    void takeFound(const QList<OutboxRow>& rows, const QList<FoundTask>& found);
    void noteTwin(const OutboxRow& row, bool isOthers);
    void lookAgainLater(OutboxRow& row) const;
    void removeSeconds(QList<journalsteps::Second> seconds);

    CrmLink& m_crm;
    Outbox& m_outbox;
    CallStore& m_store;
    JournalTiming m_timing;
    Settings m_settings;
    QString m_ownName;
    std::function<QString(const Call&)> m_recordingLink;
    QHash<qint64, OutboxRow> m_refusedFollowUps; //!< by id
    Slices m_slices; //!< of whatever the flow is busy with
    QTimer m_next;
    QDateTime m_pausedUntil; //!< nothing gets through at all
    QString m_pauseReason; //!< why
    std::optional<qint64> m_usedAtRefusal; //!< of the API budget, while paused for it
    int m_failures = 0; //!< of that kind, in a row
    int m_batchSize = 0;
    bool m_isBusy = false;
    bool m_isCrmConnected = false;
    bool m_hasTwin = false; //!< another computer of this user writes as well: look first
};

} // namespace companion
