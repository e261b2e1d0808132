// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is to be written of a call; how it gets there is in journalsend.cpp.
#include "app/flow/journalflow.h"

#include "app/core/logging.h"

#include <QHash>
#include <QRandomGenerator>
#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    JournalState stateOf(const OutboxRow& row)
    {
        switch (row.state) {
        case OutboxRow::State::Waiting:
            return JournalState::Waiting;
        case OutboxRow::State::Queued:
        case OutboxRow::State::Unknown:
            return JournalState::Queued;
        case OutboxRow::State::Sending:
            return JournalState::Sending;
        case OutboxRow::State::Written:
            return JournalState::Written;
        case OutboxRow::State::NeedsChoice:
            return JournalState::NeedsChoice;
        case OutboxRow::State::Failed:
            break;
        }
        return JournalState::Failed;
    }

    bool canBeWithdrawn(OutboxRow::State state)
    {
        return state != OutboxRow::State::Sending && state != OutboxRow::State::Unknown
            && state != OutboxRow::State::Written;
    }

} // namespace

JournalFlow::JournalFlow(CrmLink& crm, Outbox& outbox, CallStore& calls, QObject* parent)
    : JournalFlow(crm, outbox, calls, JournalTiming{}, parent)
{}

JournalFlow::JournalFlow(CrmLink& crm, Outbox& outbox, CallStore& calls,
                         const JournalTiming& timing, QObject* parent)
    : QObject(parent)
    , m_crm(crm)
    , m_outbox(outbox)
    , m_store(calls)
    , m_timing(timing)
    , m_isCrmConnected(crm.status().state == LinkState::Connected)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &JournalFlow::pump);
    connect(&m_crm, &CrmLink::statusChanged, this, [this](const CrmStatus& status) {
        const bool isConnected = status.state == LinkState::Connected;
        const bool wasConnected = std::exchange(m_isCrmConnected, isConnected);
        if (isConnected && (!wasConnected || hasBudgetAgain(status)))
            resume();
    });
}

//! Whether Salesforce has said, since it refused for the day's quota, that there is some again.
bool JournalFlow::hasBudgetAgain(const CrmStatus& status) const
{
    // Told anew without having changed, it is what was known at the refusal. Orgs may overrun their
    // limit for a while: there it counts that some of it has come back.
    return m_usedAtRefusal && status.apiMax > 0 && status.apiUsed != *m_usedAtRefusal
        && status.apiUsed < std::max(status.apiMax, *m_usedAtRefusal);
}

void JournalFlow::resume()
{
    endPause();
    m_failures = 0;
    hurry();
    pump();
}

void JournalFlow::setSettings(const Settings& settings)
{
    const bool wasEnabled = m_settings.integrationEnabled;
    m_settings = settings;
    if (!wasEnabled && settings.integrationEnabled)
        pump();
}

void JournalFlow::setOwnName(const QString& name)
{
    m_ownName = name;
}

void JournalFlow::setRecordingLink(std::function<QString(const Call&)> link)
{
    m_recordingLink = std::move(link);
}

JournalContext JournalFlow::contextFor(const Call& call) const
{
    const auto status = m_crm.status();
    // The file's name, which the administrator's address is made of, holds the number.
    const bool mayLink = m_recordingLink
        && !(m_settings.maskNumbers && m_settings.recordingLink == RecordingLink::Url);
    return {.ownerId = status.userId,
            .ownName = m_ownName,
            .recordingLink =
                mayLink && !call.recording.isEmpty() ? m_recordingLink(call) : QString(),
            .organizationId = status.organizationId};
}

void JournalFlow::recover()
{
    if (const auto recovered = m_outbox.recoverAfterRestart(); !recovered)
        qCWarning(lcJournal) << "outbox not recovered:" << recovered.error().detail;
    const auto refused = m_outbox.refusedFollowUps();
    for (const auto& row : refused)
        m_refusedFollowUps.insert(row.id, row);
    // The history may not have heard of what the outbox knows, and the other way round. Nothing is
    // sent before all is there: a contact's entries go in their order.
    auto calls = m_store.pending();
    const auto unwritten = m_outbox.unwrittenCalls();
    const QSet<CallId> known(calls.cbegin(), calls.cend());
    for (const auto& call : unwritten)
        if (!known.contains(call))
            calls.append(call);
    m_isBusy = true;
    m_slices.run<CallId>(
        calls, rowsPerTurn,
        [this](const QList<CallId>& piece) {
            for (const auto& call : piece)
                recoverOne(call);
            return true;
        },
        [this] {
            hurry();
            next();
        });
}

