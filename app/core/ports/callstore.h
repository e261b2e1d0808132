// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callcard.h"
#include "app/core/journalentry.h"
#include "app/core/phonenumber.h"

#include <QList>

#include <optional>

namespace companion {

//! \brief One call as the history keeps it: what the card knew, and where its log entry stands.
struct HistoryRow
{
    Call call;
    CrmState crm = CrmState::None;
    QList<CrmMatch> matches = {};
    std::optional<RecordId> chosen = {};
    QDateTime recordOpenedAt = {};
    Reason why = Reason::None;
    QString note = {};
    QString outcome = {};
    bool doNotLog = false;
    bool isDealtWith = false; //!< a missed call that was called back, or that a colleague took
    JournalState journal = JournalState::None;
    QString taskId = {};
    QString journalDetail = {};
    bool isSettled = true; //!< over, looked up, its times final: nothing more is waited for

    friend bool operator==(const HistoryRow&, const HistoryRow&) = default;
};

//! Where a call stands in the history, which begins with the newest; of those that began in the
//! same moment the PBX numbers the later one higher.
struct HistoryPlace
{
    QDateTime startedAt;
    CallId call;
    QString extension;

    static HistoryPlace of(const Call& call) { return {call.startedAt, call.id, call.extension}; }
    friend bool operator==(const HistoryPlace&, const HistoryPlace&) = default;
};

struct HistoryQuery
{
    int limit = 100; //!< newest first; negative: all
    bool pendingOnly = false; //!< journal waiting, queued, sending, needsChoice or failed
    bool missedOnly = false;
    bool unsettledOnly = false;
    bool endedOnly = false; //!< not those that are going on
    bool undealtOnly = false; //!< missed, and nobody has called back
    QString number = {}; //!< remote number ends like this one; to be compared exactly by the caller
    QString text = {}; //!< in number, name or note
    std::optional<HistoryPlace> after = {}; //!< for the next page: from behind this call on
};

//! Where a call's log entry stands, to be noted with the call.
struct JournalMark
{
    CallId call;
    JournalState state = JournalState::None;
    QString taskId = {};
    QString detail = {};

    friend bool operator==(const JournalMark&, const JournalMark&) = default;
};

//! \brief The history of calls. Answers at once: the database is local. Every write is on the disk
//! when the call returns, so that nothing is lost by a crash.
struct CallStore
{
    virtual ~CallStore() = default;
    virtual Result<Done>
    save(const HistoryRow& row) = 0; //!< new, or replaces the same call of the same extension
    //! Journal state alone, of many calls in one go.
    virtual Result<Done> mark(const QList<JournalMark>& marks) = 0;
    [[nodiscard]] virtual std::optional<HistoryRow> find(const CallId& call) const = 0;
    [[nodiscard]] virtual QList<HistoryRow> history(const HistoryQuery& query) const = 0;
    [[nodiscard]] virtual QList<CallId> pending() const = 0; //!< those of `pendingOnly`
    [[nodiscard]] virtual int pendingCount() const = 0;
};

//! One entry on its way into the CRM.
struct OutboxRow
{
    enum class State {
        Waiting, //!< not to be sent yet: wrap-up time, or no record to link it to
        Queued,
        Sending,
        Unknown, //!< sent, the answer never came: look for it before sending again
        Written,
        NeedsChoice, //!< several records, none chosen
        Failed, //!< waits for a person
    };

    qint64 id = 0;
    CallId call;
    JournalEntry entry = {};
    State state = State::Queued;
    int attempts = 0;
    QDateTime notBefore = {};
    QString taskId = {};
    QString detail = {}; //!< why it waits, in the server's words
    bool isUnchecked = false; //!< Written, but whether another computer wrote it too is to be seen

