// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QAbstractOAuthReplyHandler>
#include <QHash>
#include <QTcpServer>

namespace companion::salesforce {

//! \brief Waits on `http://localhost:PORT/oauth/callback` for the browser to come back.
//!
//! Listens on 127.0.0.1 and ::1, because browsers try either; answers preflights and favicons,
//! takes requests in any number of pieces, and lets only the exact path with the right state
//! through. Qt's own handler does none of this on 6.4 (salesforce-api.md 10).
class ReplyListener : public QAbstractOAuthReplyHandler
{
    Q_OBJECT

public:
    explicit ReplyListener(QObject* parent = nullptr);

    //! The first of \p ports that is free on both addresses; Rejected when none is.
    Result<quint16> listen(const QList<quint16>& ports);
    void setState(const QByteArray& state) { m_state = state; }
    void close();

    [[nodiscard]] QString callback() const override;
    void networkReplyFinished(
        QNetworkReply* reply) override; //!< not used: our own exchange asks for tokens

Q_SIGNALS:
    //! The browser came back: once, with the query items decoded.
    void returned(const QHash<QString, QString>& items);

private:
    void onConnection(QTcpServer& server);
    void onReadable(class QTcpSocket* socket);
    QByteArray answer(const QByteArray& method, const QByteArray& target);

    //! Outlives the servers, whose sockets still tell it that they end.
    QHash<class QTcpSocket*, QByteArray> m_received;
    QTcpServer m_v4;
    QTcpServer m_v6;
    QByteArray m_state;
    quint16 m_port = 0;
    bool m_hasReturned = false;
};

} // namespace companion::salesforce
