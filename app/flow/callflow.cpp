// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/flow/callflow.h"

#include "app/core/async.h"
#include "app/core/callplan.h"
#include "app/core/logging.h"
#include "app/core/recordedcall.h"
#include "app/core/report.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    constexpr auto stillSearchingAfter = 3s; // DESIGN, issue of lookups: then the card says so
    constexpr auto recordGrace = 2s; // 30012 usually comes within a second of the last BYE
    constexpr auto heldBackAtMost = 1500ms;
    constexpr int maxRecordTries = 3;
    constexpr auto goesOnPause = 5s;
    constexpr int maxGoesOnTries = 360; // half an hour
    constexpr int maxNoteLength = 10000;
    constexpr auto seenMemo = "pbx-last-seen"_L1;

} // namespace

CallFlow::CallFlow(LookupFlow& lookup, CrmLink& crm, CallStore& store, NumberMemory& memory,
                   Memo& memo, QObject* parent)
    : QObject(parent), m_lookup(lookup), m_crm(crm), m_store(store), m_memory(memory), m_memo(memo)
{
    // A sign-in that comes later still helps the calls that are on the screen.
    connect(&m_crm, &CrmLink::statusChanged, this, [this](const CrmStatus& status) {
        if (status.state != LinkState::Connected)
            return;
        const auto ids = m_held.keys();
        for (const auto& id : ids)
            if (auto* held = find(id); held && held->card.crm == CrmState::None)
                retryLookup(id);
    });
}

void CallFlow::setPbx(PbxLink* pbx)
{
    if (m_pbx)
        m_pbx->disconnect(this);
    m_pbx = pbx;
    m_wasConnected = false;
    if (!pbx)
        return;
    connect(pbx, &PbxLink::eventReceived, this, &CallFlow::onEvent);
    connect(pbx, &PbxLink::snapshotTaken, this, &CallFlow::onSnapshot);
    connect(pbx, &PbxLink::statusChanged, this, &CallFlow::onPbxStatus);
    onPbxStatus(pbx->status());
}

void CallFlow::setSettings(const Settings& settings)
{
    m_settings = settings;
}

void CallFlow::onPbxStatus(const PbxStatus& status)
{
    if (!status.extension.isEmpty())
        m_tracker.setOwnExtension(status.extension);
    const bool isConnected = status.state == LinkState::Connected;
    if (m_wasConnected && !isConnected)
        noteSeen();
    m_wasConnected = isConnected;
}

void CallFlow::beginDialling()
{
    ++m_dialling;
    QTimer::singleShot(heldBackAtMost, this, [this, round = m_dialRound] {
        if (round == m_dialRound && m_dialling > 0)
            releaseHeldBack();
    });
}

void CallFlow::endDialling()
{
    if (m_dialling > 0 && --m_dialling == 0) {
        ++m_dialRound;
        releaseHeldBack();
    }
}

void CallFlow::releaseHeldBack()
{
    const auto events = std::exchange(m_heldBack, {});
    for (const auto& event : events)
        applyEvent(event);
}

void CallFlow::onEvent(const CallEvent& event)
{
    if (m_dialling > 0 && !m_held.contains(event.call))
        m_heldBack.append(event);
    else
        applyEvent(event);
}

void CallFlow::applyEvent(const CallEvent& event)
{
    if (const auto transition = m_tracker.apply(event))
        onTransition(*transition);
    // otherwise a duplicate, somebody else's call, or the tail of one that was over before
}

void CallFlow::onSnapshot(const QSet<CallId>& alive)
{
    const auto ended = m_tracker.endAllBut(alive, QDateTime::currentDateTime());
    for (const auto& transition : ended)
        onTransition(transition);
    fetchMissed();
}

void CallFlow::onTransition(const CallTransition& transition)
{
    const auto& call = transition.call;
    const bool isNew = !m_held.contains(call.id);
    if (isNew && m_store.find(call.id) && call.isOver())
        return; // told once already, before a restart
    auto& held = m_held[call.id];
    const bool wasOver = !isNew && held.card.call.isOver();
    const bool isOther = !isNew && held.card.call.remoteNumber != call.remoteNumber;
    held.card.call = call;
    const auto number = numberOf(call);
    const auto steps = planCall(transition, number, m_settings);
    if (isNew) {
        held.firstPhase = call.phase;
        held.card.outcomes = m_outcomes;
    }
    if (isNew || isOther)
        held.card.number =
            m_settings.maskNumbers ? maskedNumber(call.remoteNumber) : number.display();
    if (isOther && !call.isOver())
        forgetMatches(held); // a transfer, or the caller's leg came after our own
    plan(held); // the card is on the screen before anybody is asked
    if ((isNew || (isOther && held.card.crm == CrmState::None)) && steps.lookUp)
        startLookup(held, number);
    if (call.isOver() && !wasOver)
        onEnded(call.id);
    if (steps.completeRecord)
        trySettle(held);
    Q_EMIT activityChanged();
}

