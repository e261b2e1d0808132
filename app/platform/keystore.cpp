// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/keystore.h"

#include <QtGlobal>

#if defined(Q_OS_LINUX)
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#endif

#include <algorithm>

namespace companion::platform {

using namespace Qt::StringLiterals;

bool hasKeyStore()
{
#if defined(Q_OS_LINUX)
    const auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return false;
    const auto running = bus.interface()->registeredServiceNames().value();
    const auto onDemand = bus.interface()->activatableServiceNames().value();
    const auto names = {u"org.freedesktop.secrets"_s, u"org.kde.kwalletd6"_s,
                        u"org.kde.kwalletd5"_s};
    return std::any_of(names.begin(), names.end(), [&](const QString& name) {
        return running.contains(name) || onDemand.contains(name);
    });
#else
    return true; // part of the system
#endif
}

} // namespace companion::platform
