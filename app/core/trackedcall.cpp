// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/trackedcall.h"

#include "app/core/legprogress.h"

#include <algorithm>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    bool isBetter(const CallRecord& candidate, const CallRecord& known)
    {
        const bool isAnswered = candidate.disposition == CallRecord::Disposition::Answered;
        if (isAnswered != (known.disposition == CallRecord::Disposition::Answered))
            return isAnswered;
        return candidate.talkSeconds > known.talkSeconds;
    }

    //! What a later frame leaves out stays known.
    void keepKnown(Leg& next, const Leg& known)
    {
        const auto keep = [](QString& to, const QString& from) {
            if (to.isEmpty())
                to = from;
        };
        keep(next.number, known.number);
        keep(next.otherNumber, known.otherNumber);
        keep(next.name, known.name);
        keep(next.trunk, known.trunk);
        keep(next.path, known.path);
        next.isWithheld = next.isWithheld || known.isWithheld;
    }

} // namespace

TrackedCall::TrackedCall(const CallId& id, const QString& ownExtension)
    : m_call{.id = id, .extension = ownExtension}, m_own(ownExtension)
{}

void TrackedCall::take(const CallEvent& event)
{
    if (!event.serial.isEmpty())
        m_call.serial = event.serial;
    switch (event.kind) {
    case CallEvent::Kind::Forwarded:
        m_isForwarded = true;
        [[fallthrough]];
    case CallEvent::Kind::Legs:
    case CallEvent::Kind::Snapshot:
    case CallEvent::Kind::Transferred:
        mergeAll(event);
        break;
    case CallEvent::Kind::Vanished:
        vanish(event.at);
        return;
    case CallEvent::Kind::Ended:
        takeRecord(event);
        break;
    case CallEvent::Kind::Failed:
        takeFailure(event);
        break;
    }
    settle(event.at, event.kind == CallEvent::Kind::Snapshot);
}

void TrackedCall::mergeAll(const CallEvent& event)
{
    const bool isSnapshot = event.kind == CallEvent::Kind::Snapshot;
    const auto known = m_parties.size();
    bool hasOwnLegMoved = false;
    bool isNewOwnLeg = false;
    for (const auto& leg : event.legs) {
        const auto before = m_parties.size();
        const bool hasMoved = merge(leg, isSnapshot);
        const bool isOwn = leg.side == LegSide::Extension && leg.number == m_own;
        if (isOwn && hasMoved && isLive(leg)) {
            hasOwnLegMoved = true;
            isNewOwnLeg = isNewOwnLeg || m_parties.size() > before;
        }
        hasOwnLegMoved = hasOwnLegMoved || (isSnapshot && isOwn && isLive(leg));
    }
    if (isSnapshot) {
        if (known == 0)
            m_isSeenFromStart = false;
        for (auto& party : m_parties)
            if (std::none_of(event.legs.cbegin(), event.legs.cend(),
                             [&](const Leg& leg) { return leg.channel == party.leg.channel; }))
                party.leg.state = LegState::Gone;
    }
    reviveOn(isNewOwnLeg, hasOwnLegMoved);
}

void TrackedCall::noteOwn(LegState state)
{
    m_hasRung = m_hasRung || state == LegState::Ringing;
    m_hasDialled = m_hasDialled || state == LegState::Alerting;
}

