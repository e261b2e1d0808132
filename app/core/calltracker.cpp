// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/calltracker.h"

#include <algorithm>

namespace companion {

namespace {

    constexpr std::size_t maxStrangers = 1000; // others' calls at one time, on a large PBX
    constexpr std::size_t maxForgotten = 2000;
    constexpr qint64 graceOfExpectedMs = 10000; // for the PBX to know what it was asked to place

    bool isOwnRecord(const CallEvent& event, const QString& own)
    {
        return event.record && (event.record->from == own || event.record->to == own);
    }

} // namespace

CallTracker::CallTracker(QString ownExtension) : m_ownExtension(std::move(ownExtension)) {}

void CallTracker::setOwnExtension(const QString& number)
{
    if (number == m_ownExtension)
        return;
    m_ownExtension = number;
    clear();
}

TrackedCall& CallTracker::track(const CallId& id)
{
    const auto [at, isNew] =
        m_calls.try_emplace(id, Entry{TrackedCall(id, m_ownExtension), m_nextOrder});
    if (isNew) {
        m_strangers.emplace_back(m_nextOrder, id);
        ++m_nextOrder;
    }
    return at->second.call;
}

std::optional<CallTransition> CallTracker::apply(const CallEvent& event)
{
    if (event.call.isEmpty() || m_ownExtension.isEmpty() || m_forgotten.contains(event.call))
        return {};
    auto known = m_calls.find(event.call);
    if (known == m_calls.end()) {
        const bool isTail =
            std::all_of(event.legs.cbegin(), event.legs.cend(), [this](const Leg& leg) {
                return leg.state == LegState::Gone
                    && !(leg.side == LegSide::Extension && leg.number == m_ownExtension);
            });
        const bool isWorthKnowing = event.kind == CallEvent::Kind::Failed
            || (event.kind == CallEvent::Kind::Ended ? isOwnRecord(event, m_ownExtension)
                                                     : !isTail);
        if (!isWorthKnowing)
            return {};
    }
    auto& tracked = track(event.call);
    const bool wasShown = tracked.isShown();
    const Call before = tracked.call();
    tracked.take(event);
    if (tracked.isOthersAndOver() && event.kind != CallEvent::Kind::Failed)
        m_calls.erase(event.call);
    boundStrangers();
    return transition(event.call, wasShown, before);
}

std::optional<CallTransition> CallTracker::transition(const CallId& id, bool wasShown,
                                                      const Call& before)
{
    const auto known = m_calls.find(id);
    if (known == m_calls.end() || !known->second.call.isShown())
        return {};
    const Call& call = known->second.call.call();
    using Cause = CallTransition::Cause;
    if (!wasShown)
        return CallTransition{.cause = Cause::Appeared, .from = call.phase, .call = call};
    if (call == before)
        return {};
    auto cause = Cause::Progressed;
    if (call.isOver() && !before.isOver())
        cause = Cause::Ended;
    else if (call.isOver() && call.hasRecord && !before.hasRecord)
        cause = Cause::RecordArrived;
    return CallTransition{.cause = cause, .from = before.phase, .call = call};
}

void CallTracker::boundStrangers()
{
    const auto isStranger = [this](const std::pair<quint64, CallId>& entry) {
        const auto known = m_calls.find(entry.second);
        return known != m_calls.end() && known->second.order == entry.first
            && !known->second.call.isShown();
    };
    if (m_strangers.size() <= 2 * maxStrangers)
        return;
    std::erase_if(m_strangers, [&](const auto& entry) { return !isStranger(entry); });
    while (m_strangers.size() > maxStrangers) {
        m_calls.erase(m_strangers.front().second);
        m_strangers.pop_front();
    }
}

std::optional<CallTransition> CallTracker::expectOutgoing(const CallId& id, const QString& number,
                                                          const QDateTime& now)
{
    if (id.isEmpty() || m_forgotten.contains(id))
        return {};
    auto& tracked = track(id);
    const bool wasShown = tracked.isShown();
    const Call before = tracked.call();
    tracked.expectOutgoing(number, now);
    return transition(id, wasShown, before);
}

QList<CallTransition> CallTracker::endAllBut(const QSet<CallId>& alive, const QDateTime& now)
{
    QList<CallTransition> ended;
    for (const auto& call : calls()) {
        if (call.isOver() && !call.goesOn)
            continue;
        auto& tracked = m_calls.at(call.id).call;
        const bool isYoung =
            tracked.isOnlyExpected() && call.startedAt.msecsTo(now) < graceOfExpectedMs;
        if (alive.contains(call.id) || isYoung)
            continue;
        tracked.vanish(now);
        if (const auto change = transition(call.id, true, call))
            ended.append(*change);
    }
    return ended;
}

std::optional<Call> CallTracker::call(const CallId& id) const
{
    const auto known = m_calls.find(id);
    if (known == m_calls.end() || !known->second.call.isShown())
        return {};
    return known->second.call.call();
}

QList<Call> CallTracker::calls() const
{
    QList<const Entry*> shown;
    for (const auto& [id, entry] : m_calls)
        if (entry.call.isShown())
            shown.append(&entry);
    std::sort(shown.begin(), shown.end(),
              [](const Entry* one, const Entry* other) { return one->order < other->order; });
    QList<Call> calls;
    for (const auto* entry : shown)
        calls.append(entry->call.call());
    return calls;
}

QList<Call> CallTracker::activeCalls() const
{
    auto active = calls();
    active.removeIf([](const Call& call) { return call.isOver(); });
    return active;
}

bool CallTracker::isOnlyExpected(const CallId& id) const
{
    const auto known = m_calls.find(id);
    return known != m_calls.end() && known->second.call.isOnlyExpected()
        && !known->second.call.call().isOver();
}

void CallTracker::setMuted(const CallId& id, bool muted)
{
    if (const auto known = m_calls.find(id); known != m_calls.end())
        known->second.call.setMuted(muted);
}

void CallTracker::setDeclined(const CallId& id, bool declined)
{
    if (const auto known = m_calls.find(id); known != m_calls.end())
        known->second.call.setDeclined(declined);
}

void CallTracker::forget(const CallId& id)
{
    if (m_calls.erase(id) == 0 || m_forgotten.contains(id))
        return;
    m_forgotten.insert(id);
    m_forgottenOrder.push_back(id);
    while (m_forgottenOrder.size() > maxForgotten) {
        m_forgotten.remove(m_forgottenOrder.front());
        m_forgottenOrder.pop_front();
    }
}

void CallTracker::clear()
{
    m_calls.clear();
    m_strangers.clear();
    m_forgotten.clear();
    m_forgottenOrder.clear();
}

qsizetype CallTracker::size() const
{
    return static_cast<qsizetype>(m_calls.size()) + m_forgotten.size();
}

} // namespace companion
