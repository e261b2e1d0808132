// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/exchange.h"

#include <utility>

namespace companion::sandbox {

using namespace Qt::StringLiterals;

namespace {

    constexpr int kMostParties = 9; // cloudone-pbx-api.md A6, call/add_member

    void putOnHold(Leg& leg)
    {
        leg.beforeHold = leg.status;
        leg.status = Leg::Status::Hold;
    }

} // namespace

std::optional<Exchange::Consultation> consultationFrom(const QString& word)
{
    if (word == "complete"_L1)
        return Exchange::Consultation::Complete;
    if (word == "abort"_L1)
        return Exchange::Consultation::Abort;
    if (word == "threeway"_L1)
        return Exchange::Consultation::ThreeWay;
    if (word == "swap"_L1)
        return Exchange::Consultation::Swap;
    return std::nullopt;
}

CallOutcome Exchange::hold(const QString& channelId)
{
    int index = -1;
    auto* call = findByChannel(channelId, index);
    if (call == nullptr)
        return {70130, {}};
    if (!call->legs[index].isTalking())
        return {10009, call->id};
    putOnHold(call->legs[index]);
    tell(*call, {index});
    return {0, call->id};
}

CallOutcome Exchange::unhold(const QString& channelId)
{
    int index = -1;
    auto* call = findByChannel(channelId, index);
    if (call == nullptr)
        return {70130, {}};
    auto& leg = call->legs[index];
    if (leg.status != Leg::Status::Hold)
        return {10009, call->id};
    leg.status = leg.beforeHold;
    tell(*call, {index});
    return {0, call->id};
}

CallOutcome Exchange::mute(const QString& channelId, bool muted)
{
    int index = -1;
    auto* call = findByChannel(channelId, index);
    if (call == nullptr)
        return {70130, {}};
    call->legs[index].muted = muted; // no event tells of it
    return {0, call->id};
}

CallOutcome Exchange::toVoicemail(const QString& callId)
{
    auto* call = find(callId);
    if (call == nullptr || call->direction != CallDirection::Inbound)
        return {60001, {}};
    Indexes gone;
    for (int i = 0; i < call->legs.size(); ++i) {
        auto& leg = call->legs[i];
        if (leg.caller) {
            leg.status = Leg::Status::Answered;
        } else if (!leg.isGone()) {
            leg.status = Leg::Status::Bye;
            gone.append(i);
        }
    }
    if (!gone.isEmpty())
        tell(*call, gone);
    call->voicemail = true;
    call->answeredAt = call->now();
    tell(*call, {0});
    tellPhoneStates();
    return {0, callId};
}

CallOutcome Exchange::forward(const QString& callId, const QString& extension,
                              const QString& number)
{
    auto* call = find(callId);
    if (call == nullptr)
        return {60001, {}};
    for (int i = 0; i < call->legs.size(); ++i) {
        auto& leg = call->legs[i];
        if (!leg.isRinging() || leg.number != extension)
            continue;
        leg.status = Leg::Status::Bye;
        tell(*call, {i});
        call->to = number;
        const auto ringing = ring(*call, extension, number);
        tellPhoneStates();
        tell(*call, ringing + Indexes{0}, 30014);
        tell(*call, ringing + Indexes{0});
        return {0, callId};
    }
    return {10009, callId};
}

CallOutcome Exchange::transferBlind(const QString& channelId, const QString& number,
                                    Transferred how)
{
    int moved = -1;
    auto* call = findByChannel(channelId, moved);
    if (call == nullptr)
        return {70130, {}};
    if (!call->answeredAt.isValid() || number.isEmpty())
        return {10009, call->id};
    Indexes leaving;
    for (int i = 0; i < call->legs.size(); ++i) {
        if (i != moved && !call->legs[i].isGone()) {
            call->legs[i].status = Leg::Status::Bye;
            leaving.append(i);
        }
    }
    tell(*call, leaving);
    closePart(*call);
    auto& leg = call->legs[moved];
    leg.caller = true;
    if (leg.status == Leg::Status::Hold)
        leg.status = leg.beforeHold;
    call->to = number;
    const auto ringing = ring(*call, leg.number, number);
    tellPhoneStates();
    // Transfers made through the interface are not reported as 30013 (A4.4).
    if (how == Transferred::OnPhone)
        tell(*call, ringing + Indexes{moved}, 30013);
    tell(*call, ringing + Indexes{moved});
    return {0, call->id};
}

CallOutcome Exchange::consult(const QString& channelId, const QString& number)
{
    int transferor = -1;
    auto* call = findByChannel(channelId, transferor);
    if (call == nullptr)
        return {70130, {}};
    if (!call->answeredAt.isValid() || number.isEmpty())
        return {10009, call->id};
    Indexes changed;
    for (int i = 0; i < call->legs.size(); ++i) {
        if (i != transferor && call->legs[i].isTalking()) {
            putOnHold(call->legs[i]);
            changed.append(i);
        }
    }
    const auto ringing = ring(*call, call->legs[transferor].number, number);
    for (const int i : ringing)
        call->legs[i].consulted = true;
    tellPhoneStates();
    tell(*call, changed + ringing);
    return {0, call->id};
}

CallOutcome Exchange::decideConsultation(const QString& channelId, Consultation decision)
{
    int transferor = -1;
    auto* call = findByChannel(channelId, transferor);
    if (call == nullptr)
        return {70130, {}};
    Indexes consulted;
    Indexes others;
    for (int i = 0; i < call->legs.size(); ++i) {
        if (i != transferor && !call->legs[i].isGone())
            (call->legs[i].consulted ? consulted : others).append(i);
    }
    if (consulted.isEmpty())
        return {10009, call->id};
    decide(*call, transferor, consulted, others, decision);
    tellPhoneStates();
    return {0, call->id};
}

void Exchange::decide(ExchangeCall& call, int transferor, const Indexes& consulted,
                      const Indexes& others, Consultation decision)
{
    const auto release = [&call](const Indexes& which) {
        for (const int i : which) {
            auto& leg = call.legs[i];
            if (leg.status == Leg::Status::Hold)
                leg.status = leg.beforeHold;
        }
    };
    const auto settle = [&call](const Indexes& which) {
        for (const int i : which)
            call.legs[i].consulted = false;
    };
    switch (decision) {
    case Consultation::Complete:
        call.legs[transferor].status = Leg::Status::Bye;
        release(consulted + others);
        settle(consulted);
        tell(call, {transferor});
        closePart(call);
        call.to = call.legs[consulted.first()].number;
        if (call.legs[consulted.first()].isTalking())
            call.answeredAt = call.startedAt;
        tell(call, others + consulted);
        break;
    case Consultation::Abort:
        for (const int i : consulted)
            call.legs[i].status = Leg::Status::Bye;
        release(others);
        tell(call, consulted + others);
        break;
    case Consultation::ThreeWay:
        release(consulted + others);
        settle(consulted);
        tell(call, consulted + others);
        break;
    case Consultation::Swap:
        for (const int i : consulted + others) {
            auto& leg = call.legs[i];
            if (leg.status == Leg::Status::Hold)
                leg.status = leg.beforeHold;
            else if (leg.isTalking())
                putOnHold(leg);
        }
        tell(call, consulted + others);
        break;
    }
}

CallOutcome Exchange::joinConsultation(const QString& callId, const QString& consultationId)
{
    // What a desk phone does: two calls of its own, which the PBX then joins into the first.
    auto* call = find(callId);
    auto* consultation = find(consultationId);
    if (call == nullptr || consultation == nullptr || consultation->legs.size() < 2)
        return {60001, {}};
    auto target = consultation->legs[1];
    const auto transferor = consultation->legs[0].number;
    int own = -1;
    Indexes others;
    for (int i = 0; i < call->legs.size(); ++i) {
        auto& leg = call->legs[i];
        if (leg.side == Leg::Side::Extension && leg.number == transferor && !leg.isGone()) {
            own = i;
        } else if (!leg.isGone()) {
            if (leg.status == Leg::Status::Hold)
                leg.status = leg.beforeHold;
            others.append(i);
        }
    }
    if (own < 0)
        return {10009, callId};
    const Indexes joined{int(call->legs.size())};
    call->legs.append(target);
    call->legs[own].status = Leg::Status::Bye;
    tell(*call, joined + others, 30013);
    tell(*call, joined + others);
    tell(*call, {own});
    closePart(*call);
    call->to = target.number;
    call->answeredAt = call->startedAt;
    end(*consultation, {0, 1}, u"NO ANSWER"_s);
    return {0, callId};
}

CallOutcome Exchange::addMember(const QString& channelId, const QString& number)
{
    int inviter = -1;
    auto* call = findByChannel(channelId, inviter);
    if (call == nullptr)
        return {70130, {}};
    int parties = 0;
    for (const auto& leg : std::as_const(call->legs))
        parties += leg.isGone() ? 0 : 1;
    if (parties >= kMostParties)
        return {70510, call->id};
    if (!call->answeredAt.isValid() || number.isEmpty())
        return {10009, call->id};
    const auto ringing = ring(*call, call->legs[inviter].number, number);
    for (const int i : ringing)
        call->legs[i].invited = true;
    tellPhoneStates();
    tell(*call, ringing);
    return {0, call->id};
}

} // namespace companion::sandbox
