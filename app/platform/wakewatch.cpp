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

namespace {

    constexpr qint64 jumpMilliseconds = 5000;

} // namespace

WakeWatch::WakeWatch(QObject* parent) : QObject(parent)
{
    rememberClock();
#if defined(Q_OS_LINUX)
    QDBusConnection::systemBus().connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                                         u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s,
                                         this, SLOT(onPrepareForSleep(bool)));
#endif
    if (QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        auto* network = QNetworkInformation::instance();
        connect(network, &QNetworkInformation::reachabilityChanged, this,
                [this](QNetworkInformation::Reachability reachability) {
                    if (reachability != QNetworkInformation::Reachability::Disconnected)
                        Q_EMIT awakened();
                });
    }
}

void WakeWatch::rememberClock()
{
    m_steady.start();
    m_wall = QDateTime::currentDateTimeUtc();
}

void WakeWatch::checkClock()
{
    const qint64 drift = m_wall.msecsTo(QDateTime::currentDateTimeUtc()) - m_steady.elapsed();
    rememberClock();
    if (qAbs(drift) < jumpMilliseconds)
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
    rememberClock();
    Q_EMIT awakened();
}

} // namespace companion::platform
