// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// From the PBX's event to the card and the record page.
#include "app/flow/callflow.h"

#include "app/core/async.h"
#include "app/core/callplan.h"
#include "app/core/logging.h"
#include "app/core/recordedcall.h"
#include "app/core/report.h"

#include <algorithm>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

CallFlow::CallFlow(LookupFlow& lookup, CrmLink& crm, CallStore& store, NumberMemory& memory,
                   Memo& memo, QObject* parent)
    : CallFlow(lookup, crm, store, memory, memo, CallTiming{}, parent)
{}

CallFlow::CallFlow(LookupFlow& lookup, CrmLink& crm, CallStore& store, NumberMemory& memory,
                   Memo& memo, const CallTiming& timing, QObject* parent)
    : QObject(parent)
    , m_lookup(lookup)
    , m_crm(crm)
    , m_store(store)
    , m_memory(memory)
    , m_memo(memo)
    , m_timing(timing)
    , m_wasCrmConnected(crm.status().state == LinkState::Connected)
{
    m_forget.setSingleShot(true);
    connect(&m_forget, &QTimer::timeout, this, &CallFlow::forgetExpired);
    m_heldBackLimit.setSingleShot(true);
    m_heldBackLimit.setInterval(m_timing.heldBack);
    connect(&m_heldBackLimit, &QTimer::timeout, this, [this] { releaseHeldBack(); });
    m_resolve.setSingleShot(true);
    connect(&m_resolve, &QTimer::timeout, this, &CallFlow::resolveNext);
    m_save.setSingleShot(true);
    connect(&m_save, &QTimer::timeout, this, &CallFlow::saveNow);
    connect(&m_crm, &CrmLink::statusChanged, this, &CallFlow::openWaiting);
    connect(&m_crm, &CrmLink::statusChanged, this, &CallFlow::onCrmStatus);
}

void CallFlow::setPbx(PbxLink* pbx)
{
    if (m_pbx)
        m_pbx->disconnect(this);
    m_pbx = pbx;
    m_wasConnected = false;
    m_isCaughtUp = false;
    if (!pbx)
        return;
    connect(pbx, &PbxLink::eventReceived, this, &CallFlow::onEvent);
    connect(pbx, &PbxLink::snapshotTaken, this, &CallFlow::onSnapshot);
    connect(pbx, &PbxLink::statusChanged, this, &CallFlow::onPbxStatus);
    onPbxStatus(pbx->status());
}

void CallFlow::setSettings(const Settings& settings)
{
    const bool wasPaused = !m_settings.integrationEnabled;
    m_settings = settings;
    if (wasPaused && settings.integrationEnabled)
        lookUpLive();
    const auto ids = m_held.keys();
    for (const auto& id : ids)
        trySettle(id); // one that need not wait any more
    if (!ids.isEmpty())
        resolveNext();
}

//! The calls that rang in a pause.
void CallFlow::lookUpLive()
{
    const auto ids = m_held.keys();
    for (const auto& id : ids) {
        const auto* held = find(id);
        if (!held || held->card.call.isOver())
            continue;
        if (held->isUnresolved || held->card.crm == CrmState::None)
            retryLookup(id);
        plan(id);
    }
}

void CallFlow::beginDialling()
{
    ++m_dialling;
    m_heldBackLimit.start();
}

void CallFlow::endDialling()
{
    if (m_dialling > 0 && --m_dialling == 0) {
        m_heldBackLimit.stop();
        releaseHeldBack();
    }
}

void CallFlow::releaseHeldBack(const std::optional<CallId>& only)
{
    auto events = std::exchange(m_heldBack, {});
    for (const auto& event : events) {
        if (only && event.call != *only)
            m_heldBack.append(event);
        else
            applyEvent(event);
    }
}

void CallFlow::onEvent(const CallEvent& event)
{
    // Our own call rings here like any other until the PBX has said which one it is. One that came
    // in by a trunk cannot be it.
    const bool cameIn = std::any_of(event.legs.cbegin(), event.legs.cend(),
                                    [](const Leg& leg) { return leg.side == LegSide::Inbound; });
    const bool mayBeOurs = m_heldBackLimit.isActive() && !m_held.contains(event.call);
    if (mayBeOurs && !cameIn) {
        m_heldBack.append(event);
        return;
    }
    if (mayBeOurs)
        releaseHeldBack(event.call); // what was told of it before comes before
    applyEvent(event);
}

void CallFlow::applyEvent(const CallEvent& event)
{
    if (const auto known = m_interrupted.constFind(event.call);
        known != m_interrupted.cend() && known->call.placedHere && !m_tracker.call(event.call))
        (void)m_tracker.expectOutgoing(event.call, known->call.remoteNumber, known->call.startedAt);
    if (const auto transition = m_tracker.apply(event))
        onTransition(*transition);
    // otherwise a duplicate, somebody else's call, or the tail of one that was over before
}

