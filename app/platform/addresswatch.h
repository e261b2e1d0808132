// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QObject>
#include <QSet>

namespace companion::platform {

//! The addresses by which this computer talks to others: those that end within a machine or a cable
//! are left out, as they come and go with each container and each plug.
QSet<QHostAddress> outwardAddresses(const QList<QHostAddress>& addresses);

//! \brief Tells when this computer's addresses change, as they do with a VPN that comes or goes.
//!
//! Linux only, where the kernel tells it (rtnetlink); elsewhere it is silent, and the network's own
//! information has to do. The kernel also tells of addresses that are merely renewed: of those
//! nothing is told here.
class AddressWatch : public QObject
{
    Q_OBJECT

public:
    explicit AddressWatch(QObject* parent = nullptr);
    ~AddressWatch() override;

Q_SIGNALS:
    void changed();

private:
    void onTold();

    QSet<QHostAddress> m_known;
    int m_socket = -1;
};

} // namespace companion::platform