//! Whether the leg is new, or in another state than it was.
bool TrackedCall::merge(const Leg& leg, bool isSnapshot)
{
    const auto at = std::find_if(m_parties.begin(), m_parties.end(), [&](const Party& party) {
        return party.leg.channel == leg.channel
            && (!leg.channel.isEmpty()
                || (party.leg.side == leg.side && party.leg.number == leg.number));
    });
    const bool isOwn = leg.side == LegSide::Extension && leg.number == m_own;
    const bool ownIsIn = std::any_of(m_parties.cbegin(), m_parties.cend(),
                                     [](const Party& party) { return party.isOwn; });
    if (isOwn)
        noteOwn(leg.state);
    const bool isCalling = leg.side == LegSide::Inbound || leg.state == LegState::Alerting;
    if (at == m_parties.end()) {
        m_parties.append({.leg = leg,
                          .isOwn = isOwn,
                          .isCaller = isCalling,
                          .cameWhileTalking = m_hasTalked,
                          .hasTalked = isTalkingOrHeld(leg),
                          .answeredAfterOwn = ownIsIn && leg.state == LegState::Talking});
        return true;
    }
    auto& known = *at;
    known.isCaller = known.isCaller || isCalling;
    known.hasTalked = known.hasTalked || isTalkingOrHeld(leg);
    if (!isLive(known.leg))
        return false; // late: this leg is over
    const bool isBack = progress(leg.state) < progress(known.leg.state);
    // call/dial may tell ANSWER at the own pickup and ALERT while the far end rings (A5, S5).
    const bool isOwnPickup = isOwn && m_call.placedHere && !m_hasTalked
        && known.leg.state == LegState::Talking && leg.state == LegState::Alerting;
    auto next = leg;
    if (isBack && !isSnapshot && !isOwnPickup)
        next.state = known.leg.state;
    if (isOwn && known.leg.state == LegState::Alerting && next.state == LegState::Talking)
        m_hasAlerted = true;
    if (ownIsIn && next.state == LegState::Talking && !isTalkingOrHeld(known.leg))
        known.answeredAfterOwn = true;
    keepKnown(next, known.leg);
    const bool hasMoved = next.state != known.leg.state;
    known.leg = next;
    return hasMoved;
}

void TrackedCall::reviveOn(bool isNewOwnLeg, bool hasOwnLegMoved)
{
    bool isAlive = false;
    switch (m_end) {
    case End::None:
    case End::Failed:
        break;
    case End::Legs: // a queue rings again, or a transfer comes back: on a new channel
        isAlive = isNewOwnLeg;
        break;
    case End::Vanished: // the PBX's answer was older than this frame
        isAlive = hasOwnLegMoved;
        break;
    case End::Record:
        isAlive = isNewOwnLeg && !hasRecordOfTheWhole();
        break;
    }
    if (!isAlive)
        return;
    m_end = End::None;
    m_isDeclined = false; // of an earlier ring
    m_isCallerDone = false;
    m_call.endedAt = {};
    m_call.result = CallResult::None;
    m_call.hasRecord = false;
}

bool TrackedCall::hasRecordOfTheWhole() const
{
    return m_record && m_record->disposition != CallRecord::Disposition::NoAnswer;
}

bool TrackedCall::isRecordOurs(const CallRecord& record) const
{
    if (record.from == m_own || record.to == m_own)
        return true;
    // Not of another agent's leg: then it is of the call as a whole (queue number, DID, …).
    return std::none_of(m_parties.cbegin(), m_parties.cend(), [&](const Party& party) {
        return !party.isOwn && party.leg.side == LegSide::Extension && !party.isCaller
            && (party.leg.number == record.to || party.leg.number == record.from);
    });
}

//! Another's share of the call: who answered, and that no more is to come of ours.
void TrackedCall::takeRecordOfAnother(const CallRecord& record)
{
    if (m_end == End::None || !m_isShown)
        return;
    const bool wasInBefore =
        std::any_of(m_parties.cbegin(), m_parties.cend(), [&](const Party& party) {
            return party.leg.number == record.to && isTalkingOrHeld(party.leg)
                && !party.answeredAfterOwn;
        });
    const bool isElsewhere = !m_hasTalked && m_hasRung && !m_call.placedHere && !wasInBefore
        && record.disposition == CallRecord::Disposition::Answered;
    if (isElsewhere)
        m_call.answeredBy = record.to;
    if (isElsewhere || !m_call.transferredTo.isEmpty())
        m_call.hasRecord = true;
}

bool TrackedCall::isOfEarlierLeg(const CallRecord& record)
{
    const bool isAnswered = record.disposition == CallRecord::Disposition::Answered;
    for (auto& party : m_parties) {
        if (!party.isOwn || isLive(party.leg))
            continue;
        if (!party.record && party.hasTalked == isAnswered)
            party.record = record;
        if (party.record == record) // now, or a frame that is doubled
            return true;
    }
    return false;
}