void CallFlow::expectOutgoing(const CallId& id, const QString& number, const QString& extension)
{
    if (!extension.isEmpty())
        m_extensions.insert(id, extension);
    if (const auto transition = m_tracker.expectOutgoing(id, number, QDateTime::currentDateTime()))
        onTransition(*transition);
    QTimer::singleShot(m_timing.firstWord, this, [this, id] {
        if (m_tracker.isOnlyExpected(id)) // a later frame of the own leg takes it up again
            applyEvent({.kind = CallEvent::Kind::Vanished,
                        .call = id,
                        .at = QDateTime::currentDateTime()});
    });
}

//! What is kept of a call that is not followed yet. False: there is nothing to follow any more.
bool CallFlow::takeStored(const Call& call)
{
    const auto stored = m_store.find(call.id);
    if (!stored)
        return true;
    if (stored->isSettled && call.isOver()) {
        takeLate(*stored, call); // its card has gone, or a restart came
        return false;
    }
    take(call.id, *stored);
    return true;
}

void CallFlow::take(const CallId& id, const HistoryRow& row)
{
    auto& held = m_held[id];
    auto& card = held.card;
    held.before = row.call;
    card.matches = row.matches;
    card.crm = row.matches.isEmpty() ? CrmState::None : row.crm;
    if (row.matches.size() > 1)
        held.choice = row.chosen;
    card.recordOpenedAt = row.recordOpenedAt;
    held.wasOpened = row.recordOpenedAt.isValid() || row.why == Reason::ForeignAddress;
    card.why = row.why;
    card.note = row.note;
    card.outcome = row.outcome;
    card.doNotLog = row.doNotLog;
    card.journal = row.journal;
    held.isDealtWith = row.isDealtWith;
    held.journal.taskId = row.taskId;
    held.journal.journalDetail = row.journalDetail;
}

void CallFlow::onTransition(const CallTransition& transition)
{
    const auto id = transition.call.id;
    const bool isNew = !m_held.contains(id);
    if (isNew && !takeStored(transition.call))
        return;
    m_interrupted.remove(id);
    auto& held = m_held[id];
    const bool wasOver = !isNew && held.card.call.isOver();
    const bool isOther = !isNew && held.card.call.remoteNumber != transition.call.remoteNumber;
    const QString earlierDid = held.card.call.did;
    held.card.call = held.before ? continued(*held.before, transition.call) : transition.call;
    const auto& call = held.card.call;
    const auto number = numberOf(call);
    if (isNew) {
        held.firstPhase = call.phase;
        held.card.outcomes = m_outcomes;
    }
    if (isNew || isOther)
        held.card.number = shownNumber(call);
    if (call.did != earlierDid || held.card.did.isEmpty() != call.did.isEmpty())
        held.card.did = PhoneNumber::read(call.did, m_settings.numbers).display();
    if (isOther && !call.isOver())
        forgetMatches(held); // a transfer, or the caller's leg came after our own
    if (wasOver && !call.isOver())
        revive(held);
    const bool asks = (isNew || isOther) && held.card.crm == CrmState::None
        && planCall(transition, number, m_settings).lookUp;
    plan(id); // the card is on the screen before anybody is asked
    if (asks)
        startLookup(m_held[id], number);
    if (call.isOver() && !wasOver)
        onEnded(id);
    else if (call.isOver())
        trySettle(id);
    Q_EMIT activityChanged();
}

void CallFlow::revive(Held& held)
{
    // A queue rings here again, or a transfer comes back.
    ++held.endRound;
    held.isSettled = false;
    held.recordOverdue = false;
    held.recordTries = 0;
    held.goesOnTries = 0;
    held.recordWaitSince = {};
    held.card.closesSoon = false;
    held.isSilent = false;
}

void CallFlow::forgetMatches(Held& held)
{
    // Whom the call was with first stays with it once it has been popped or chosen.
    if (held.wasOpened || held.choice)
        return;
    held.card.matches.clear();
    held.card.crm = CrmState::None;
    held.card.chosen.reset();
    held.card.problem.reset();
    held.card.stillSearching = false;
    held.creationAsked = false;
    held.awaitsBudget = false;
    held.awaitsAddress = false;
    held.isUnresolved = false;
    held.lookupRunning = false;
    ++held.lookupRound;
}

PhoneNumber CallFlow::numberOf(const Call& call) const
{
    auto rules = m_settings.numbers;
    rules.ownExtension = m_tracker.ownExtension();
    return PhoneNumber::read(call.remoteNumber, rules);
}

QString CallFlow::shownNumber(const Call& call) const
{
    if (m_settings.maskNumbers)
        return maskedNumber(call.remoteNumber);
    const QString extension = m_extensions.value(call.id);
    if (extension.isEmpty())
        return numberOf(call).display();
    return PhoneNumber::read(call.remoteNumber + u" ext. "_s + extension, m_settings.numbers)
        .display();
}

