// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/calltracker.h"

#include <algorithm>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype maxOthers = 4000; // calls of other extensions that may still become ours
    constexpr qsizetype maxEndedIds = 500;
    constexpr qsizetype internalDigits = 5; // a guess until the legs tell

    bool isLive(const Leg& leg)
    {
        return leg.state != LegState::Gone;
    }

    bool isTalking(const Leg& leg)
    {
        return leg.state == LegState::Talking || leg.state == LegState::Held;
    }

    //! Result of a call that could not be set up, from the PBX's own words (A4.5; matched loosely).
    CallResult resultOfFailure(const QString& reason)
    {
        const auto says = [&reason](QLatin1StringView word) {
            return reason.contains(word, Qt::CaseInsensitive);
        };
        if (says("busy"_L1) || says("486"_L1))
            return CallResult::Busy;
        if (says("decline"_L1) || says("603"_L1))
            return CallResult::Declined;
        if (says("408"_L1) || says("no answer"_L1))
            return CallResult::NoAnswer;
        return CallResult::Failed;
    }

    CallResult resultOf(CallRecord::Disposition disposition, bool isCaller, bool hasTalked)
    {
        switch (disposition) {
        case CallRecord::Disposition::Answered:
            return CallResult::Answered;
        case CallRecord::Disposition::Voicemail:
            return CallResult::Voicemail;
        case CallRecord::Disposition::Busy:
            return isCaller ? CallResult::Busy : CallResult::Missed;
        case CallRecord::Disposition::Failed:
            return isCaller ? CallResult::Failed : CallResult::Missed;
        case CallRecord::Disposition::NoAnswer:
            break;
        }
        if (hasTalked)
            return CallResult::Answered;
        return isCaller ? CallResult::NoAnswer : CallResult::Missed;
    }

} // namespace

CallTracker::CallTracker(QString ownExtension) : m_ownExtension(std::move(ownExtension)) {}

void CallTracker::setOwnExtension(const QString& number)
{
    if (number == m_ownExtension)
        return;
    clear();
    m_ownExtension = number;
}

bool CallTracker::isOwn(const Leg& leg) const
{
    return leg.side == LegSide::Extension && leg.number == m_ownExtension;
}

QList<Leg> CallTracker::liveLegs(const Tracked& tracked, bool own) const
{
    QList<Leg> legs;
    for (const auto& leg : tracked.legs)
        if (isLive(leg) && isOwn(leg) == own)
            legs.append(leg);
    // Trunks before extensions, those that talk before those that ring; then by channel, so that
    // the order does not depend on the hash.
    std::sort(legs.begin(), legs.end(), [](const Leg& a, const Leg& b) {
        const auto rank = [](const Leg& leg) {
            return (leg.side == LegSide::Extension ? 2 : 0) + (isTalking(leg) ? 0 : 1);
        };
        return rank(a) != rank(b) ? rank(a) < rank(b) : a.channel < b.channel;
    });
    return legs;
}

std::optional<CallTransition> CallTracker::apply(const CallEvent& event)
{
    if (event.call.isEmpty() || m_ended.contains(event.call) || m_ownExtension.isEmpty())
        return {};
    const bool isKnown = m_calls.contains(event.call);
    const bool bringsLegs =
        event.kind != CallEvent::Kind::Ended && event.kind != CallEvent::Kind::Vanished;
    if (!isKnown
        && (!bringsLegs || (event.kind == CallEvent::Kind::Failed && event.legs.isEmpty())))
        return {}; // the tail of a call that began before us, or another's
    auto& tracked = m_calls[event.call];
    tracked.call.id = event.call;
    if (!event.serial.isEmpty())
        tracked.call.serial = event.serial;
    if (!isKnown)
        m_others.append(event.call);
    const bool wasOurs = tracked.isOurs;

    std::optional<CallTransition> transition;
    switch (event.kind) {
    case CallEvent::Kind::Ended:
        transition = applyRecord(tracked, event);
        break;
    case CallEvent::Kind::Failed:
        mergeLegs(tracked, event);
        transition = applyFailure(tracked, event);
        break;
    case CallEvent::Kind::Vanished:
        if (tracked.isOurs && !tracked.call.isOver()) {
            const auto from = tracked.call.phase;
            end(tracked, event.at);
            transition = CallTransition{
                .cause = CallTransition::Cause::Ended, .from = from, .call = tracked.call};
        }
        break;
    case CallEvent::Kind::Snapshot:
        tracked.legs.clear(); // all there is; what is not named has gone
        [[fallthrough]];
    case CallEvent::Kind::Legs:
    case CallEvent::Kind::Transferred:
    case CallEvent::Kind::Forwarded:
        mergeLegs(tracked, event);
        transition = settle(tracked, event, !wasOurs);
        break;
    }
    if (!tracked.isOurs)
        prune(event.call);
    else if (!wasOurs)
        m_others.removeOne(event.call);
    return transition;
}

