// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/pbx/cloudonepbx.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>

namespace companion::sandbox {

//! \brief A client of the sandbox PBX for its own tests: by bare TCP, because a proper HTTP client
//! would not send what the PBX must refuse.
class PbxCaller
{
public:
    explicit PbxCaller(const CloudOnePbx& pbx) : m_port(quint16(pbx.url().port())) {}

    struct Answer
    {
        int status = 0;
        QByteArray head;
        QByteArray body;

        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
        [[nodiscard]] int code() const
        {
            return json().value(QLatin1StringView("errcode")).toInt(1);
        }
    };

    Answer send(const QByteArray& method, const QByteArray& target, const QByteArray& headers,
                const QByteArray& body = {}) const
    {
        QTcpSocket socket;
        // One request for each connection: the PBX closes it.
        QSignalSpy gone(&socket, &QTcpSocket::disconnected);
        const QByteArray request = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n"
            + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        QObject::connect(&socket, &QTcpSocket::connected, &socket,
                         [&socket, &request] { socket.write(request); });
        QSignalSpy failed(&socket, &QTcpSocket::errorOccurred);
        socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        if (!QTest::qWaitFor([&] { return !gone.isEmpty() || !failed.isEmpty(); }))
            return {};
        if (!socket.isOpen())
            return {}; // nobody listens
        const auto all = socket.readAll();
        const auto split = all.indexOf("\r\n\r\n");
        return {all.mid(9, 3).toInt(), all.left(split), all.mid(split + 4)};
    }

    Answer get(const QByteArray& endpoint, const QByteArray& query = {}) const
    {
        return send("GET", withToken(endpoint) + (query.isEmpty() ? QByteArray() : '&' + query),
                    "User-Agent: Test\r\n");
    }

    Answer post(const QByteArray& endpoint, const QJsonObject& body) const
    {
        return send("POST", withToken(endpoint),
                    "User-Agent: Test\r\nContent-Type: application/json\r\n",
                    QJsonDocument(body).toJson());
    }

    //! \brief Signs in; the error code.
    int signIn(const QString& id, const QString& secret)
    {
        const auto answer = post(
            "get_token", {{QStringLiteral("username"), id}, {QStringLiteral("password"), secret}});
        take(answer);
        return answer.code();
    }

    int signIn(const CloudOnePbx& pbx)
    {
        return signIn(pbx.settings().clientId, pbx.settings().clientSecret);
    }

    int refresh()
    {
        const auto answer =
            post("refresh_token",
                 {{QStringLiteral("refresh_token"), QString::fromLatin1(refreshToken)}});
        take(answer);
        return answer.code();
    }

    QByteArray token;
    QByteArray refreshToken;

private:
    void take(const Answer& answer)
    {
        if (answer.code() != 0)
            return;
        token = answer.json().value(QLatin1StringView("access_token")).toString().toLatin1();
        refreshToken =
            answer.json().value(QLatin1StringView("refresh_token")).toString().toLatin1();
    }

    [[nodiscard]] QByteArray withToken(const QByteArray& endpoint) const
    {
        return "/openapi/v1.0/" + endpoint + "?access_token=" + token;
    }

    quint16 m_port;
};

//! \brief Listens to the event stream and keeps what it hears.
class PbxListener
{
public:
    PbxListener(const CloudOnePbx& pbx, const QByteArray& token)
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket,
                         [this](const QString& text) { heard.append(text); });
        QUrl url(QStringLiteral("ws://127.0.0.1:%1/openapi/v1.0/subscribe?access_token=%2")
                     .arg(pbx.url().port())
                     .arg(QString::fromLatin1(token)));
        QNetworkRequest request(url);
        request.setRawHeader("User-Agent", "Test");
        socket.open(request);
    }

    void subscribe(const QList<int>& topics)
    {
        QJsonArray list;
        for (const int topic : topics)
            list.append(topic);
        socket.sendTextMessage(QString::fromUtf8(
            QJsonDocument(QJsonObject{{QStringLiteral("topic_list"), list}}).toJson()));
    }

    //! \brief What was heard, in short: "in:ALERT 1001:RING" is a 30011, "=ANSWERED Inbound 21" a
    //! 30012, others begin with their number.
    [[nodiscard]] QStringList shortly() const
    {
        QStringList lines;
        for (const auto& text : heard)
            lines.append(shortened(QJsonDocument::fromJson(text.toUtf8()).object(), text));
        return lines;
    }

    [[nodiscard]] static QJsonObject messageOf(const QJsonObject& frame)
    {
        const auto message = frame.value(QLatin1StringView("msg"));
        return message.isObject() ? message.toObject()
                                  : QJsonDocument::fromJson(message.toString().toUtf8()).object();
    }

    [[nodiscard]] static QString shortened(const QJsonObject& frame, const QString& text)
    {
        if (!frame.contains(QLatin1StringView("type")))
            return text.left(60);
        const auto message = messageOf(frame);
        QStringList words;
        for (const auto* key : {"extension", "status", "type", "talk_duration", "reason"}) {
            const auto value = message.value(QLatin1StringView(key));
            if (!value.isUndefined())
                words.append(value.toVariant().toString());
        }
        const auto members = message.value(QLatin1StringView("members")).toArray();
        for (const auto& member : members) {
            const auto side = member.toObject().keys().value(0);
            const auto leg = member.toObject().value(side).toObject();
            const auto who = side == QLatin1StringView("extension")
                ? leg.value(QLatin1StringView("number")).toString()
                : side.left(side.indexOf(QLatin1StringView("bound")));
            words.append(who + QChar(u':')
                         + leg.value(QLatin1StringView("member_status")).toString());
        }
        auto line = words.join(QChar(u' '));
        const int topic = frame.value(QLatin1StringView("type")).toInt();
        if (topic == 30011)
            return line;
        return topic == 30012 ? QString(QChar(u'=') + line)
                              : QString(QString::number(topic) + QChar(u' ') + line).trimmed();
    }

    QWebSocket socket;
    QStringList heard;
};

} // namespace companion::sandbox