void CallFlow::forgetMatches(Held& held)
{
    // Whom the call was with first stays with it once it has been popped or chosen.
    if (held.wasOpened || held.choice)
        return;
    held.card.matches.clear();
    held.card.crm = CrmState::None;
    held.card.chosen.reset();
    ++held.lookupRound;
}

PhoneNumber CallFlow::numberOf(const Call& call) const
{
    auto rules = m_settings.numbers;
    rules.ownExtension = m_tracker.ownExtension();
    return PhoneNumber::read(call.remoteNumber, rules);
}

void CallFlow::startLookup(Held& held, const PhoneNumber& number)
{
    const auto id = held.card.call.id;
    const int round = ++held.lookupRound;
    held.lookupRunning = true;
    held.card.crm = CrmState::Searching;
    held.card.problem.reset();
    auto future = m_lookup.lookUp(number);
    plan(held);
    QTimer::singleShot(stillSearchingAfter, this, [this, id, round] {
        if (auto* late = find(id); late && late->lookupRunning && late->lookupRound == round) {
            late->card.stillSearching = true;
            publish(*late);
        }
    });
    async::onReady(future, this,
                   [this, id](const Result<LookupAnswer>& answer) { onLookup(id, answer); });
}

void CallFlow::onLookup(const CallId& id, const Result<LookupAnswer>& answer)
{
    auto* held = find(id);
    if (!held)
        return; // its card has gone; the history keeps the number
    held->lookupRunning = false;
    held->card.stillSearching = false;
    if (!answer) {
        const bool isSignedOut = answer.error().kind == Error::Kind::Unauthorized;
        held->card.crm = isSignedOut ? CrmState::None : CrmState::Failed;
        held->card.problem = answer.error();
        qCWarning(lcCrm) << "lookup failed:" << answer.error().detail << answer.error().code;
    } else {
        held->card.matches = answer->matches;
        held->card.crm = answer->matches.isEmpty() ? CrmState::Unknown : CrmState::Found;
    }
    plan(*held);
    trySettle(*held);
}

void CallFlow::plan(Held& held)
{
    auto& card = held.card;
    const auto number = numberOf(card.call);
    const MatchKnowledge known{
        .crm = card.matches.isEmpty() ? card.crm : CrmState::Found,
        .matches = card.matches,
        .remembered = card.matches.size() > 1 ? m_memory.chosenFor(number.key()) : std::nullopt,
        .chosen = held.choice,
        .crmSignedIn = m_crm.status().state == LinkState::Connected,
        .wasOpened = held.wasOpened,
        .firstPhase = held.firstPhase,
        .isOwnOrWithheld = card.call.isWithheld || card.call.direction == CallDirection::Internal
            || !number.isLookupWorthy(),
    };
    const auto decided = planMatches(card.call, known, m_settings);
    card.crm = decided.crm;
    card.chosen = decided.chosen;
    card.canCreate = decided.offerCreation && !card.isCreating;
    if (decided.why != Reason::AlreadyOpened)
        card.why = decided.why;
    if (m_pbx)
        card.actions = m_pbx->actionsFor(card.call);
    if (decided.openNow)
        open(held, m_crm.recordUrl(*decided.openNow), Reason::Popped);
    else if (decided.openSearchPage)
        open(held, m_crm.searchPageUrl(card.call.remoteNumber), Reason::Popped);
    publish(held);
    if (decided.createNow && !held.creationAsked) {
        held.creationAsked = true;
        Q_EMIT creationDue(card);
    }
}

void CallFlow::open(Held& held, const QUrl& url, Reason why)
{
    held.wasOpened = true; // whatever comes of it: once for a call, ever
    if (!m_crm.isOwnUrl(url)) {
        held.card.why = Reason::ForeignAddress;
        qCWarning(lcCalls) << "a record's address is not the org's own: not opened";
        return;
    }
    held.card.recordOpenedAt = QDateTime::currentDateTime();
    held.card.why = why;
    Q_EMIT recordOpenRequested(url);
}