void CallTracker::mergeLegs(Tracked& tracked, const CallEvent& event) const
{
    for (const auto& leg : event.legs) {
        const QString key = leg.channel.isEmpty()
            ? QString::number(static_cast<int>(leg.side)) + leg.number
            : leg.channel;
        auto& kept = tracked.legs[key];
        const bool wasGone =
            kept.channel == leg.channel && !kept.channel.isEmpty() && kept.state == LegState::Gone;
        const auto earlier = std::exchange(kept, leg);
        if (wasGone)
            kept.state = LegState::Gone; // a channel never comes back: this frame was late
        if (earlier.state == LegState::Talking && !wasGone
            && (leg.state == LegState::Ringing || leg.state == LegState::Alerting)
            && earlier.channel == leg.channel && !earlier.channel.isEmpty())
            kept.state = earlier.state; // nor does it ring again after it was answered
        if (kept.path.trimmed().isEmpty())
            kept.path = earlier.path;
        if (kept.name.isEmpty())
            kept.name = earlier.name;
        if (isOwn(kept)) {
            tracked.isOurs = true;
            tracked.call.extension = m_ownExtension;
            tracked.call.ownChannel = kept.channel;
            if (kept.state == LegState::Alerting || kept.state == LegState::EarlyMedia)
                tracked.isCaller = true;
        }
    }
}

CallPhase CallTracker::phaseOf(const Tracked& tracked) const
{
    const auto own = liveLegs(tracked, true);
    if (own.isEmpty())
        return CallPhase::Ended;
    const auto others = liveLegs(tracked, false);
    const auto any = [](const QList<Leg>& legs, auto test) {
        return std::any_of(legs.cbegin(), legs.cend(), test);
    };
    const bool ownTalks = any(own, isTalking);
    const bool otherTalks = any(others, isTalking);
    const bool isHeld = any(own, [](const Leg& leg) { return leg.state == LegState::Held; })
        || (others.size() == 1 && others.constFirst().state == LegState::Held);
    if (tracked.isCaller) {
        // The own phone is "answered" as soon as it is picked up; we talk when the other side does.
        const bool otherStillRings = !others.isEmpty() && !otherTalks;
        if ((ownTalks && !otherStillRings && (!tracked.call.placedHere || otherTalks))
            || otherTalks)
            return isHeld ? CallPhase::Held : CallPhase::Connected;
        return CallPhase::Dialling;
    }
    if (ownTalks)
        return isHeld ? CallPhase::Held : CallPhase::Connected;
    return CallPhase::Ringing;
}

