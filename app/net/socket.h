// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QUrl>

#include <utility>

namespace companion {

//! \brief A WebSocket as the sessions see it; a fake one in their tests.
//!
//! After open(), exactly one of opened() or closed() comes; after opened(), closed() comes once.
//! Nothing is emitted after abort().
class Socket : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void open(const QUrl& url, const QList<std::pair<QByteArray, QByteArray>>& headers,
                      const QStringList& subprotocols) = 0;
    virtual void send(const QString& text) = 0;
    virtual void ping() = 0;
    virtual void close() = 0; //!< ends politely; closed() follows
    virtual void abort() = 0; //!< ends now, silently

Q_SIGNALS:
    void opened();
    void textReceived(const QString& text); //!< with U+FFFD where it was not UTF-8
    void pongReceived();
    //! \p reason: Offline, Timeout, Unauthorized (HTTP 401 at the upgrade), Forbidden (403), …
    void closed(const companion::Error& reason);
};

} // namespace companion