    //! Queued or Unknown with a taskId: the Task stands, something is to be added to it.
    [[nodiscard]] bool isAmendment() const { return !taskId.isEmpty() && state != State::Written; }
    friend bool operator==(const OutboxRow&, const OutboxRow&) = default;
};

//! \brief Entries to be written, on the disk before they are sent; one for each callObject, ever.
struct Outbox
{
    virtual ~Outbox() = default;
    //! The row for this callObject: the new one, or the one that was there already, unchanged.
    virtual Result<OutboxRow> enqueue(const OutboxRow& row) = 0;
    virtual Result<Done> update(const QList<OutboxRow>& rows) = 0; //!< by id, in one go
    virtual Result<Done> remove(qint64 id) = 0; //!< withdrawn before it was sent
    //! The call's own entry (not a follow-up of it).
    [[nodiscard]] virtual std::optional<OutboxRow> findByCall(const CallId& call) const = 0;
    //! Queued and Unknown ones whose time has come, oldest call first, from behind \p after on;
    //! never one whose record has an older one still unwritten and not Failed (order is kept for a
    //! contact).
    [[nodiscard]] virtual QList<OutboxRow>
    due(const QDateTime& now, int limit, const std::optional<OutboxRow>& after = {}) const = 0;
    //! Written ones that are to be looked at once more by now; likewise.
    [[nodiscard]] virtual QList<OutboxRow>
    uncheckedDue(const QDateTime& now, int limit,
                 const std::optional<OutboxRow>& after = {}) const = 0;
    //! The row as it is by now; none when it was withdrawn.
    [[nodiscard]] virtual std::optional<OutboxRow> find(qint64 id) const = 0;
    //! Everything of \p call that is not Written, follow-ups included.
    [[nodiscard]] virtual QList<OutboxRow> unwrittenOf(const CallId& call) const = 0;
    //! The calls whose own entry is not Written.
    [[nodiscard]] virtual QList<CallId> unwrittenCalls() const = 0;
    [[nodiscard]] virtual QList<OutboxRow> refusedFollowUps() const = 0;
    [[nodiscard]] virtual int unwrittenCount() const = 0;
    //! Follow-ups that are neither Written nor Failed: a refused one shows with its call.
    [[nodiscard]] virtual int waitingFollowUpCount() const = 0;
    //! The earliest notBefore after \p now among those waiting; invalid if none.
    [[nodiscard]] virtual QDateTime nextDue(const QDateTime& now) const = 0;
    //! What was tried before and waits to be tried again is due at \p now.
    virtual Result<Done> hurry(const QDateTime& now) = 0;
    //! After a start: what was Sending when the program ended is Unknown.
    virtual Result<Done> recoverAfterRestart() = 0;
};

//! \brief What was decided about numbers: the record chosen among several, and records created.
struct NumberMemory
{
    virtual ~NumberMemory() = default;
    [[nodiscard]] virtual std::optional<RecordId> chosenFor(const QString& numberKey) const = 0;
    virtual Result<Done> remember(const QString& numberKey, const RecordId& record) = 0;
    virtual Result<Done> forget(const QString& numberKey) = 0;

    //! The ledger of creation: begun before the request goes out, ended with what came of it.
    struct Creation
    {
        QString numberKey;
        QDateTime begunAt;
        std::optional<CrmMatch> record = {}; //!< none: begun, outcome unknown
    };
    [[nodiscard]] virtual std::optional<Creation> creationFor(const QString& numberKey) const = 0;
    virtual Result<Done> noteCreation(const Creation& creation) = 0;
    virtual Result<Done> dropCreation(const QString& numberKey) = 0;
};

//! One entry of the phonebook.
struct PhonebookEntry
{
    CrmMatch match;
    bool isReadOnly = true; //!< until Disconnect
    bool isEdited = false; //!< by a person, since: theirs for good
    QDateTime syncedAt = {};

    friend bool operator==(const PhonebookEntry&, const PhonebookEntry&) = default;
};

//! \brief Contacts matched before, kept here. Numbers are found in 1 ms, names in 10 ms, among
//! 100,000.
struct Phonebook
{
    virtual ~Phonebook() = default;
    virtual Result<Done>
    put(const QList<PhonebookEntry>& entries) = 0; //!< new, or replaces the record's
    virtual Result<Done> remove(const RecordId& record) = 0;
    [[nodiscard]] virtual std::optional<PhonebookEntry> find(const RecordId& record) const = 0;
    virtual Result<Done> makeEditable() = 0; //!< after Disconnect
    [[nodiscard]] virtual QList<PhonebookEntry> byNumber(const PhoneNumber& number,
                                                         const NumberRules& rules) const = 0;
    [[nodiscard]] virtual QList<PhonebookEntry>
    byName(const QString& typed, int limit) const = 0; //!< prefix of any word; best first
    //! Those who have a number with these digits in a row, wherever in it.
    [[nodiscard]] virtual QList<PhonebookEntry> byDigits(const QString& digits,
                                                         int limit) const = 0;
    [[nodiscard]] virtual QList<PhonebookEntry> all(int limit, int offset) const = 0;
    [[nodiscard]] virtual int count() const = 0;

    //! How much of what the CRM last said of a number is here. Whole, unless noted otherwise.
    enum class Coverage { Whole, Part };
    [[nodiscard]] virtual Coverage coverage(const QString& numberKey) const = 0;
    virtual Result<Done> noteCoverage(const QString& numberKey, Coverage coverage) = 0;
};

//! Small values that must survive a restart and are no settings (when events were last seen, …).
struct Memo
{
    virtual ~Memo() = default;
    [[nodiscard]] virtual QString memo(const QString& name) const = 0;
    virtual Result<Done> setMemo(const QString& name, const QString& value) = 0;
};

} // namespace companion
