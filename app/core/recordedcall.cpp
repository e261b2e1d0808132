// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/recordedcall.h"

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
    call.extension = ownExtension;
    call.did = record.did;
    call.startedAt = record.startedAt;
    call.endedAt = record.startedAt.addSecs(record.callSeconds);
    call.result = resultOf(record, isOwnCall);
    if (call.result == CallResult::Answered)
        call.answeredAt = call.endedAt.addSecs(-record.talkSeconds);
    call.talkSeconds = record.talkSeconds;
    call.recording = record.recording;
    call.serial = event.serial;
    call.hasRecord = true;
    return call;
}

} // namespace companion
