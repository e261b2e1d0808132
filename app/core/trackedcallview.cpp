// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What of a tracked call a person sees: with whom, since when, how it came out.
#include "app/core/legprogress.h"
#include "app/core/trackedcall.h"

#include <algorithm>
#include <cstdlib>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr qint64 zoneDoubtSeconds = 840; // the smallest time zone step, less some drift

    //! Who of several is most likely the one talked to.
    int closeness(LegState state)
    {
        switch (state) {
        case LegState::Talking:
            return 5;
        case LegState::Alerting:
            return 4;
        case LegState::EarlyMedia:
            return 3;
        case LegState::Ringing:
            return 2;
        case LegState::Held:
            return 1;
        case LegState::Gone:
            break;
        }
        return 0;
    }

    bool isBeingCalled(LegState state)
    {
        return state == LegState::Ringing || state == LegState::EarlyMedia;
    }

} // namespace

const TrackedCall::Party* TrackedCall::remoteParty() const
{
    if (m_call.remoteChannel.isEmpty())
        return nullptr;
    for (const auto& party : m_parties)
        if (!party.isOwn && party.leg.channel == m_call.remoteChannel)
            return &party;
    return nullptr;
}

bool TrackedCall::isColleague(const QString& number) const
{
    return std::any_of(m_parties.cbegin(), m_parties.cend(), [&](const Party& party) {
        return !party.isOwn && party.leg.side == LegSide::Extension && party.leg.number == number;
    });
}

bool TrackedCall::hasOther(LegSide side) const
{
    return std::any_of(m_parties.cbegin(), m_parties.cend(), [side](const Party& party) {
        return !party.isOwn && party.leg.side == side;
    });
}

const TrackedCall::Party* TrackedCall::bestRemote() const
{
    // Whoever called, if we were called; whoever is called, if we call. Then by how near they are.
    const bool isOurs = m_call.origin == CallOrigin::Own || m_hasDialled;
    const auto rank = [isOurs](const Party& party) {
        const bool isRightRole = party.isCaller != isOurs;
        return (isLive(party.leg) ? 100 : 0) + (isRightRole ? 10 : 0) + closeness(party.leg.state)
            - (party.leg.state == LegState::Held ? 20 : 0);
    };
    const Party* best = nullptr;
    for (const auto& party : m_parties)
        if (!party.isOwn && (!best || rank(party) > rank(*best)))
            best = &party;
    return best;
}

bool TrackedCall::hasPassedUsBy() const
{
    bool isForUs = false;
    for (const auto& party : m_parties) {
        if (party.isOwn || isLive(party.leg) || party.hasTalked)
            return false;
        isForUs = isForUs || (party.leg.side == LegSide::Inbound && party.leg.otherNumber == m_own);
    }
    return isForUs;
}

bool TrackedCall::hasRecordOfOwnLeg() const
{
    return m_record && (m_record->from == m_own || m_record->to == m_own);
}

bool TrackedCall::isToBeShown(bool isSnapshot) const
{
    if (m_isShown || hasRecordOfOwnLeg())
        return true;
    const auto* own = ownParty();
    if (!own)
        return hasPassedUsBy();
    // A leg first seen as gone is the tail of a call from before; its record tells the rest.
    if (!isLive(own->leg))
        return m_hasRung || m_hasDialled;
    // One leg for each frame: the caller's comes within the same second, or a snapshot does.
    const bool isAlone = !bestRemote() && own->leg.otherNumber.isEmpty() && !own->leg.isWithheld
        && own->leg.name.isEmpty();
    return !isAlone || isSnapshot || own->leg.state == LegState::Talking;
}

void TrackedCall::settle(const QDateTime& at, bool isSnapshot)
{
    m_isShown = isToBeShown(isSnapshot);
    if (!m_isShown)
        return;
    const auto* own = ownParty();
    if (!m_call.startedAt.isValid())
        m_call.startedAt = at;
    if (own) {
        m_call.ownChannel = own->leg.channel;
        if (!own->leg.path.isEmpty())
            m_call.queue = own->leg.path;
    }
    settleDirection();
    if (m_end == End::None || (m_call.remoteNumber.isEmpty() && !m_call.isWithheld))
        settleRemote();
    if (m_end == End::None && (own ? !isLive(own->leg) : hasPassedUsBy()))
        end(End::Legs, at);
    settlePhase(at);
    settleParticipants();
    if (m_end != End::None)
        settleOutcome();
    m_call.goesOn = isWaitingOn();
}

