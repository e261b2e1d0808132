// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Call events parsed and tracked, as they come off the socket: how many a second on one core, how
// long a burst of a whole PBX takes, and what 10,000 calls leave behind in memory.
#include "app/core/calltracker.h"
#include "app/pbx/cloudone/frameparser.h"
#include "tests/bench/pbxframes.h"

#include <QFile>

#include <algorithm>
#include <cstdio>
#include <ctime>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

using namespace companion;
using companion::bench::framesOfCall;
using namespace Qt::StringLiterals;

namespace {

const QString ownExtension = u"1001"_s;
const QTimeZone zone(7200);

//! What the session and the call flow do with a frame, up to the transition.
bool take(CallTracker& tracker, const QString& text, const QDateTime& now)
{
    const auto read = pbx::cloudone::parseFrame(text, now, zone);
    const auto* event = read ? std::get_if<CallEvent>(&*read) : nullptr;
    return event && tracker.apply(*event);
}

double secondsSince(std::clock_t begun)
{
    return static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
}

void print(const char* name, double value, const char* unit)
{
    std::printf("%s %.*f %s\n", name, value < 100 ? 2 : 0, value, unit);
}

//! A working day of a PBX with 1,000 extensions, of which one is ours; the calls overlap.
void measureRate()
{
    constexpr int calls = 20000;
    constexpr int atOnce = 200;
    QList<QStringList> open;
    QStringList stream;
    for (int i = 0; i < calls; ++i) {
        const bool isOurs = i % 100 == 0;
        open.append(framesOfCall(i, isOurs ? ownExtension : QString::number(2000 + i % 1000)));
        if (open.size() < atOnce && i + 1 < calls)
            continue;
        for (bool isMore = true; isMore;) {
            isMore = false;
            for (auto& frames : open) {
                if (frames.isEmpty())
                    continue;
                stream.append(frames.takeFirst());
                isMore = true;
            }
        }
        open.clear();
    }
    const auto now = QDateTime::currentDateTime();
    double best = 0;
    for (int round = 0; round < 3; ++round) {
        CallTracker tracker(ownExtension);
        const auto begun = std::clock();
        for (const auto& text : std::as_const(stream))
            (void)take(tracker, text, now);
        best = std::max(best, static_cast<double>(stream.size()) / secondsSince(begun));
    }
    print("call_events_per_second", best, "1/s");
}

//! Everything that 1,000 extensions tell in the same moment: the longest that one frame takes the
//! thread, and the whole of it.
void measureBurst()
{
    QStringList stream;
    for (int i = 0; i < 1000; ++i)
        stream += framesOfCall(i, QString::number(1001 + i));
    std::stable_sort(stream.begin(), stream.end(), [](const QString& one, const QString& other) {
        return one.contains(u"RING"_s) && !other.contains(u"RING"_s);
    });
    CallTracker tracker(ownExtension);
    const auto now = QDateTime::currentDateTime();
    const auto begun = std::clock();
    for (const auto& text : std::as_const(stream))
        (void)take(tracker, text, now);
    print("burst_of_1000_extensions", 1000 * secondsSince(begun), "ms");
    print("burst_frames", static_cast<double>(stream.size()), "frames");
}

double heapMegabytes()
{
#if defined(__GLIBC__)
    return static_cast<double>(mallinfo2().uordblks) / (1024 * 1024);
#else
    return 0;
#endif
}

void measureGrowth()
{
    CallTracker tracker(ownExtension);
    const auto now = QDateTime::currentDateTime();
    const auto play = [&](int from, int to) {
        for (int i = from; i < to; ++i) {
            const auto frames =
                framesOfCall(i, i % 2 == 0 ? ownExtension : QString::number(2000 + i % 1000));
            const bool isCut = i % 7 == 0; // the end of some is lost
            for (const auto& text : isCut ? frames.mid(0, 3) : frames)
                (void)take(tracker, text, now);
            if (i % 7 == 0)
                (void)tracker.endAllBut({}, now.addSecs(60));
            const auto calls = tracker.calls();
            for (const auto& call : calls)
                tracker.forget(call.id);
        }
    };
    play(0, 5000); // up to what it always keeps
    const double before = heapMegabytes();
    play(5000, 15000);
    print("growth_over_10000_calls", heapMegabytes() - before, "MB");
    print("calls_remembered_after_15000", static_cast<double>(tracker.size()), "calls");
}

} // namespace

int main()
{
    measureRate();
    measureBurst();
    measureGrowth();
    return 0;
}
