// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/addresswatch.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace companion::platform {

//! \brief Tells when open connections can't be trusted any more.
//!
//! After sleep (logind's PrepareForSleep on Linux; elsewhere the clock check), after the network or
//! this computer's addresses changed (a VPN that comes or goes), and when wall clock and steady
//! clock have drifted apart. checkClock() is called by whoever wakes up anyway (the heartbeats), so
//! that watching costs no wake-up of its own.
class WakeWatch : public QObject
{
    Q_OBJECT

public:
    explicit WakeWatch(QObject* parent = nullptr);

    void checkClock();
    //! What checkClock() does once both clocks are read: \p wall shows now, \p steady has gone
    //! since the last time.
    void checkClockAt(const QDateTime& wall, std::chrono::milliseconds steady);
    //! Whether the wall clock has gone so differently from the steady one that there was a sleep,
    //! or that it was set.
    static bool hasJumped(std::chrono::milliseconds wall, std::chrono::milliseconds steady);

Q_SIGNALS:
    void awakened(); //!< connect again now
    void goingToSleep();

private Q_SLOTS:
    void onPrepareForSleep(bool start);

private:
    void watchNetwork();
    void rememberClock(const QDateTime& wall);

    QElapsedTimer m_steady;
    QDateTime m_wall;
    QTimer m_settling; //!< a network that changes does so several times in a row
    AddressWatch m_addresses;
};

} // namespace companion::platform