bool TrackedCall::isWaitingOn() const
{
    if (m_end == End::None || m_end == End::Failed || m_hasTalked || m_isCallerDone
        || m_call.origin == CallOrigin::Own || m_call.queue.isEmpty()
        || !m_call.answeredBy.isEmpty())
        return false;
    bool isCallerThere = false;
    for (const auto& party : m_parties) {
        if (party.isOwn || !isLive(party.leg))
            continue;
        if (!party.isCaller && isTalkingOrHeld(party.leg))
            return false; // somebody has taken it
        isCallerThere = isCallerThere || party.isCaller;
    }
    return isCallerThere;
}

bool TrackedCall::looksDialledByUs() const
{
    if (!hasOther(LegSide::Outbound))
        return m_parties.first().isOwn && hasOther(LegSide::Extension);
    const auto outbound =
        std::find_if(m_parties.cbegin(), m_parties.cend(), [](const Party& party) {
            return party.leg.side == LegSide::Outbound && !party.cameWhileTalking;
        });
    return outbound == m_parties.cend() || outbound->leg.otherNumber.isEmpty()
        || outbound->leg.otherNumber == m_own;
}

bool TrackedCall::hasNobodyButTheDialled() const
{
    return std::all_of(m_parties.cbegin(), m_parties.cend(), [](const Party& party) {
        return party.isOwn || party.leg.side == LegSide::Outbound;
    });
}

bool TrackedCall::hasPhoneCalledOut() const
{
    return hasNobodyButTheDialled()
        && std::any_of(m_parties.cbegin(), m_parties.cend(), [this](const Party& party) {
               return !party.isOwn && party.leg.otherNumber == m_own;
           });
}

void TrackedCall::settleDirection()
{
    const bool hasInbound = hasOther(LegSide::Inbound);
    const bool hasOutbound = hasOther(LegSide::Outbound);
    const bool hasColleague = hasOther(LegSide::Extension);
    if (m_call.placedHere) {
        if (hasOutbound)
            m_call.direction = CallDirection::Outbound;
        else if (hasColleague && !hasInbound)
            m_call.direction = CallDirection::Internal;
        return;
    }
    // The own pickup may be told as an answer before anybody is called.
    const bool isOnlyPickedUp = m_call.remoteChannel.isEmpty() && hasPhoneCalledOut();
    if (m_hasTalked && m_call.direction != CallDirection::Internal && !isOnlyPickedUp)
        return; // what comes later is a transfer or a conference
    if (m_parties.isEmpty())
        return; // known from its record alone
    const bool isOwnCall =
        m_hasDialled || hasPhoneCalledOut() || (!m_hasRung && !hasInbound && looksDialledByUs());
    m_call.origin = isOwnCall ? CallOrigin::Own : CallOrigin::Remote;
    if (hasInbound && !isOwnCall)
        m_call.direction = CallDirection::Inbound;
    else if (isOwnCall && hasOutbound)
        m_call.direction = CallDirection::Outbound;
    else if (hasColleague)
        m_call.direction = CallDirection::Internal;
    else
        m_call.direction = isOwnCall ? CallDirection::Outbound : CallDirection::Inbound;
}

void TrackedCall::settleRemote()
{
    const auto* current = remoteParty();
    const auto* best = bestRemote();
    if (!best) {
        const auto* own = ownParty();
        if (own && m_call.remoteNumber.isEmpty()) {
            m_call.isWithheld = own->leg.isWithheld;
            m_call.remoteNumber = own->leg.isWithheld ? QString() : own->leg.otherNumber;
        }
        return;
    }
    const bool isOwnCall = m_call.origin == CallOrigin::Own;
    if (current && isLive(current->leg)) {
        const bool isAnsweredByOther =
            isOwnCall && !isTalkingOrHeld(current->leg) && best->leg.state == LegState::Talking;
        if (!isAnsweredByOther)
            return show(*current);
    }
    if (current && !isLive(best->leg))
        return; // everybody is gone: stay with the last
    // The customer's name stays on the card when a colleague is left over from a conference.
    if (current && current->leg.side != LegSide::Extension && best->leg.side == LegSide::Extension)
        return;
    show(*best);
}

void TrackedCall::show(const Party& remote)
{
    const auto& leg = remote.leg;
    const bool isOwnCall = m_call.origin == CallOrigin::Own;
    if (isOwnCall && leg.side == LegSide::Extension && !leg.path.isEmpty() && !isTalkingOrHeld(leg)
        && isLive(leg) && m_call.remoteChannel.isEmpty()) {
        // A group rings: it was called, not the one of its members who happens to be told first.
        if (!m_call.placedHere)
            m_call.remoteNumber = leg.path;
        return;
    }
    showNumber(leg);
    if (m_call.remoteChannel != leg.channel)
        m_call.remoteName.clear();
    m_call.remoteChannel = leg.channel;
    if (!leg.name.isEmpty() && !leg.isWithheld)
        m_call.remoteName = leg.name;
    m_call.isWithheld = leg.isWithheld;
    if (!leg.trunk.isEmpty())
        m_call.trunk = leg.trunk;
    // A colleague's outside call that was handed to us came from outside, for us.
    if (m_hasTalked && m_call.direction == CallDirection::Internal && !m_call.placedHere
        && leg.side != LegSide::Extension)
        m_call.direction = CallDirection::Inbound;
    if (leg.side == LegSide::Inbound && !leg.otherNumber.isEmpty() && leg.otherNumber != m_own)
        showWhatWasDialled(leg);
}

