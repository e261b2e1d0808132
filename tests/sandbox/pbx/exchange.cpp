// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/exchange.h"

#include <QJsonArray>
#include <QTimer>

#include <array>
#include <utility>

namespace companion::sandbox {

using namespace Qt::StringLiterals;

namespace {

    // The reasons are the vendor's, spelling included (cloudone-pbx-api.md A4.5).
    constexpr std::array kFailures{
        std::pair{"5550404", "404 NOT found"},
        std::pair{"5550408", "408 Request Time"},
        std::pair{"5550410", "410 Gone"},
        std::pair{"5550480", "480 Temporatily Unavailable"},
        std::pair{"5550484", "484 Address incomplete"},
        std::pair{"5550486", "486 Busy here"},
        std::pair{"5550603", "603 Declined"},
        std::pair{"5550017", "User Busy"},
        std::pair{"5550018", "DND"},
        std::pair{"5550019", "NO Outbound Restrictin"},
        std::pair{"5550020", "Line Unreachable"},
        std::pair{"5550034", "Circuit/channel congestion"},
    };

    QString statusForReason(const QString& reason)
    {
        if (reason.contains("busy"_L1, Qt::CaseInsensitive) || reason.startsWith("603"_L1))
            return u"BUSY"_s;
        if (reason.startsWith("408"_L1) || reason.startsWith("480"_L1))
            return u"NO ANSWER"_s;
        return u"FAILED"_s;
    }

} // namespace

QString failureOf(const QString& number)
{
    for (const auto& [ending, reason] : kFailures) {
        if (number.endsWith(QLatin1StringView(ending)))
            return QString::fromLatin1(reason);
    }
    return {};
}

Exchange::Exchange(Office& office, QObject* parent) : QObject(parent), m_office(office) {}

void Exchange::setPickUpDelays(int ownPhoneMs, int farEndMs)
{
    m_ownPhoneMs = ownPhoneMs;
    m_farEndMs = farEndMs;
}

void Exchange::setUtcOffset(int seconds)
{
    m_utcOffset = seconds;
}

void Exchange::setRecording(bool everyCall)
{
    m_recordsEveryCall = everyCall;
}

void Exchange::clear()
{
    m_calls.clear();
    m_phoneStates.clear();
}

const QMap<QString, ExchangeCall>& Exchange::calls() const
{
    return m_calls;
}

void Exchange::advanceClock(const QString& callId, qint64 ms)
{
    if (auto* call = find(callId))
        call->virtualMs += ms;
}

QString Exchange::channelOf(const QString& callId, const QString& extension) const
{
    const auto call = m_calls.value(callId);
    for (const auto& leg : call.legs) {
        const bool wanted = extension.isEmpty()
            ? leg.side != Leg::Side::Extension
            : leg.side == Leg::Side::Extension && leg.number == extension;
        if (wanted && !leg.isGone())
            return leg.channelId;
    }
    return {};
}

QString Exchange::nextCallId()
{
    return QString::number(QDateTime::currentSecsSinceEpoch()) + u'.'
        + QString::number(++m_callSequence);
}

ExchangeCall& Exchange::open(CallDirection direction, const QString& id, const FrameShape& shape)
{
    auto& call = m_calls[id];
    call.id = id;
    call.direction = direction;
    call.shape = shape;
    call.recorded = m_recordsEveryCall;
    call.startedAt = call.now();
    return call;
}

Leg Exchange::extensionLeg(const QString& number, Leg::Status status)
{
    Leg leg;
    leg.number = number;
    leg.status = status;
    leg.channelId = u"PJSIP/%1-%2"_s.arg(number).arg(++m_channelSequence, 8, 16, QChar(u'0'));
    return leg;
}

Leg Exchange::trunkLeg(Leg::Side side, const QString& from, const QString& to, const Trunk& trunk)
{
    Leg leg;
    leg.side = side;
    leg.status = side == Leg::Side::Inbound ? Leg::Status::Alert : Leg::Status::Ring;
    leg.number = side == Leg::Side::Inbound ? from : to;
    leg.from = from;
    leg.to = to;
    leg.trunk = trunk.name;
    leg.channelId = u"PJSIP/trunk-%1-endpoint-%2"_s.arg(trunk.name)
                        .arg(++m_channelSequence, 8, 16, QChar(u'0'));
    return leg;
}

Exchange::Indexes Exchange::ring(ExchangeCall& call, const QString& from, const QString& target)
{
    Indexes ringing;
    const auto add = [&](const Leg& leg) {
        ringing.append(int(call.legs.size()));
        call.legs.append(leg);
    };
    if (const auto* group = m_office.group(target)) {
        for (const auto& member : group->members) {
            if (member == from)
                continue;
            auto leg = extensionLeg(member, Leg::Status::Ring);
            leg.callPath = group->number;
            add(leg);
        }
        call.callPath = group->number;
    } else if (m_office.extension(target) != nullptr) {
        add(extensionLeg(target, Leg::Status::Ring));
    } else {
        const auto trunk = m_office.trunk(call.targetTrunk);
        call.targetTrunk = trunk.name;
        add(trunkLeg(Leg::Side::Outbound, from, target, trunk));
    }
    return ringing;
}

CallOutcome Exchange::place(const CallOrder& order)
{
    const auto* group = m_office.group(order.via.isEmpty() ? order.to : order.via);
    const auto target = group != nullptr ? group->number : order.to;
    const bool fromOutside = order.direction == CallDirection::Inbound;
    if (!fromOutside && m_office.extension(order.from) == nullptr)
        return {60001, {}};
    if (order.direction != CallDirection::Outbound && group == nullptr
        && m_office.extension(target) == nullptr)
        return {60001, {}};

    auto& call = open(order.direction, nextCallId(), order.shape);
    call.from = order.from;
    call.to = target;
    call.name = order.name;
    call.recorded = call.recorded || order.recorded;
    call.phoneBusy = order.toBusyPhone;
    if (fromOutside) {
        const auto trunk = m_office.trunk(order.trunk);
        call.sourceTrunk = trunk.name;
        call.did = order.did.isEmpty() ? trunk.did : order.did;
        call.legs.append(trunkLeg(Leg::Side::Inbound, order.from, target, trunk));
    } else {
        call.targetTrunk = order.direction == CallDirection::Outbound ? order.trunk : QString();
        call.legs.append(extensionLeg(order.from, Leg::Status::Alert));
    }
    call.legs.first().caller = true;
    Indexes changed{0};
    if (!order.toBusyPhone)
        changed += ring(call, order.from, target);
    tellPhoneStates();
    tell(call, changed);
    const auto id = call.id;
    if (order.direction == CallDirection::Outbound && !failureOf(target).isEmpty())
        failLater(id, failureOf(target));
    return {0, id};
}

CallOutcome Exchange::dial(const QString& caller, const QString& callee, const QString& permission,
                           bool autoAnswer, const FrameShape& shape)
{
    if (m_office.extension(caller) == nullptr)
        return {60001, {}};
    const bool inside = m_office.extension(callee) != nullptr || m_office.group(callee) != nullptr;
    // Calls that come from the interface were seen with six digits after the point (A4.2).
    const auto id = u"%1.%2"_s.arg(QDateTime::currentSecsSinceEpoch())
                        .arg(++m_callSequence, 6, 10, QChar(u'0'));
    auto& call = open(inside ? CallDirection::Internal : CallDirection::Outbound, id, shape);
    call.from = caller;
    call.to = callee;
    call.permission = permission.isEmpty() ? caller : permission;
    const auto* permitted = m_office.extension(call.permission);
    if (!inside && (permitted == nullptr || !permitted->dialsOut)) {
        failLater(id, u"NO Dial Permission"_s);
        return {0, id};
    }
    call.awaitsOwnPickUp = true;
    call.legs.append(extensionLeg(caller, Leg::Status::Ring));
    call.legs.first().caller = true;
    // The answer to call/dial is on its way before the first event.
    QTimer::singleShot(0, this, [this, id] {
        if (const auto* dialled = find(id)) {
            tellPhoneStates();
            tell(*dialled, {0});
        }
    });
    const int pickUpMs = autoAnswer ? 1 : m_ownPhoneMs;
    if (pickUpMs >= 0)
        QTimer::singleShot(pickUpMs, this, [this, id, caller] { answer(id, caller); });
    return {0, id};
}

void Exchange::ringDialled(ExchangeCall& call)
{
    call.awaitsOwnPickUp = false;
    call.legs.first().status = Leg::Status::Alert;
    const auto changed = Indexes{0} + ring(call, call.from, call.to);
    tellPhoneStates();
    tell(call, changed);
    const auto id = call.id;
    if (const auto reason = failureOf(call.to); !reason.isEmpty())
        failLater(id, reason);
    else if (m_farEndMs >= 0)
        QTimer::singleShot(m_farEndMs, this, [this, id] { answer(id); });
}

void Exchange::failLater(const QString& callId, const QString& reason)
{
    QTimer::singleShot(20, this, [this, callId, reason] { fail(callId, reason); });
}

ExchangeCall* Exchange::find(const QString& callId)
{
    const auto found = m_calls.find(callId);
    return found == m_calls.end() ? nullptr : &*found;
}

ExchangeCall* Exchange::findByChannel(const QString& channelId, int& index)
{
    for (auto& call : m_calls) {
        index = call.indexOfChannel(channelId);
        if (index >= 0)
            return &call;
    }
    return nullptr;
}

CallOutcome Exchange::answer(const QString& callId, const QString& extension)
{
    auto* call = find(callId);
    if (call == nullptr)
        return {60001, {}};
    int winner = -1;
    for (int i = 0; i < call->legs.size() && winner < 0; ++i) {
        const auto& leg = call->legs[i];
        if (leg.isRinging() && (extension.isEmpty() || leg.number == extension))
            winner = i;
    }
    if (winner < 0)
        return {10009, callId};
    if (call->awaitsOwnPickUp) {
        ringDialled(*call);
        return {0, callId};
    }
    Indexes changed;
    Indexes losers;
    for (int i = 0; i < call->legs.size(); ++i) {
        auto& leg = call->legs[i];
        if (i == winner) {
            leg.status = Leg::Status::Answer;
            changed.append(i);
        } else if (leg.status == Leg::Status::Alert) {
            leg.status = Leg::Status::Answered;
            changed.append(i);
        } else if (leg.isRinging() && !leg.callPath.isEmpty()) {
            call->rangOnly.append(leg.number);
            leg.status = Leg::Status::Bye;
            losers.append(i);
        } else if (leg.caller && !leg.isGone()) {
            changed.append(i);
        }
    }
    if (!call->legs[winner].consulted && !call->legs[winner].invited) {
        if (!call->answeredAt.isValid())
            call->answeredAt = call->now();
        if (call->legs[winner].side == Leg::Side::Extension)
            call->to = call->legs[winner].number;
    }
    tell(*call, changed);
    if (!losers.isEmpty())
        tell(*call, losers);
    tellPhoneStates();
    return {0, callId};
}

CallOutcome Exchange::decline(const QString& callId, const QString& extension)
{
    auto* call = find(callId);
    if (call == nullptr)
        return {60001, {}};
    for (int i = 0; i < call->legs.size(); ++i) {
        const auto& leg = call->legs[i];
        if (!leg.isRinging() || (!extension.isEmpty() && leg.number != extension))
            continue;
        if (call->awaitsOwnPickUp || leg.side == Leg::Side::Outbound)
            return fail(callId, u"603 Declined"_s);
        leave(*call, i, leg.callPath.isEmpty() ? u"BUSY"_s : u"NO ANSWER"_s);
        return {0, callId};
    }
    return {10009, callId};
}

CallOutcome Exchange::hangUp(const QString& callId, Party by)
{
    auto* call = find(callId);
    if (call == nullptr)
        return {60001, {}};
    Indexes callers;
    Indexes callees;
    for (int i = 0; i < call->legs.size(); ++i) {
        if (!call->legs[i].isGone())
            (call->legs[i].caller ? callers : callees).append(i);
    }
    // A caller who gives up is told last (sequence S2); otherwise who hangs up goes first.
    const bool callerFirst = by == Party::Caller && call->answeredAt.isValid();
    end(*call, callerFirst ? callers + callees : callees + callers,
        call->phoneBusy ? u"BUSY"_s : u"NO ANSWER"_s);
    return {0, callId};
}

CallOutcome Exchange::hangUpChannel(const QString& channelId)
{
    int index = -1;
    auto* call = findByChannel(channelId, index);
    if (call == nullptr)
        return {70130, {}};
    const auto id = call->id;
    leave(*call, index, u"NO ANSWER"_s);
    return {0, id};
}

void Exchange::leave(ExchangeCall& call, int index, const QString& unansweredStatus)
{
    Indexes others;
    for (int i = 0; i < call.legs.size(); ++i) {
        if (i != index && !call.legs[i].isGone())
            others.append(i);
    }
    const bool callerGivesUp = call.legs[index].caller && !call.answeredAt.isValid();
    if (others.size() < 2 || callerGivesUp) {
        end(call, Indexes{index} + others, unansweredStatus);
        return;
    }
    if (call.legs[index].isRinging())
        call.rangOnly.append(call.legs[index].number);
    call.legs[index].status = Leg::Status::Bye;
    tell(call, {index});
    tellPhoneStates();
}

CallOutcome Exchange::earlyMedia(const QString& callId)
{
    auto* call = find(callId);
    if (call == nullptr)
        return {60001, {}};
    for (int i = 0; i < call->legs.size(); ++i) {
        if (call->legs[i].side == Leg::Side::Outbound && call->legs[i].isRinging()) {
            call->legs[i].status = Leg::Status::EarlyMedia;
            tell(*call, {i});
            return {0, callId};
        }
    }
    return {10009, callId};
}

CallOutcome Exchange::fail(const QString& callId, const QString& reason)
{
    auto* call = find(callId);
    if (call == nullptr)
        return {60001, {}};
    QJsonArray members;
    Indexes all;
    for (int i = 0; i < call->legs.size(); ++i) {
        auto leg = call->legs[i];
        if (leg.isGone())
            continue;
        leg.status = Leg::Status::Bye;
        all.append(i);
        if (leg.side == Leg::Side::Extension)
            members.append(leg.json(call->shape));
    }
    const QJsonValue told = members.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(members);
    const QJsonObject message{{u"call_id"_s, callId}, {u"reason"_s, reason}, {u"members"_s, told}};
    Q_EMIT happened({30015, message, call->shape, 0});
    if (all.isEmpty())
        m_calls.remove(callId); // nothing ever rang, so there is nothing to record
    else
        end(*call, all, statusForReason(reason));
    return {0, callId};
}

} // namespace companion::sandbox
