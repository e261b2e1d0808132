// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <functional>

namespace companion::bench {

//! Processor time of this thread in ms.
inline double workOfThisThread()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

//! \brief How long this thread's event loop is kept from its next turn, in ms: by its own work, and
//! by the clock, in which other programs have their part.
class Turns
{
public:
    Turns()
    {
        QObject::connect(&m_turn, &QTimer::timeout, &m_turn, [this] {
            m_longestWork = std::max(m_longestWork, workOfThisThread() - m_worked);
            m_longestGap =
                std::max(m_longestGap, static_cast<double>(m_clock.nsecsElapsed()) / 1e6);
            begin();
        });
        m_turn.start(0);
        begin();
    }
    [[nodiscard]] double longestWork() const { return m_longestWork; }
    [[nodiscard]] double longestGap() const { return m_longestGap; }

private:
    void begin()
    {
        m_worked = workOfThisThread();
        m_clock.restart();
    }
    QTimer m_turn; // of no time: at each turn of the event loop
    QElapsedTimer m_clock;
    double m_worked = 0;
    double m_longestWork = 0;
    double m_longestGap = 0;
};

//! The event loop as the program runs it, until \p isDone or \p limit; whether it is done.
inline bool runUntil(const std::function<bool()>& isDone, std::chrono::milliseconds limit)
{
    QEventLoop loop;
    QTimer look;
    QElapsedTimer since;
    since.start();
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isDone() || since.elapsed() > limit.count())
            loop.quit();
    });
    look.start(std::chrono::milliseconds(10));
    loop.exec();
    return isDone();
}

inline void runFor(std::chrono::milliseconds time)
{
    (void)runUntil([] { return false; }, time);
}

} // namespace companion::bench