void CallFlow::publish(Held& held)
{
    if (held.isSilent) {
        saveSoon(held.card.call.id);
        return;
    }
    Q_EMIT cardChanged(held.card);
    saveSoon(held.card.call.id);
}

void CallFlow::onEnded(const CallId& id)
{
    auto* held = find(id);
    held->card.closesSoon = true;
    noteSeen();
    if (held->card.call.hasRecord) {
        trySettle(*held);
    } else {
        QTimer::singleShot(recordGrace, this, [this, id] { fetchRecord(id); });
    }
    scheduleRemoval(id);
}

void CallFlow::fetchRecord(const CallId& id)
{
    auto* held = find(id);
    if (!held || held->isSettled || held->card.call.hasRecord)
        return;
    if (held->card.call.goesOn && held->goesOnTries++ < maxGoesOnTries) {
        // The caller is still with the PBX: it may ring here again, and there is no record yet.
        QTimer::singleShot(goesOnPause, this, [this, id] { fetchRecord(id); });
        return;
    }
    const auto giveUp = [this, id] {
        if (auto* waiting = find(id)) {
            waiting->recordOverdue = true;
            trySettle(*waiting);
        }
    };
    if (!m_pbx || ++held->recordTries > maxRecordTries)
        return giveUp();
    async::onReady(m_pbx->recordOf(id), this, [this, id, giveUp](const Result<CallEvent>& event) {
        if (event) {
            onEvent(*event);
            if (auto* told = find(id); told && !told->card.call.hasRecord)
                giveUp();
            return;
        }
        if (event.error().kind == Error::Kind::Unsupported)
            return giveUp();
        QTimer::singleShot(recordGrace, this, [this, id] { fetchRecord(id); });
    });
}

void CallFlow::trySettle(Held& held)
{
    const auto& call = held.card.call;
    if (!call.isOver() || held.lookupRunning || !(call.hasRecord || held.recordOverdue))
        return;
    held.isSettled = true;
    saveSoon(call.id);
    saveNow(); // on the disk before anything is sent anywhere
    Q_EMIT callSettled(rowOf(held));
}

void CallFlow::scheduleRemoval(const CallId& id)
{
    const auto* held = find(id);
    if (!held || m_settings.cardKeepSeconds < 0)
        return;
    const auto keep = std::chrono::seconds(m_settings.cardKeepSeconds);
    const auto edited = held->card.note;
    QTimer::singleShot(keep, this, [this, id, edited] {
        auto* old = find(id);
        if (!old || !old->card.call.isOver())
            return;
        // Someone is writing, or the end is not known yet: stay a little longer.
        if (old->card.note != edited || !old->isSettled || old->card.isCreating)
            return scheduleRemoval(id);
        dismiss(id);
    });
}

void CallFlow::dismiss(const CallId& id)
{
    auto* held = find(id);
    if (!held)
        return;
    if (!held->card.call.isOver() || !held->isSettled) {
        held->isSilent = true; // the card goes, the call is still followed
        Q_EMIT cardRemoved(id);
        return;
    }
    saveSoon(id);
    saveNow();
    const bool wasShown = !held->isSilent;
    m_held.remove(id);
    m_tracker.forget(id);
    if (wasShown)
        Q_EMIT cardRemoved(id);
}

QList<CallCard> CallFlow::cards() const
{
    QList<CallCard> cards;
    for (const auto& held : m_held)
        cards.append(held.card);
    std::sort(cards.begin(), cards.end(), [](const CallCard& a, const CallCard& b) {
        return a.call.startedAt != b.call.startedAt ? a.call.startedAt < b.call.startedAt
                                                    : a.call.id < b.call.id;
    });
    return cards;
}

std::optional<CallCard> CallFlow::card(const CallId& id) const
{
    const auto at = m_held.constFind(id);
    return at == m_held.cend() ? std::nullopt : std::optional(at->card);
}

std::optional<CallId> CallFlow::currentCall() const
{
    const auto rank = [](const Call& call) {
        switch (call.phase) {
        case CallPhase::Connected:
            return 0;
        case CallPhase::Ringing:
            return 1;
        case CallPhase::Dialling:
            return 2;
        case CallPhase::Held:
            return 3;
        case CallPhase::Ended:
            break;
        }
        return 4;
    };
    std::optional<CallId> best;
    int bestRank = 5;
    const auto all = cards();
    for (const auto& card : all) {
        const int its = rank(card.call);
        if (its < bestRank || (its == bestRank && its == 4)) { // of the ended ones the latest
            bestRank = its;
            best = card.call.id;
        }
    }
    return best;
}

