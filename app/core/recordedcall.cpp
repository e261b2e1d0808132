// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/recordedcall.h"

#include <algorithm>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    CallResult resultOf(const CallRecord& record, bool isOwnCall)
    {
        switch (record.disposition) {
        case CallRecord::Disposition::Answered:
            return CallResult::Answered;
        case CallRecord::Disposition::NoAnswer:
            return isOwnCall ? CallResult::NoAnswer : CallResult::Missed;
        case CallRecord::Disposition::Busy:
            return isOwnCall ? CallResult::Busy : CallResult::Missed;
        case CallRecord::Disposition::Voicemail:
            return CallResult::Voicemail;
        case CallRecord::Disposition::Failed:
            break;
        }
        return isOwnCall ? CallResult::Failed : CallResult::Missed;
    }

} // namespace

std::optional<Call> callFromRecord(const CallEvent& event, const QString& ownExtension)
{
    if (!event.record || ownExtension.isEmpty())
        return {};
    const auto& record = *event.record;
    const bool isOwnCall = record.from == ownExtension;
    if (!isOwnCall && record.to != ownExtension)
        return {};
    Call call{.id = event.call};
    call.origin = isOwnCall ? CallOrigin::Own : CallOrigin::Remote;
    if (record.type.compare("internal"_L1, Qt::CaseInsensitive) == 0)
        call.direction = CallDirection::Internal;
    else
        call.direction = isOwnCall ? CallDirection::Outbound : CallDirection::Inbound;
    call.phase = CallPhase::Ended;
    call.remoteNumber = isOwnCall ? record.to : record.from;
    call.isWithheld = !isOwnCall && record.from.isEmpty();
    call.extension = ownExtension;
    call.did = record.did;
    call.startedAt = record.startedAt;
    call.endedAt = record.startedAt.addSecs(record.callSeconds);
    call.result = resultOf(record, isOwnCall);
    if (call.result == CallResult::Answered)
        call.answeredAt = call.endedAt.addSecs(-record.talkSeconds);
    // Talking to a machine is talking only for who has called it.
    if (call.result == CallResult::Answered || (isOwnCall && call.result == CallResult::Voicemail))
        call.talkSeconds = record.talkSeconds;
    call.recording = record.recording;
    call.serial = event.serial;
    call.hasRecord = true;
    return call;
}

QList<Call> callsFromRecords(const QList<CallEvent>& events, const QString& ownExtension)
{
    QList<Call> calls;
    for (const auto& event : events) {
        const auto call = callFromRecord(event, ownExtension);
        if (!call)
            continue;
        const auto known = std::find_if(calls.begin(), calls.end(), [&call](const Call& other) {
            return other.id == call->id;
        });
        const auto rank = [](const Call& one) {
            return std::pair(one.result == CallResult::Answered, one.talkSeconds);
        };
        if (known == calls.end())
            calls.append(*call);
        else if (rank(*call) > rank(*known))
            *known = *call;
    }
    std::stable_sort(calls.begin(), calls.end(), [](const Call& one, const Call& other) {
        return one.startedAt < other.startedAt;
    });
    return calls;
}

Call continued(const Call& before, const Call& now)
{
    auto call = now;
    const auto keepText = [](QString& to, const QString& from) {
        if (to.isEmpty())
            to = from;
    };
    keepText(call.remoteName, before.remoteName);
    keepText(call.queue, before.queue);
    keepText(call.did, before.did);
    keepText(call.trunk, before.trunk);
    keepText(call.serial, before.serial);
    keepText(call.recording, before.recording);
    call.placedHere = call.placedHere || before.placedHere;
    call.hasRecord = call.hasRecord || before.hasRecord;
    if (now.hasRecord)
        return call; // the PBX's own times
    const auto keepTime = [](QDateTime& to, const QDateTime& from) {
        if (from.isValid() && (!to.isValid() || from < to))
            to = from;
    };
    keepTime(call.startedAt, before.startedAt);
    if (call.phase != CallPhase::Ringing && call.phase != CallPhase::Dialling)
        keepTime(call.answeredAt, before.answeredAt);
    if (call.isOver() && call.result == CallResult::Answered && call.answeredAt.isValid())
        call.talkSeconds =
            std::max(call.talkSeconds, static_cast<int>(call.answeredAt.secsTo(call.endedAt)));
    return call;
}

Call endedUnseen(Call call, const QDateTime& lastSeen)
{
    if (call.isOver())
        return call;
    const bool wasAnswered = call.answeredAt.isValid();
    call.phase = CallPhase::Ended;
    call.endedAt = lastSeen.isValid() && lastSeen > call.startedAt ? lastSeen : call.startedAt;
    if (wasAnswered) {
        call.result = CallResult::Answered;
        call.endedAt = std::max(call.endedAt, call.answeredAt);
        call.talkSeconds = static_cast<int>(call.answeredAt.secsTo(call.endedAt));
    } else {
        call.result = call.origin == CallOrigin::Own ? CallResult::NoAnswer : CallResult::Missed;
    }
    return call;
}

} // namespace companion