void JournalFlow::recoverOne(const CallId& call)
{
    const auto row = m_store.find(call);
    const auto queued = m_outbox.findByCall(call);
    if (queued && (!row || row->journal != markOf(*queued).state))
        tell({*queued});
    else if (!queued && row && row->isSettled)
        consider(*row); // settled, but not handed over when the program ended
}

void JournalFlow::hurry()
{
    if (const auto hurried = m_outbox.hurry(QDateTime::currentDateTimeUtc()); !hurried)
        qCWarning(lcJournal) << "outbox not written:" << hurried.error().detail;
}

void JournalFlow::consider(const HistoryRow& row)
{
    considerBy(row, m_settings);
}

void JournalFlow::logNow(const HistoryRow& row)
{
    auto wish = m_settings;
    wish.journalEnabled = true;
    wish.skipMissedInUnansweredAgents = false;
    wish.journalWrapUpSeconds = 0;
    auto wished = row;
    wished.doNotLog = false;
    const auto queued = m_outbox.findByCall(row.call.id);
    considerBy(wished, wish);
    if (queued && queued->state == OutboxRow::State::Failed)
        retry(row.call.id);
}

void JournalFlow::considerBy(const HistoryRow& row, const Settings& settings)
{
    const auto queued = m_outbox.findByCall(row.call.id);
    if (queued && (queued->state == OutboxRow::State::Written || queued->isAmendment()))
        return amendWritten(row, *queued);
    const auto plan = planJournal(row, contextFor(row.call), settings);
    if (plan.action == JournalPlan::Action::Skip) {
        if (!queued || (row.doNotLog && canBeWithdrawn(queued->state)))
            withdraw(row, queued.value_or(OutboxRow{}), plan.why);
        return;
    }
    if (queued && queued->state == OutboxRow::State::Sending)
        return; // what is new is added when the answer is there
    const auto next = journalsteps::planned(row.call.id, queued, plan,
                                            earliestFor(queued, plan, settings), m_hasTwin);
    if (queued && next.entry == queued->entry && next.state == queued->state)
        return; // nothing new: its turn comes when it comes
    enqueue(next);
}

//! From when on the entry of \p plan may go out.
QDateTime JournalFlow::earliestFor(const std::optional<OutboxRow>& queued, const JournalPlan& plan,
                                   const Settings& settings) const
{
    std::chrono::milliseconds pause{0};
    if (plan.entry.note != (queued ? queued->entry.note : QString()))
        pause = m_timing.noteQuiet; // somebody is typing
    if (!queued) {
        const std::chrono::seconds wrapUp(settings.journalWrapUpSeconds);
        const auto spread = plan.lookFirst ? static_cast<int>(m_timing.groupSpread.count()) + 1 : 1;
        pause = std::max<std::chrono::milliseconds>(pause, wrapUp)
            + std::chrono::milliseconds(QRandomGenerator::global()->bounded(spread));
    }
    return QDateTime::currentDateTimeUtc().addMSecs(pause.count());
}

void JournalFlow::enqueue(OutboxRow row)
{
    sayPause(row);
    if (row.id != 0) {
        store({row});
        return pump();
    }
    const auto kept = m_outbox.enqueue(row);
    if (!kept) {
        qCWarning(lcJournal) << "entry not queued:" << kept.error().detail;
        (void)m_store.mark(
            {{.call = row.call, .state = JournalState::Failed, .detail = kept.error().detail}});
        Q_EMIT journalChanged(row.call, JournalState::Failed, {}, kept.error().detail);
        return;
    }
    store({*kept});
    pump();
}

void JournalFlow::withdraw(const HistoryRow& row, const OutboxRow& queued, const QString& why)
{
    if (queued.id != 0)
        if (const auto removed = m_outbox.remove(queued.id); !removed)
            qCWarning(lcJournal) << "entry not withdrawn:" << removed.error().detail;
    (void)m_store.mark({{.call = row.call.id, .detail = why}});
    Q_EMIT journalChanged(row.call.id, JournalState::None, {}, why);
}

void JournalFlow::amend(const HistoryRow& row)
{
    consider(row);
}