void TrackedCall::takeRecord(const CallEvent& event)
{
    if (!event.record)
        return;
    const auto& record = *event.record;
    if (!isRecordOurs(record))
        return takeRecordOfAnother(record);
    if (!m_record || isBetter(record, *m_record))
        m_record = record;
    const bool isAnswered = record.disposition == CallRecord::Disposition::Answered;
    const bool isOfOwnLeg = record.from == m_own || record.to == m_own;
    const bool isOfEarlier = isOfOwnLeg && isOfEarlierLeg(record);
    m_isCallerDone = m_isCallerDone || !isOfOwnLeg;
    // Written while the others still talk, it tells of our part of a call that was passed on.
    if (isOfOwnLeg && std::any_of(m_parties.cbegin(), m_parties.cend(), [](const Party& party) {
            return !party.isOwn && isLive(party.leg);
        }))
        m_isRecordOfOurPart = true;
    // A record of an earlier ring, or of our part before a transfer came back, comes late and ends
    // no later one.
    if (m_end == End::None && isOfOwnLeg && !isOfEarlier && isAnswered >= m_hasTalked) {
        for (auto& party : m_parties)
            if (party.isOwn)
                party.leg.state = LegState::Gone;
        end(End::Record, event.at);
    }
}

void TrackedCall::takeFailure(const CallEvent& event)
{
    m_call.failure = event.reason.left(120);
    mergeAll(event);
    // The own phone's refusal ends its own leg; that of another says nothing of ours.
    const auto* own = ownParty();
    const bool hasOwnLeg =
        std::any_of(event.legs.cbegin(), event.legs.cend(), [this](const Leg& leg) {
            return leg.side == LegSide::Extension && leg.number == m_own;
        });
    if (hasOwnLeg && m_hasRung && own && !isLive(own->leg)
        && resultOfFailure(m_call.failure) == CallResult::Declined)
        m_isDeclined = true;
    const bool isOwnAttempt = m_call.placedHere || m_hasDialled || !m_hasRung;
    if (m_end == End::None && isOwnAttempt && !m_hasTalked)
        end(End::Failed, event.at);
}

void TrackedCall::expectOutgoing(const QString& number, const QDateTime& now)
{
    m_call.placedHere = true;
    m_call.origin = CallOrigin::Own;
    const bool isLikeOwn = !number.isEmpty() && number.size() == m_own.size()
        && std::all_of(number.cbegin(), number.cend(), [](QChar c) { return c.isDigit(); });
    m_call.direction = isLikeOwn ? CallDirection::Internal : CallDirection::Outbound;
    m_call.remoteNumber = number;
    m_call.remoteChannel.clear();
    m_isShown = true;
    m_hasRung = false;
    if (!m_call.startedAt.isValid())
        m_call.startedAt = now;
    if (m_call.phase == CallPhase::Ringing)
        m_call.phase = CallPhase::Dialling;
    settle(now, false);
}

void TrackedCall::vanish(const QDateTime& now)
{
    if (m_end == End::None)
        end(End::Vanished, now);
    m_isCallerDone = true;
    settle(now, false);
}

void TrackedCall::end(End how, const QDateTime& at)
{
    m_end = how;
    if (!m_call.endedAt.isValid())
        m_call.endedAt = at;
}

bool TrackedCall::isOthersAndOver() const
{
    return !m_isShown && std::none_of(m_parties.cbegin(), m_parties.cend(), [](const Party& party) {
        return party.isOwn || isLive(party.leg);
    });
}

const TrackedCall::Party* TrackedCall::ownParty() const
{
    const Party* best = nullptr;
    for (const auto& party : m_parties)
        if (party.isOwn
            && (!best
                || (isLive(party.leg) && progress(party.leg.state) > progress(best->leg.state))
                || !isLive(best->leg)))
            best = &party;
    return best;
}

} // namespace companion
