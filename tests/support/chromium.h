// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QWebSocket>

#include <algorithm>

namespace companion {

//! \brief A headless Chromium with one tab, driven by its DevTools protocol.
//!
//! Each question waits for its answer; what the tab tells by itself is kept in `told`.
class Chromium : public QObject
{
public:
    QList<QJsonObject> told;

    //! Empty when this machine has none.
    static QString program()
    {
        for (const auto& name : {QStringLiteral("chromium"), QStringLiteral("chromium-browser"),
                                 QStringLiteral("google-chrome")})
            if (QString path = QStandardPaths::findExecutable(name); !path.isEmpty())
                return path;
        return {};
    }

    ~Chromium() override
    {
        // By itself, so that its helper processes go first and leave the folder alone.
        m_socket.sendTextMessage(QStringLiteral("{\"id\":0,\"method\":\"Browser.close\"}"));
        const auto isGone = [this] {
            return m_process.state() == QProcess::NotRunning;
        };
        if (!QTest::qWaitFor(isGone)) {
            m_process.kill();
            m_process.waitForFinished();
        }
        (void)QTest::qWaitFor([this] { return m_profile.remove(); });
    }

    [[nodiscard]] bool start()
    {
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.setStandardErrorFile(m_profile.filePath(QStringLiteral("browser.log")));
        m_process.start(
            program(),
            {QStringLiteral("--headless"), QStringLiteral("--no-sandbox"),
             QStringLiteral("--disable-gpu"), QStringLiteral("--disable-background-networking"),
             QStringLiteral("--no-first-run"), QStringLiteral("--mute-audio"),
             QStringLiteral("--autoplay-policy=no-user-gesture-required"),
             QStringLiteral("--remote-debugging-port=0"),
             QStringLiteral("--remote-allow-origins=*"),
             QStringLiteral("--user-data-dir=") + m_profile.path(), QStringLiteral("about:blank")});
        return QTest::qWaitFor([this] { return port() > 0; }, 30000) && connectToTab();
    }

    QJsonObject ask(const QString& method, const QJsonObject& parameters = {})
    {
        const int id = ++m_last;
        m_answers.remove(id);
        m_socket.sendTextMessage(
            QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("id"), id},
                                                        {QStringLiteral("method"), method},
                                                        {QStringLiteral("params"), parameters}})
                                  .toJson(QJsonDocument::Compact)));
        (void)QTest::qWaitFor([this, id] { return m_answers.contains(id); }, 20000);
        return m_answers.take(id);
    }

    //! The value of a script in the page; a promise is waited for.
    QJsonValue evaluate(const QString& script)
    {
        return ask(QStringLiteral("Runtime.evaluate"),
                   {{QStringLiteral("expression"), script},
                    {QStringLiteral("awaitPromise"), true},
                    {QStringLiteral("userGesture"), true},
                    {QStringLiteral("returnByValue"), true}})[QLatin1String("result")]
            .toObject()[QLatin1String("value")];
    }

    //! Shows a page and waits until it has been read.
    [[nodiscard]] bool open(const QString& url)
    {
        told.clear();
        ask(QStringLiteral("Page.navigate"), {{QStringLiteral("url"), url}});
        return isLoaded();
    }
    [[nodiscard]] bool isLoaded()
    {
        return QTest::qWaitFor([this] {
            return std::any_of(told.cbegin(), told.cend(), [](const QJsonObject& message) {
                return message[QLatin1String("method")] == QLatin1String("Page.loadEventFired");
            });
        });
    }

    //! What the page told of this kind.
    [[nodiscard]] QList<QJsonObject> toldOf(QLatin1StringView method) const
    {
        QList<QJsonObject> found;
        for (const auto& message : told)
            if (message[QLatin1String("method")] == method)
                found.append(message[QLatin1String("params")].toObject());
        return found;
    }

    void takePicture(const QString& path)
    {
        const auto picture = ask(QStringLiteral("Page.captureScreenshot"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(
                QByteArray::fromBase64(picture[QLatin1String("data")].toString().toLatin1()));
    }

private:
    [[nodiscard]] int port() const
    {
        QFile file(m_profile.filePath(QStringLiteral("DevToolsActivePort")));
        return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toInt() : 0;
    }

    bool connectToTab()
    {
        connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString& text) {
            const auto message = QJsonDocument::fromJson(text.toUtf8()).object();
            if (message.contains(QLatin1String("id")))
                m_answers.insert(message[QLatin1String("id")].toInt(),
                                 message[QLatin1String("result")].toObject());
            else
                told.append(message);
        });
        QString address;
        const auto findTab = [this, &address] {
            QNetworkAccessManager network;
            std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(
                QUrl(QStringLiteral("http://127.0.0.1:%1/json/list").arg(port())))));
            (void)QTest::qWaitFor([&reply] { return reply->isFinished(); });
            const auto tabs = QJsonDocument::fromJson(reply->readAll()).array();
            for (const auto& tab : tabs)
                if (tab[QLatin1String("type")] == QLatin1String("page"))
                    address = tab[QLatin1String("webSocketDebuggerUrl")].toString();
            return !address.isEmpty();
        };
        if (!QTest::qWaitFor(findTab, 10000))
            return false;
        m_socket.open(QUrl(address));
        if (!QTest::qWaitFor(
                [this] { return m_socket.state() == QAbstractSocket::ConnectedState; }))
            return false;
        for (const auto& domain : {"Page", "Network", "Log", "Runtime"})
            ask(QLatin1String(domain) + QLatin1String(".enable"));
        return true;
    }

    QTemporaryDir m_profile;
    QProcess m_process;
    QWebSocket m_socket;
    QHash<int, QJsonObject> m_answers;
    int m_last = 0;
};

} // namespace companion