void CallTracker::describeRemote(Tracked& tracked) const
{
    auto& call = tracked.call;
    auto others = liveLegs(tracked, false);
    if (others.isEmpty() && call.remoteChannel.isEmpty())
        for (const auto& leg : std::as_const(tracked.legs))
            if (!isOwn(leg))
                others.append(leg); // gone already, but it tells who it was
    for (const auto& leg : std::as_const(tracked.legs)) {
        if (leg.path.trimmed().isEmpty() || !call.queue.isEmpty())
            continue;
        if (isOwn(leg) || leg.side == LegSide::Inbound)
            call.queue = leg.path.trimmed();
    }
    if (others.isEmpty())
        return;
    const auto current = std::find_if(others.cbegin(), others.cend(), [&call](const Leg& leg) {
        return leg.channel == call.remoteChannel;
    });
    const bool keep =
        current != others.cend() && (isTalking(*current) || !isTalking(others.constFirst()));
    const auto& leg = keep ? *current : others.constFirst();
    call.remoteChannel = leg.channel;
    call.remoteNumber = leg.isWithheld ? QString() : leg.number;
    call.isWithheld = leg.isWithheld;
    call.remoteName = leg.name;
    if (!leg.trunk.isEmpty())
        call.trunk = leg.trunk;
    switch (leg.side) {
    case LegSide::Inbound:
        call.direction = CallDirection::Inbound;
        if (leg.otherNumber != m_ownExtension && leg.otherNumber != call.queue)
            call.did = leg.otherNumber;
        break;
    case LegSide::Outbound:
        call.direction = tracked.isCaller ? CallDirection::Outbound : call.direction;
        break;
    case LegSide::Extension: {
        const bool hasTrunk =
            std::any_of(tracked.legs.cbegin(), tracked.legs.cend(),
                        [](const Leg& one) { return one.side != LegSide::Extension; });
        if (!hasTrunk)
            call.direction = CallDirection::Internal;
        break;
    }
    }
    call.participants.clear();
    for (const auto& other : std::as_const(others))
        if (other.channel != leg.channel && isTalking(other) && isTalking(leg))
            call.participants.append(other.number);
}

std::optional<CallTransition> CallTracker::settle(Tracked& tracked, const CallEvent& event,
                                                  bool isNew)
{
    if (!tracked.isOurs)
        return {};
    auto& call = tracked.call;
    const Call before = call;
    const auto phase = phaseOf(tracked);
    if (isNew) {
        call.startedAt = event.at;
        call.phase = phase;
    } else if (call.isOver() && phase != CallPhase::Ended
               && (tracked.isSettledByRecord || call.result == CallResult::Failed)) {
        return {}; // frames that come after the PBX has closed the call
    }
    if (call.isOver() && !isNew && phase != CallPhase::Ended) {
        // A queue rings the agent a second time: the same call, alive again.
        call.endedAt = {};
        call.result = CallResult::None;
        call.talkSeconds = 0;
    }
    call.phase = phase;
    call.origin = tracked.isCaller ? CallOrigin::Own : CallOrigin::Remote;
    describeRemote(tracked);
    if (event.kind == CallEvent::Kind::Transferred || event.kind == CallEvent::Kind::Forwarded)
        for (const auto& leg : event.legs)
            if (!isOwn(leg) && leg.state == LegState::Ringing
                && leg.channel != before.remoteChannel)
                call.transferredTo = leg.number;
    const bool talks = phase == CallPhase::Connected || phase == CallPhase::Held;
    if (talks && !tracked.hasTalked) {
        tracked.hasTalked = true;
        call.answeredAt = event.at;
    }
    if (phase == CallPhase::Ended)
        end(tracked, event.at);
    if (isNew)
        return CallTransition{
            .cause = CallTransition::Cause::Appeared, .from = call.phase, .call = call};
    if (call == before)
        return {};
    const auto cause = call.isOver() && !before.isOver() ? CallTransition::Cause::Ended
                                                         : CallTransition::Cause::Progressed;
    return CallTransition{.cause = cause, .from = before.phase, .call = call};
}