//! What was dialled here stays as it was dialled, whatever the trunk calls it.
void TrackedCall::showNumber(const Leg& leg)
{
    const bool isDialledHere =
        m_call.placedHere && m_call.remoteChannel.isEmpty() && leg.side == LegSide::Outbound;
    const bool isNew = m_call.remoteChannel != leg.channel && !isDialledHere;
    if (isNew || m_call.remoteNumber.isEmpty())
        m_call.remoteNumber = leg.isWithheld ? QString() : leg.number;
}

void TrackedCall::showWhatWasDialled(const Leg& leg)
{
    constexpr int longestInternal = 6;
    if (leg.otherNumber.size() > longestInternal)
        m_call.did = leg.otherNumber;
    else if (m_call.queue.isEmpty() && !isColleague(leg.otherNumber))
        m_call.queue = leg.otherNumber;
}

CallPhase TrackedCall::livePhase() const
{
    const auto* own = ownParty();
    if (!own)
        return m_call.placedHere ? CallPhase::Dialling : m_call.phase;
    const auto isFarEndTalking = [this] {
        return std::any_of(m_parties.cbegin(), m_parties.cend(), [](const Party& party) {
            return !party.isOwn && !party.isCaller && isTalkingOrHeld(party.leg);
        });
    };
    switch (own->leg.state) {
    case LegState::Held:
        return CallPhase::Held;
    case LegState::Talking:
        // The own phone picked up first; the call is answered when the far end does.
        return m_call.placedHere && !m_hasTalked && !m_hasAlerted && !isFarEndTalking()
            ? CallPhase::Dialling
            : CallPhase::Connected;
    case LegState::Alerting:
    case LegState::EarlyMedia:
        return m_hasTalked || isFarEndTalking() ? CallPhase::Connected : CallPhase::Dialling;
    case LegState::Ringing:
        return m_call.placedHere ? CallPhase::Dialling : CallPhase::Ringing;
    case LegState::Gone:
        break;
    }
    return CallPhase::Ended;
}

void TrackedCall::settlePhase(const QDateTime& at)
{
    if (m_end != End::None) {
        m_call.phase = CallPhase::Ended;
        return;
    }
    m_call.phase = livePhase();
    const bool isTalk = m_call.phase == CallPhase::Connected || m_call.phase == CallPhase::Held;
    if (isTalk && !m_hasTalked) {
        m_hasTalked = true;
        m_call.answeredAt = at;
    }
}

//! Who is in the call besides the two, and who is being called to join it.
void TrackedCall::settleConference()
{
    const auto* remote = remoteParty();
    const bool isRemoteThere =
        !remote || !isLive(remote->leg) || remote->leg.state == LegState::Talking;
    for (const auto& party : m_parties) {
        if (party.isOwn || &party == remote || !m_hasTalked || party.leg.isWithheld)
            continue;
        if (isRemoteThere && party.leg.state == LegState::Talking)
            m_call.participants.append(party.leg.number);
        else if (party.cameWhileTalking && isBeingCalled(party.leg.state))
            m_call.invited.append(party.leg.number);
    }
}

void TrackedCall::settleParticipants()
{
    m_call.participants.clear();
    m_call.invited.clear();
    if (m_end == End::None)
        return settleConference();
    const auto* remote = remoteParty();
    if (m_end != End::Legs || !m_hasTalked || (remote && !isLive(remote->leg)))
        return;
    for (const auto& party : m_parties)
        if (!party.isOwn && &party != remote && party.cameWhileTalking && isLive(party.leg))
            m_call.transferredTo = party.leg.number;
}

CallResult TrackedCall::resultOfFailure(const QString& reason)
{
    if (reason.contains(u"busy"_s, Qt::CaseInsensitive))
        return CallResult::Busy;
    if (reason.startsWith(u"603"_s) || reason.contains(u"declin"_s, Qt::CaseInsensitive))
        return CallResult::Declined;
    if (reason.startsWith(u"408"_s))
        return CallResult::NoAnswer;
    return CallResult::Failed;
}

