// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/wakewatch.h"

#include "app/core/logging.h"

#include <QNetworkInformation>

#if defined(Q_OS_LINUX)
#include <QDBusConnection>
#endif

namespace companion::platform {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

    constexpr milliseconds jump{5000};
    constexpr milliseconds settling{300};

} // namespace

WakeWatch::WakeWatch(QObject* parent) : QObject(parent)
{
    rememberClock(QDateTime::currentDateTimeUtc());
#if defined(Q_OS_LINUX)
    QDBusConnection::systemBus().connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                                         u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s,
                                         this, SLOT(onPrepareForSleep(bool)));
#endif
    m_settling.setSingleShot(true);
    connect(&m_settling, &QTimer::timeout, this, &WakeWatch::awakened);
    watchNetwork();
}

void WakeWatch::watchNetwork()
{
    const auto changed = [this] {
        m_settling.start(settling);
    };
    connect(&m_addresses, &AddressWatch::changed, this, changed);
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    auto* network = QNetworkInformation::instance();
    connect(network, &QNetworkInformation::reachabilityChanged, this,
            [changed](QNetworkInformation::Reachability reachability) {
                if (reachability != QNetworkInformation::Reachability::Disconnected)
                    changed();
            });
    // From the cable to the Wi-Fi one stays reachable all the time.
    connect(network, &QNetworkInformation::transportMediumChanged, this, changed);
}

void WakeWatch::rememberClock(const QDateTime& wall)
{
    m_steady.start();
    m_wall = wall;
}

bool WakeWatch::hasJumped(milliseconds wall, milliseconds steady)
{
    const auto drift = wall - steady;
    return drift >= jump || drift <= -jump;
}

void WakeWatch::checkClock()
{
    checkClockAt(QDateTime::currentDateTimeUtc(), milliseconds(m_steady.elapsed()));
}

void WakeWatch::checkClockAt(const QDateTime& wall, milliseconds steady)
{
    const milliseconds gone(m_wall.msecsTo(wall));
    rememberClock(wall);
    if (!hasJumped(gone, steady))
        return;
    qCInfo(lcPlatform) << "the clock jumped: connecting again";
    Q_EMIT awakened();
}

void WakeWatch::onPrepareForSleep(bool start)
{
    if (start) {
        Q_EMIT goingToSleep();
        return;
    }
    rememberClock(QDateTime::currentDateTimeUtc());
    Q_EMIT awakened();
}

} // namespace companion::platform
