// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>

namespace companion::platform {

//! \brief Tells when open connections can't be trusted any more.
//!
//! After sleep (logind's PrepareForSleep on Linux; elsewhere the clock check), after the network
//! changed, and when wall clock and steady clock have drifted apart. checkClock() is called by
//! whoever wakes up anyway (the heartbeats), so that watching costs no wake-up of its own.
class WakeWatch : public QObject
{
    Q_OBJECT

public:
    explicit WakeWatch(QObject* parent = nullptr);

    void checkClock();

Q_SIGNALS:
    void awakened(); //!< connect again now
    void goingToSleep();

private Q_SLOTS:
    void onPrepareForSleep(bool start);

private:
    void rememberClock();

    QElapsedTimer m_steady;
    QDateTime m_wall;
};

} // namespace companion::platform