void CallTracker::end(Tracked& tracked, const QDateTime& at) const
{
    auto& call = tracked.call;
    call.phase = CallPhase::Ended;
    const auto others = liveLegs(tracked, false);
    call.goesOn = !others.isEmpty() && !tracked.isSettledByRecord;
    if (!call.endedAt.isValid())
        call.endedAt = at;
    if (call.hasRecord || call.result == CallResult::Failed || call.result == CallResult::Busy)
        return;
    const auto answering =
        std::find_if(tracked.legs.cbegin(), tracked.legs.cend(), [this](const Leg& leg) {
            return leg.side == LegSide::Extension && !isOwn(leg) && isTalking(leg);
        });
    if (tracked.hasTalked) {
        call.result = CallResult::Answered;
        call.talkSeconds =
            static_cast<int>(std::max<qint64>(0, call.answeredAt.secsTo(call.endedAt)));
    } else if (tracked.isCaller) {
        call.result = CallResult::NoAnswer;
    } else if (tracked.wasDeclined) {
        call.result = CallResult::Declined;
    } else if (answering != tracked.legs.cend()
               && (call.direction == CallDirection::Inbound || !call.queue.isEmpty())) {
        call.result = CallResult::AnsweredElsewhere;
        call.answeredBy = answering->number;
    } else if (call.result == CallResult::None) {
        call.result = CallResult::Missed;
    }
}

std::optional<CallTransition> CallTracker::applyRecord(Tracked& tracked, const CallEvent& event)
{
    if (!tracked.isOurs || !event.record)
        return {};
    auto& call = tracked.call;
    const auto& record = *event.record;
    const bool namesUs = record.from == m_ownExtension || record.to == m_ownExtension;
    const bool namesAnother =
        !namesUs && std::any_of(tracked.legs.cbegin(), tracked.legs.cend(), [&](const Leg& leg) {
            return leg.side == LegSide::Extension && !isOwn(leg) && leg.number == record.to;
        });
    const bool wasOver = call.isOver();
    if (namesAnother && !wasOver && !liveLegs(tracked, true).isEmpty())
        return {}; // a part of the call that others had; we are still in it
    const Call before = call;
    tracked.isSettledByRecord = true;
    call.hasRecord = true;
    if (!wasOver)
        end(tracked, event.at);
    call.goesOn = false;
    call.recording = record.recording.isEmpty() ? call.recording : record.recording;
    const bool isAnsweredByOther = record.disposition == CallRecord::Disposition::Answered
        && !tracked.hasTalked && !tracked.isCaller && record.to != m_ownExtension;
    if (isAnsweredByOther) {
        call.result = CallResult::AnsweredElsewhere;
        call.answeredBy = namesAnother ? record.to : call.answeredBy;
    } else if (!tracked.wasDeclined && call.result != CallResult::Failed
               && call.result != CallResult::Busy) {
        call.result = resultOf(record.disposition, tracked.isCaller, tracked.hasTalked);
    }
    if (call.result == CallResult::Answered && (namesUs || !namesAnother)) {
        call.talkSeconds = record.talkSeconds;
        if (record.callSeconds > 0 && call.startedAt.isValid() && !call.answeredAt.isValid())
            call.answeredAt =
                call.startedAt.addSecs(std::max(0, record.callSeconds - record.talkSeconds));
    }
    if (!record.did.isEmpty())
        call.did = record.did;
    if (call == before)
        return {};
    return CallTransition{.cause = wasOver ? CallTransition::Cause::RecordArrived
                                           : CallTransition::Cause::Ended,
                          .from = before.phase,
                          .call = call};
}

std::optional<CallTransition> CallTracker::applyFailure(Tracked& tracked, const CallEvent& event)
{
    if (!tracked.isOurs || tracked.hasTalked)
        return {}; // a consultation that failed does not end the talk
    auto& call = tracked.call;
    const Call before = call;
    call.failure = event.reason;
    if (tracked.isCaller)
        call.result = resultOfFailure(event.reason);
    for (auto& leg : tracked.legs)
        leg.state = LegState::Gone;
    const auto result = call.result;
    end(tracked, event.at);
    if (tracked.isCaller)
        call.result = result;
    call.goesOn = false;
    if (call == before)
        return {};
    return CallTransition{.cause = before.isOver() ? CallTransition::Cause::Progressed
                                                   : CallTransition::Cause::Ended,
                          .from = before.phase,
                          .call = call};
}

