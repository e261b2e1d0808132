// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/peeruser.h"

#ifdef Q_OS_LINUX
#include <QFile>

#include <algorithm>
#include <unistd.h>
#endif

namespace companion::platform {

#ifdef Q_OS_LINUX

namespace {

    //! The port of "0100007F:D1BA".
    quint16 portOf(const QByteArray& address)
    {
        return address.mid(address.lastIndexOf(':') + 1).toUShort(nullptr, 16);
    }

    //! Whether the table has a live connection between the ports, its first end not ours.
    bool hasForeignEnd(const QString& table, quint16 theirPort, quint16 ourPort)
    {
        constexpr int localColumn = 1;
        constexpr int remoteColumn = 2;
        constexpr int stateColumn = 3;
        constexpr int userColumn = 7;
        QFile file(table);
        if (!file.open(QIODevice::ReadOnly))
            return false;
        const auto lines = file.readAll().split('\n');
        return std::any_of(lines.cbegin(), lines.cend(), [=](const QByteArray& line) {
            const auto fields = line.simplified().split(' ');
            return fields.size() > userColumn && fields.at(stateColumn) == "01" // ESTABLISHED
                && portOf(fields.at(localColumn)) == theirPort
                && portOf(fields.at(remoteColumn)) == ourPort
                && fields.at(userColumn).toUInt() != geteuid();
        });
    }

} // namespace

bool mayBeOwnConnection(quint16 theirPort, quint16 ourPort)
{
    return !hasForeignEnd(QStringLiteral("/proc/net/tcp"), theirPort, ourPort)
        && !hasForeignEnd(QStringLiteral("/proc/net/tcp6"), theirPort, ourPort);
}

#else

bool mayBeOwnConnection(quint16 /*theirPort*/, quint16 /*ourPort*/)
{
    return true;
}

#endif

} // namespace companion::platform