void CallFlow::startLookup(Held& held, const PhoneNumber& number, LookupFlow::Ask ask)
{
    const auto id = held.card.call.id;
    const int round = ++held.lookupRound;
    held.lookupRunning = true;
    if (std::exchange(held.awaitsBudget, false))
        held.creationAsked = false; // as the answer has it
    held.card.crm = CrmState::Searching;
    held.card.problem.reset();
    const auto future = m_lookup.lookUp(number, ask);
    plan(id);
    QTimer::singleShot(m_timing.stillSearching, this, [this, id, round] {
        if (auto* late = find(id); late && late->lookupRunning && late->lookupRound == round) {
            late->card.stillSearching = true;
            publish(*late);
        }
    });
    async::onReady(future, this, [this, id, round](const Result<LookupAnswer>& answer) {
        onLookup(id, round, answer);
    });
}

void CallFlow::onLookup(const CallId& id, int round, const Result<LookupAnswer>& answer)
{
    auto* held = find(id);
    if (!held || held->lookupRound != round)
        return; // the call was dropped, or it is somebody else who is asked for now
    held->lookupRunning = false;
    held->card.stillSearching = false;
    if (!answer) {
        const auto kind = answer.error().kind;
        const bool isSignedOut = kind == Error::Kind::Unauthorized;
        held->card.crm = isSignedOut ? CrmState::None : CrmState::Failed;
        held->card.problem = answer.error();
        held->isUnresolved = isRetryable(kind) || isSignedOut || kind == Error::Kind::Cancelled;
        qCWarning(lcCrm) << "lookup failed:" << answer.error().detail << answer.error().code;
    } else {
        held->isUnresolved = false;
        held->card.matches = answer->matches;
        held->card.crm = answer->matches.isEmpty() ? CrmState::Unknown : CrmState::Found;
    }
    const bool isOver = held->card.call.isOver();
    plan(id);
    trySettle(id);
    if (!isOver)
        return; // its end goes on with it
    held = find(id);
    if (answer && !(held && held->isUnresolved)) { // else its record could not be made again
        if (!held || !held->creationAsked) // whether that gets through is still to be seen
            m_resolveAttempt = 0;
        resolveNext();
    } else {
        resolveLater();
    }
}

void CallFlow::plan(const CallId& id)
{
    auto* held = find(id);
    if (!held)
        return;
    auto& card = held->card;
    const auto number = numberOf(card.call);
    const MatchKnowledge known{
        .crm = card.matches.isEmpty() ? card.crm : CrmState::Found,
        .matches = card.matches,
        .remembered = card.matches.size() > 1 ? m_memory.chosenFor(number.key()) : std::nullopt,
        .chosen = held->choice,
        .crmSignedIn = m_crm.status().state == LinkState::Connected,
        .wasOpened = held->wasOpened,
        .firstPhase = held->firstPhase,
        .isOwnOrWithheld = card.call.isWithheld || card.call.direction == CallDirection::Internal
            || !number.isLookupWorthy(),
    };
    const auto decided = planMatches(card.call, known, m_settings);
    card.crm = decided.crm;
    card.chosen = decided.chosen;
    card.canCreate = decided.offerCreation && !card.isCreating;
    const bool isMissedWaiting = held->awaitsAddress && decided.why == Reason::TriggerNotReached;
    if (decided.why != Reason::AlreadyOpened && !isMissedWaiting)
        card.why = decided.why;
    if (m_pbx)
        card.actions = m_pbx->actionsFor(card.call);
    if (!card.actions.contains(CallAction::CompleteTransfer))
        card.consulted.clear();
    if (decided.openNow)
        open(*held, m_crm.recordUrl(*decided.openNow), Reason::Popped);
    else if (decided.openSearchPage)
        open(*held, m_crm.searchPageUrl(card.call.remoteNumber), Reason::SearchPageOpened);
    const bool createsNow = decided.createNow && !held->creationAsked;
    held->creationAsked = held->creationAsked || createsNow;
    const CallCard due = card; // a copy: the answer may come before the signal returns
    publish(*held);
    if (createsNow)
        Q_EMIT creationDue(due);
}

bool CallFlow::isAddressUnknown(const QUrl& url) const
{
    return url.isEmpty() && m_crm.status().state != LinkState::Connected;
}

void CallFlow::openWaiting(const CrmStatus& status)
{
    if (m_wasCrmConnected || status.state != LinkState::Connected)
        return;
    const auto ids = m_held.keys();
    for (const auto& id : ids)
        if (const auto* held = find(id); held && held->awaitsAddress)
            plan(id);
}

void CallFlow::open(Held& held, const QUrl& url, Reason why)
{
    held.awaitsAddress = isAddressUnknown(url);
    if (held.awaitsAddress) {
        held.card.why = Reason::CrmSignedOut;
        return; // its moment is kept until Salesforce has told where its pages are
    }
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
    saveSoon(held.card.call.id);
    if (!held.isSilent)
        Q_EMIT cardChanged(CallCard(held.card));
}

CallFlow::Held* CallFlow::find(const CallId& id)
{
    const auto at = m_held.find(id);
    return at == m_held.end() ? nullptr : &*at;
}

} // namespace companion