CallResult TrackedCall::unansweredOutcome() const
{
    if (!m_call.failure.isEmpty())
        return resultOfFailure(m_call.failure);
    if (m_record && m_record->disposition == CallRecord::Disposition::Busy)
        return CallResult::Busy;
    if (m_record && m_record->disposition == CallRecord::Disposition::Failed)
        return CallResult::Failed;
    return CallResult::NoAnswer;
}

CallResult TrackedCall::outcome() const
{
    using Disposition = CallRecord::Disposition;
    const bool isOwnCall = m_call.origin == CallOrigin::Own;
    if (m_record && m_record->disposition == Disposition::Voicemail && (isOwnCall || !m_hasTalked))
        return CallResult::Voicemail;
    if (m_hasTalked)
        return CallResult::Answered;
    const bool isAnswered = m_record && m_record->disposition == Disposition::Answered;
    if (isOwnCall)
        return isAnswered ? CallResult::Answered : unansweredOutcome();
    if (!m_call.answeredBy.isEmpty())
        return CallResult::AnsweredElsewhere;
    if (isAnswered)
        return m_record->to == m_own ? CallResult::Answered : CallResult::AnsweredElsewhere;
    // A phone that has rung is busy for one reason only.
    const bool isRefused = m_hasRung && m_record && m_record->to == m_own
        && m_record->disposition == Disposition::Busy;
    return m_isDeclined || isRefused ? CallResult::Declined : CallResult::Missed;
}

//! Where nobody but us was ever seen: the phone was busy, we came too late, or another program had
//! our phone ring to call out.
void TrackedCall::settleUnseen(const CallRecord& record)
{
    const bool isAlone = std::all_of(m_parties.cbegin(), m_parties.cend(),
                                     [](const Party& party) { return party.isOwn; });
    const bool isOwnCall = record.from == m_own;
    const bool isUnseen = isAlone || (isOwnCall && hasNobodyButTheDialled());
    if (!isUnseen || m_call.placedHere || !hasRecordOfOwnLeg())
        return;
    m_call.origin = isOwnCall ? CallOrigin::Own : CallOrigin::Remote;
    m_call.direction = isOwnCall ? CallDirection::Outbound : CallDirection::Inbound;
    if (record.type.compare("internal"_L1, Qt::CaseInsensitive) == 0)
        m_call.direction = CallDirection::Internal;
    if (!isOwnCall && record.from.isEmpty())
        m_call.isWithheld = true;
}

void TrackedCall::settleByRecord(const CallRecord& record)
{
    m_call.hasRecord = true;
    if (m_call.remoteNumber.isEmpty() && !m_call.isWithheld)
        m_call.remoteNumber = m_call.origin == CallOrigin::Own ? record.to : record.from;
    if (!record.recording.isEmpty())
        m_call.recording = record.recording;
    if (m_call.did.isEmpty())
        m_call.did = record.did;
}

void TrackedCall::settleOutcome()
{
    if (!m_hasTalked && m_call.origin == CallOrigin::Remote)
        for (const auto& party : m_parties)
            if (!party.isOwn && !party.isCaller && party.answeredAfterOwn
                && (party.leg.side == LegSide::Extension || m_isForwarded))
                m_call.answeredBy = party.leg.number;
    if (m_record) {
        settleUnseen(*m_record);
        settleByRecord(*m_record);
    }
    m_call.result = outcome();
    settleTimes();
}

void TrackedCall::settleTimes()
{
    const bool isAnswered = m_call.result == CallResult::Answered
        || (m_call.result == CallResult::Voicemail && m_call.origin == CallOrigin::Own);
    m_call.talkSeconds = 0;
    if (isAnswered && m_call.answeredAt.isValid() && m_call.endedAt.isValid())
        m_call.talkSeconds = static_cast<int>(
            std::max<qint64>(0, (m_call.answeredAt.msecsTo(m_call.endedAt) + 500) / 1000));
    // Whoever answers or is handed the call talks on our record's time: then our clock counts.
    if (!m_record || m_call.result == CallResult::AnsweredElsewhere
        || (!m_call.transferredTo.isEmpty() && !m_isRecordOfOurPart))
        return;
    if (isAnswered && m_record->disposition != CallRecord::Disposition::NoAnswer)
        m_call.talkSeconds = m_record->talkSeconds;
    const auto& start = m_record->startedAt;
    if (!start.isValid())
        return;
    const auto apart = std::abs(start.secsTo(m_call.startedAt));
    if (m_isSeenFromStart && !m_parties.isEmpty() && apart > zoneDoubtSeconds)
        return; // the PBX's time zone was read wrongly; its seconds still count
    m_call.startedAt = start;
    m_call.endedAt = start.addSecs(m_record->callSeconds);
    if (isAnswered)
        m_call.answeredAt = m_call.endedAt.addSecs(-m_call.talkSeconds);
}

} // namespace companion
