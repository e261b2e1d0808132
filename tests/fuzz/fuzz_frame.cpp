// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as frames of the event stream, through the parser into one tracker: nothing breaks,
// memory stays bounded, and nobody else's call is shown.
#include "app/core/calltracker.h"
#include "app/pbx/cloudone/frameparser.h"

#include <cstdlib>

using namespace companion;
using namespace companion::pbx::cloudone;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QString own = QStringLiteral("1001");
    static CallTracker tracker(own);
    static const QDateTime now = QDateTime::fromSecsSinceEpoch(1767607200);
    static int rounds = 0;
    const auto text =
        QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto frame = parseFrame(text, now, QTimeZone(7200));
    const auto* event = frame ? std::get_if<CallEvent>(&*frame) : nullptr;
    if (event) {
        if (const auto transition = tracker.apply(*event);
            transition && transition->call.extension != own)
            std::abort();
        for (const auto& leg : event->legs)
            if (leg.number.size() > 200 || leg.channel.size() > 200)
                std::abort();
    }
    constexpr int rest = 500;
    if (++rounds % rest != 0)
        return 0;
    (void)tracker.endAllBut({}, now.addSecs(3600));
    if (!tracker.activeCalls().isEmpty() || tracker.size() > 6000)
        std::abort();
    const auto calls = tracker.calls();
    for (const auto& call : calls)
        tracker.forget(call.id);
    return 0;
}
