// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/addresswatch.h"

#include <QNetworkInterface>
#include <QSocketNotifier>

#include <array>
#include <utility>

#if defined(Q_OS_LINUX)
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace companion::platform {

QSet<QHostAddress> outwardAddresses(const QList<QHostAddress>& addresses)
{
    QSet<QHostAddress> outward;
    for (auto address : addresses) {
        address.setScopeId({});
        if (!address.isLoopback() && !address.isLinkLocal())
            outward.insert(address);
    }
    return outward;
}

AddressWatch::AddressWatch(QObject* parent)
    : QObject(parent), m_known(outwardAddresses(QNetworkInterface::allAddresses()))
{
#if defined(Q_OS_LINUX)
    m_socket = ::socket(AF_NETLINK, SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC, NETLINK_ROUTE);
    sockaddr_nl wanted{};
    wanted.nl_family = AF_NETLINK;
    // Links too: a tunnel may have its address before it is switched on.
    wanted.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR;
    if (m_socket < 0
        || ::bind(m_socket, reinterpret_cast<const sockaddr*>(&wanted), sizeof wanted) != 0)
        return; // a sandbox that forbids it: the network's own information has to do
    auto* told = new QSocketNotifier(m_socket, QSocketNotifier::Read, this);
    connect(told, &QSocketNotifier::activated, this, &AddressWatch::onTold);
#endif
}

AddressWatch::~AddressWatch()
{
#if defined(Q_OS_LINUX)
    if (m_socket >= 0)
        ::close(m_socket);
#endif
}

void AddressWatch::onTold()
{
#if defined(Q_OS_LINUX)
    // What it says is looked up afresh; it only has to be taken away.
    std::array<char, 8192> taken{};
    while (::recv(m_socket, taken.data(), taken.size(), 0) > 0) {}
#endif
    auto now = outwardAddresses(QNetworkInterface::allAddresses());
    if (std::exchange(m_known, now) != now)
        Q_EMIT changed();
}

} // namespace companion::platform