std::optional<CallTransition> CallTracker::expectOutgoing(const CallId& id, const QString& number,
                                                          const QDateTime& now)
{
    if (id.isEmpty() || m_ended.contains(id))
        return {};
    auto& tracked = m_calls[id];
    auto& call = tracked.call;
    const Call before = call;
    const bool isNew = !tracked.isOurs;
    if (isNew)
        m_others.removeOne(id);
    tracked.isOurs = true;
    tracked.isCaller = true;
    call.id = id;
    call.placedHere = true;
    call.origin = CallOrigin::Own;
    call.extension = m_ownExtension;
    if (!call.startedAt.isValid())
        call.startedAt = now;
    if (call.remoteNumber.isEmpty())
        call.remoteNumber = number;
    if (isNew || call.direction == CallDirection::Inbound)
        call.direction =
            number.size() <= internalDigits ? CallDirection::Internal : CallDirection::Outbound;
    if (tracked.legs.isEmpty()) {
        call.phase = CallPhase::Dialling;
    } else if (!call.isOver()) {
        call.phase = phaseOf(tracked);
        describeRemote(tracked);
    }
    if (call == before)
        return {};
    return CallTransition{.cause = isNew ? CallTransition::Cause::Appeared
                                         : CallTransition::Cause::Progressed,
                          .from = before.phase,
                          .call = call};
}

QList<CallTransition> CallTracker::endAllBut(const QSet<CallId>& alive, const QDateTime& now)
{
    QList<CallTransition> ended;
    const auto ids = m_calls.keys();
    for (const auto& id : ids) {
        auto& tracked = m_calls[id];
        if (alive.contains(id) || (tracked.isOurs && tracked.call.isOver()))
            continue;
        if (!tracked.isOurs) {
            m_calls.remove(id);
            m_others.removeOne(id);
            continue;
        }
        const auto from = tracked.call.phase;
        for (auto& leg : tracked.legs)
            leg.state = LegState::Gone;
        end(tracked, now);
        ended.append({.cause = CallTransition::Cause::Ended, .from = from, .call = tracked.call});
    }
    return ended;
}

std::optional<Call> CallTracker::call(const CallId& id) const
{
    const auto at = m_calls.constFind(id);
    return at == m_calls.cend() || !at->isOurs ? std::nullopt : std::optional(at->call);
}

QList<Call> CallTracker::calls() const
{
    QList<Call> calls;
    for (const auto& tracked : m_calls)
        if (tracked.isOurs)
            calls.append(tracked.call);
    std::sort(calls.begin(), calls.end(), [](const Call& a, const Call& b) {
        return a.startedAt != b.startedAt ? a.startedAt < b.startedAt : a.id < b.id;
    });
    return calls;
}

QList<Call> CallTracker::activeCalls() const
{
    auto active = calls();
    active.removeIf([](const Call& call) { return call.isOver(); });
    return active;
}

void CallTracker::setMuted(const CallId& id, bool muted)
{
    if (const auto at = m_calls.find(id); at != m_calls.end())
        at->call.isMuted = muted;
}

void CallTracker::noteDeclined(const CallId& id)
{
    if (const auto at = m_calls.find(id);
        at != m_calls.end() && at->call.phase == CallPhase::Ringing)
        at->wasDeclined = true;
}

void CallTracker::forget(const CallId& id)
{
    if (m_calls.remove(id) == 0)
        return;
    m_others.removeOne(id);
    m_ended.append(id);
    if (m_ended.size() > maxEndedIds)
        m_ended.remove(0, m_ended.size() - maxEndedIds);
}

void CallTracker::clear()
{
    m_calls.clear();
    m_others.clear();
    m_ended.clear();
}

qsizetype CallTracker::size() const
{
    return m_calls.size();
}

//! Other people's calls are kept only while they may still ring here.
void CallTracker::prune(const CallId& id)
{
    const auto at = m_calls.constFind(id);
    const bool isGone = std::all_of(at->legs.cbegin(), at->legs.cend(),
                                    [](const Leg& leg) { return !isLive(leg); });
    if (isGone) {
        m_calls.erase(at);
        m_others.removeOne(id);
    }
    while (m_others.size() > maxOthers)
        m_calls.remove(m_others.takeFirst());
}

} // namespace companion