void JournalFlow::amendWritten(const HistoryRow& row, const OutboxRow& written)
{
    if (written.state == OutboxRow::State::Sending)
        return; // looked at again when the answer is there
    auto amendment = journalsteps::amended(written, row, contextFor(row.call).recordingLink);
    if (!amendment)
        return;
    const bool isTyping = amendment->entry.note != written.entry.note;
    amendment->notBefore =
        QDateTime::currentDateTimeUtc().addMSecs(isTyping ? m_timing.noteQuiet.count() : 0);
    sayPause(*amendment);
    store({*amendment});
    pump();
}

void JournalFlow::retry(const CallId& call)
{
    auto rows = m_outbox.unwrittenOf(call);
    rows.removeIf([](const OutboxRow& row) {
        const bool isFollowUp = row.entry.kind == JournalEntry::Kind::FollowUp;
        return row.state == OutboxRow::State::Sending || row.state == OutboxRow::State::NeedsChoice
            || (isFollowUp && row.state != OutboxRow::State::Failed);
    });
    if (rows.isEmpty())
        return;
    for (auto& row : rows) {
        if (row.state == OutboxRow::State::Failed) {
            const bool isLookedFor =
                row.taskId.isEmpty() && row.entry.kind != JournalEntry::Kind::PbxNote;
            // Look first: it costs one call and is always safe.
            row.state = isLookedFor ? OutboxRow::State::Unknown : OutboxRow::State::Queued;
        }
        row.notBefore = QDateTime::currentDateTimeUtc();
    }
    endPause();
    store(rows);
    pump();
}

Result<Done> JournalFlow::addFollowUp(const HistoryRow& row, const QString& subject,
                                      const QDate& due)
{
    if (!row.chosen)
        return Error{Error::Kind::Rejected, u"no record to link it to"_s};
    if (subject.trimmed().isEmpty() || !due.isValid())
        return Error{Error::Kind::Rejected, u"no subject or no day"_s};
    enqueue({.call = row.call.id,
             .entry = followUpEntry(row, subject, due, contextFor(row.call)),
             .notBefore = QDateTime::currentDateTimeUtc()});
    return Done{};
}

int JournalFlow::pendingCount() const
{
    return m_store.pendingCount() + m_outbox.waitingFollowUpCount();
}

bool JournalFlow::store(const QList<OutboxRow>& rows)
{
    const auto stored = m_outbox.update(rows);
    if (!stored)
        qCWarning(lcJournal) << "outbox not written:" << stored.error().detail;
    tell(rows);
    return stored.has_value();
}

JournalMark JournalFlow::markOf(const OutboxRow& row) const
{
    JournalMark mark{row.call, stateOf(row), row.taskId, row.detail};
    // A refused follow-up shows with its call: nothing waits for a person unseen.
    if (mark.state == JournalState::Written)
        for (const auto& refused : m_refusedFollowUps)
            if (refused.call == row.call)
                return {row.call, JournalState::Failed, row.taskId,
                        u"Follow-up task “%1”: %2"_s.arg(refused.entry.subject, refused.detail)};
    return mark;
}

void JournalFlow::noteFollowUp(const OutboxRow& row, QList<JournalMark>& marks)
{
    const bool isRefused = row.state == OutboxRow::State::Failed;
    if (isRefused)
        m_refusedFollowUps.insert(row.id, row);
    else if (!m_refusedFollowUps.remove(row.id))
        return;
    if (const auto own = m_outbox.findByCall(row.call))
        marks.append(markOf(*own));
    else
        marks.append({.call = row.call,
                      .state = isRefused ? JournalState::Failed : JournalState::None,
                      .detail = row.detail});
}

void JournalFlow::tell(const QList<OutboxRow>& rows)
{
    QList<JournalMark> marks;
    for (const auto& row : rows)
        if (row.entry.kind == JournalEntry::Kind::FollowUp)
            noteFollowUp(row, marks);
        else
            marks.append(markOf(row));
    if (marks.isEmpty())
        return;
    if (const auto marked = m_store.mark(marks); !marked)
        qCWarning(lcStorage) << "history not marked:" << marked.error().detail;
    for (const auto& mark : std::as_const(marks))
        Q_EMIT journalChanged(mark.call, mark.state, mark.taskId, mark.detail);
}

} // namespace companion