int CallFlow::activeCount() const
{
    return static_cast<int>(std::count_if(
        m_held.cbegin(), m_held.cend(), [](const Held& held) { return !held.card.call.isOver(); }));
}

void CallFlow::expectOutgoing(const CallId& id, const QString& number)
{
    if (const auto transition = m_tracker.expectOutgoing(id, number, QDateTime::currentDateTime()))
        onTransition(*transition);
}

void CallFlow::choose(const CallId& id, const RecordId& record)
{
    auto* held = find(id);
    if (!held || !findMatch(held->card.matches, record))
        return;
    held->choice = record;
    const auto number = numberOf(held->card.call);
    if (held->card.matches.size() > 1 && number.isLookupWorthy())
        if (const auto kept = m_memory.remember(number.key(), record); !kept)
            qCWarning(lcStorage) << "choice not kept:" << kept.error().detail;
    plan(*held);
    if (held->isSettled)
        Q_EMIT callSettled(rowOf(*held)); // its log entry was waiting for this
}

void CallFlow::forgetChoice(const CallId& id)
{
    auto* held = find(id);
    if (!held)
        return;
    (void)m_memory.forget(numberOf(held->card.call).key());
    held->choice.reset();
    plan(*held);
}

Result<Done> CallFlow::openRecord(const CallId& id, const std::optional<RecordId>& record)
{
    auto* held = find(id);
    if (!held)
        return Error{Error::Kind::NotFound, u"no such call"_s};
    const auto which = record ? record : held->card.chosen;
    if (!which)
        return Error{Error::Kind::NotFound, u"no record"_s};
    const auto* match = findMatch(held->card.matches, *which);
    const auto url = m_crm.recordUrl(match ? match->record : *which);
    if (!m_crm.isOwnUrl(url))
        return Error{Error::Kind::Forbidden, u"foreign address"_s};
    open(*held, url, Reason::PoppedByHand);
    publish(*held);
    return Done{};
}

void CallFlow::act(const CallId& id, CallAction action, const QString& target)
{
    auto* held = find(id);
    if (!held || !m_pbx)
        return;
    held->card.actionProblem.reset();
    if (held->card.call.phase == CallPhase::Ringing
        && (action == CallAction::Decline || action == CallAction::HangUp))
        m_tracker.noteDeclined(id);
    async::onReady(m_pbx->act(held->card.call, action, target), this,
                   [this, id, action](const Result<Done>& done) {
                       auto* now = find(id);
                       if (!done) {
                           Q_EMIT actionFailed(id, done.error());
                           if (now)
                               now->card.actionProblem = done.error();
                       } else if (action == CallAction::Mute || action == CallAction::Unmute) {
                           m_tracker.setMuted(id, action == CallAction::Mute);
                           if (now)
                               now->card.call.isMuted = action == CallAction::Mute;
                       }
                       if (now)
                           plan(*now);
                   });
}

void CallFlow::retryLookup(const CallId& id)
{
    auto* held = find(id);
    if (!held || held->lookupRunning)
        return;
    const auto number = numberOf(held->card.call);
    const CallTransition asIfNew{.cause = CallTransition::Cause::Appeared, .call = held->card.call};
    if (planCall(asIfNew, number, m_settings).lookUp)
        startLookup(*held, number);
}

void CallFlow::editNote(const CallId& id, const QString& note)
{
    auto* held = find(id);
    if (!held || held->card.note == note.left(maxNoteLength))
        return;
    held->card.note = note.left(maxNoteLength);
    publish(*held);
    if (held->isSettled)
        Q_EMIT noteChanged(rowOf(*held));
}

void CallFlow::chooseOutcome(const CallId& id, const QString& outcome)
{
    auto* held = find(id);
    if (!held || held->card.outcome == outcome)
        return;
    held->card.outcome = outcome.left(255);
    publish(*held);
    if (held->isSettled)
        Q_EMIT noteChanged(rowOf(*held));
}

void CallFlow::setDoNotLog(const CallId& id, bool doNotLog)
{
    if (auto* held = find(id)) {
        held->card.doNotLog = doNotLog;
        publish(*held);
    }
}

void CallFlow::setOutcomes(const QStringList& outcomes)
{
    m_outcomes = outcomes;
    for (auto& held : m_held) {
        held.card.outcomes = outcomes;
        publish(held);
    }
}

