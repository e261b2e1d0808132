// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/replylistener.h"

#include "app/net/loopback.h"

#include <QTcpSocket>
#include <QUrl>

namespace companion::salesforce {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype maxRequest = 32LL * 1024;

    QByteArray response(const QByteArray& status, const QByteArray& body,
                        const QByteArray& extra = {})
    {
        return "HTTP/1.1 " + status
            + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
            + QByteArray::number(body.size())
            + "\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n"
            + extra + "\r\n" + body;
    }

    //! A page of our own: no code of the address bar in it, nothing loaded from anywhere.
    QByteArray page(const QString& headline, const QString& text, bool isGood)
    {
        const QString mark = isGood ? u"✓"_s : u"!"_s;
        const QString colour = isGood ? u"#1f7a4d"_s : u"#b3261e"_s;
        return uR"(<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Cloud One Companion</title><style>
:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;display:grid;place-items:center;min-height:90vh;margin:0}
main{max-width:26em;padding:2em;text-align:center}b{display:inline-grid;place-items:center;width:2.4em;height:2.4em;border-radius:50%;
background:%1;color:#fff;font-size:1.3em}h1{font-size:1.35em;margin:.8em 0 .3em}p{margin:0;opacity:.8}</style>
<main><b aria-hidden="true">%2</b><h1>%3</h1><p>%4</p></main></html>)"_s
            .arg(colour, mark, headline.toHtmlEscaped(), text.toHtmlEscaped())
            .toUtf8();
    }

    bool isSame(const QByteArray& a, const QByteArray& b)
    {
        if (a.size() != b.size())
            return false;
        char difference = 0;
        for (qsizetype i = 0; i < a.size(); ++i)
            difference = static_cast<char>(difference | (a.at(i) ^ b.at(i)));
        return difference == 0;
    }

    QString decoded(QByteArray text)
    {
        return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
    }

    QHash<QString, QString> itemsOf(const QByteArray& query)
    {
        QHash<QString, QString> items;
        for (const auto& item : query.split('&')) {
            const auto equals = item.indexOf('=');
            if (equals > 0)
                items.insert(decoded(item.left(equals)), decoded(item.mid(equals + 1)));
        }
        return items;
    }

} // namespace

ReplyListener::ReplyListener(QObject* parent) : QAbstractOAuthReplyHandler(parent)
{
    for (auto* server : {&m_v4, &m_v6})
        connect(server, &QTcpServer::newConnection, this,
                [this, server] { onConnection(*server); });
}

Result<quint16> ReplyListener::listen(const QList<quint16>& ports)
{
    auto port = listenOnLoopback(m_v4, m_v6, ports);
    if (port)
        m_port = *port;
    return port;
}

void ReplyListener::close()
{
    m_v4.close();
    m_v6.close();
}

QString ReplyListener::callback() const
{
    return u"http://localhost:%1/oauth/callback"_s.arg(m_port);
}

void ReplyListener::networkReplyFinished(QNetworkReply* /*reply*/) {}

void ReplyListener::onConnection(QTcpServer& server)
{
    while (auto* socket = server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onReadable(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_received.remove(socket);
            socket->deleteLater();
        });
    }
}

void ReplyListener::onReadable(QTcpSocket* socket)
{
    auto& received = m_received[socket];
    received += socket->readAll();
    if (received.size() > maxRequest)
        return socket->abort();
    if (!received.contains("\r\n\r\n"))
        return; // the rest is on its way
    const auto line = received.left(received.indexOf("\r\n")).split(' ');
    received.clear();
    const auto items = line.size() == 3 && line.at(0) == "GET"
        ? itemsOf(line.at(1).mid(line.at(1).indexOf('?') + 1))
        : QHash<QString, QString>{};
    const bool wasOpen = !m_hasReturned;
    socket->write(line.size() == 3 ? answer(line.at(0), line.at(1))
                                   : response("400 Bad Request", {}));
    socket->flush();
    socket->disconnectFromHost();
    if (wasOpen && m_hasReturned)
        Q_EMIT returned(items);
}

QByteArray ReplyListener::answer(const QByteArray& method, const QByteArray& target)
{
    if (method == "OPTIONS") // Chrome asks before it lets a page reach this machine
        return response("204 No Content", {},
                        "Access-Control-Allow-Origin: *\r\nAccess-Control-Allow-Methods: "
                        "GET\r\nAccess-Control-Allow-Private-Network: true\r\n"
                        "Access-Control-Allow-Headers: *\r\n");
    const auto question = target.indexOf('?');
    const auto path = question < 0 ? target : target.left(question);
    if (method != "GET" || path != "/oauth/callback")
        return response("404 Not Found", {});
    const auto items = itemsOf(question < 0 ? QByteArray() : target.mid(question + 1));
    if (m_state.isEmpty() || !isSame(items.value(u"state"_s).toUtf8(), m_state))
        return response("400 Bad Request",
                        page(u"This sign-in is not the one that was started"_s,
                             u"Close this window and start signing in again from the companion."_s,
                             false));
    m_hasReturned = true;
    if (items.contains(u"error"_s))
        return response("200 OK",
                        page(u"Salesforce did not sign you in"_s,
                             u"%1 You may close this window and go back to the companion."_s.arg(
                                 items.value(u"error_description"_s).isEmpty()
                                     ? QString()
                                     : items.value(u"error_description"_s).left(200) + u'.'),
                             false));
    return response("200 OK",
                    page(u"Salesforce has let you in"_s,
                         u"You may close this window and go back to the companion."_s, true));
}

} // namespace companion::salesforce