void CallFlow::setCreating(const CallId& id, bool creating)
{
    if (auto* held = find(id)) {
        held->card.isCreating = creating;
        plan(*held);
    }
}

void CallFlow::setCreated(const CallId& id, const CrmMatch& match)
{
    auto* held = find(id);
    if (!held)
        return;
    held->card.isCreating = false;
    held->card.crm = CrmState::Found;
    if (!findMatch(held->card.matches, match.record))
        held->card.matches.prepend(match);
    held->choice = match.record;
    plan(*held);
    if (held->isSettled)
        Q_EMIT callSettled(rowOf(*held));
}

void CallFlow::setJournal(const CallId& id, JournalState state, const QString& taskId,
                          const QString& detail)
{
    if (auto* held = find(id)) {
        held->card.journal = state;
        held->journal.taskId = taskId;
        held->journal.journalDetail = detail;
        publish(*held);
        return;
    }
    auto stored = m_store.find(id);
    if (!stored)
        return;
    stored->journal = state;
    stored->taskId = taskId;
    stored->journalDetail = detail;
    if (const auto saved = m_store.save(*stored); !saved)
        qCWarning(lcStorage) << "history not written:" << saved.error().detail;
    Q_EMIT historyChanged(*stored);
}

std::optional<HistoryRow> CallFlow::row(const CallId& id) const
{
    const auto at = m_held.constFind(id);
    return at == m_held.cend() ? m_store.find(id) : std::optional(rowOf(*at));
}

HistoryRow CallFlow::rowOf(const Held& held)
{
    const auto& card = held.card;
    return {.call = card.call,
            .crm = card.crm,
            .matches = card.matches,
            .chosen = card.chosen,
            .recordOpenedAt = card.recordOpenedAt,
            .why = card.why,
            .note = card.note,
            .outcome = card.outcome,
            .doNotLog = card.doNotLog,
            .isDealtWith = card.call.result == CallResult::AnsweredElsewhere,
            .journal = card.journal,
            .taskId = held.journal.taskId,
            .journalDetail = held.journal.journalDetail};
}

void CallFlow::saveSoon(const CallId& id)
{
    // After the card has been painted: the disk must not hold up what the agent sees.
    if (m_toSave.isEmpty())
        QTimer::singleShot(0, this, &CallFlow::saveNow);
    m_toSave.insert(id);
}

void CallFlow::saveNow()
{
    const auto ids = std::exchange(m_toSave, {});
    for (const auto& id : ids) {
        const auto* held = find(id);
        if (!held)
            continue;
        const auto row = rowOf(*held);
        if (const auto saved = m_store.save(row); !saved)
            qCWarning(lcStorage) << "history not written:" << saved.error().detail;
        Q_EMIT historyChanged(row);
    }
}

void CallFlow::noteSeen()
{
    (void)m_memo.setMemo(seenMemo, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
}

void CallFlow::fetchMissed()
{
    const auto since = QDateTime::fromString(m_memo.memo(seenMemo), Qt::ISODateWithMs);
    noteSeen();
    if (!m_pbx || !since.isValid())
        return; // the first sign-in: what was before is not ours to log
    async::onReady(m_pbx->recordsSince(since), this,
                   [this](const Result<QList<CallEvent>>& records) {
                       if (!records)
                           return; // asked again after the next reconnect; the memo of calls seen
                                   // is in the history
                       for (const auto& event : *records)
                           takeMissed(event);
                   });
}

void CallFlow::takeMissed(const CallEvent& event)
{
    if (m_held.contains(event.call) || m_store.find(event.call))
        return;
    const auto call = callFromRecord(event, m_tracker.ownExtension());
    if (!call)
        return;
    auto& held = m_held[call->id];
    held.isSilent = true;
    held.firstPhase = CallPhase::Ended;
    held.card.call = *call;
    const auto number = numberOf(*call);
    const CallTransition appeared{.cause = CallTransition::Cause::Appeared, .call = *call};
    if (planCall(appeared, number, m_settings).lookUp)
        startLookup(held, number);
    else
        plan(held);
    if (auto* stillThere = find(call->id)) {
        trySettle(*stillThere);
        scheduleRemoval(call->id);
    }
}

CallFlow::Held* CallFlow::find(const CallId& id)
{
    const auto at = m_held.find(id);
    return at == m_held.end() ? nullptr : &*at;
}

} // namespace companion
