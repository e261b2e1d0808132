// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/calltracker.h"
#include "app/net/qthttptransport.h"
#include "app/net/websocketclient.h"
#include "app/pbx/cloudone/session.h"
#include "tests/sandbox/pbx/cloudonepbx.h"
#include "tests/support/fakesecretstore.h"

#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QSslKey>
#include <QTest>

#include <memory>

namespace companion::pbx::cloudone::test {

//! \brief The real session, over real sockets, before the sandbox's PBX; and a tracker behind it
//! that is fed as CallFlow feeds its own.
class SandboxLink
{
public:
    std::unique_ptr<sandbox::CloudOnePbx> pbx = std::make_unique<sandbox::CloudOnePbx>();
    QtHttpTransport http = QtHttpTransport();
    companion::test::FakeSecretStore secrets = {};
    CallTracker tracker = CallTracker();
    QList<CallTransition> transitions = {};
    QString caFile = {};
    std::unique_ptr<Session> session = {};

    explicit SandboxLink(const Timing& timing = {}) : m_timing(timing) { makeSession(); }

    void makeSession()
    {
        session = std::make_unique<Session>(
            http,
            [this] {
                auto socket = std::make_unique<WebSocketClient>();
                socket->setCaFile(caFile);
                return socket;
            },
            secrets, m_timing);
        tracker = CallTracker();
        transitions.clear();
        auto* link = session.get();
        QObject::connect(link, &PbxLink::statusChanged, link, [this](const PbxStatus& status) {
            if (!status.extension.isEmpty())
                tracker.setOwnExtension(status.extension);
        });
        QObject::connect(link, &PbxLink::eventReceived, link,
                         [this](const CallEvent& event) { note(tracker.apply(event)); });
        QObject::connect(link, &PbxLink::snapshotTaken, link, [this](const QSet<CallId>& alive) {
            const auto ended = tracker.endAllBut(alive, QDateTime::currentDateTime());
            for (const auto& transition : ended)
                note(transition);
        });
    }

    //! As if nothing had ever been told.
    void forgetCalls()
    {
        tracker = CallTracker(session->status().extension);
        transitions.clear();
    }

    void note(const std::optional<CallTransition>& transition)
    {
        if (transition)
            transitions.append(*transition);
    }

    void start(const QString& extension = QStringLiteral("1001"))
    {
        session->start({.url = pbx->url().toString(),
                        .clientId = pbx->settings().clientId,
                        .extension = extension},
                       pbx->settings().clientSecret, {});
    }
    bool becomes(LinkState state) const
    {
        return QTest::qWaitFor([&] { return session->status().state == state; }, 15000);
    }
    bool connectSession()
    {
        if (!pbx->listen())
            return false;
        start();
        return becomes(LinkState::Connected);
    }

    //! Until all frames that are on their way have arrived: one that is sent last has.
    bool drain()
    {
        if (!becomes(LinkState::Connected))
            return false;
        const auto mark = QStringLiteral("mark-%1").arg(++m_marks);
        const auto frame =
            QStringLiteral("{\"type\":30009,\"msg\":{\"extension\":\"1012\",\"status\":\"%1\"}}")
                .arg(mark);
        const bool isThere = QTest::qWaitFor(
            [&] {
                pbx->feed().sendText(frame); // again: the socket may have been dropped meanwhile
                const auto colleagues = session->colleagues();
                return std::any_of(colleagues.cbegin(), colleagues.cend(),
                                   [&](const auto& one) { return one.presence == mark; });
            },
            15000);
        return isThere && becomes(LinkState::Connected); // after a drop, the snapshot as well
    }

    //! Plays a story of the sandbox to its end.
    bool play(const QString& name, const QJsonObject& cast = {})
    {
        QJsonObject order = cast;
        order.insert(QStringLiteral("name"), name);
        order.insert(QStringLiteral("stepMs"), 1);
        sandbox::HttpRequest request;
        request.method = "POST";
        request.path = QStringLiteral("/control/pbx/story");
        request.body = QJsonDocument(order).toJson();
        return pbx->control(request).status == 200
            && QTest::qWaitFor([&] { return pbx->stories().runningCount() == 0; }, 15000);
    }

    //! Asks for the record of each call that is over and has none, as CallFlow does.
    bool completeRecords()
    {
        const auto calls = tracker.calls();
        for (const auto& call : calls) {
            if (!call.isOver() || call.hasRecord)
                continue;
            const auto record = session->recordOf(call.id);
            if (!QTest::qWaitFor([&] { return record.isFinished(); }))
                return false;
            if (record.result())
                note(tracker.apply(*record.result()));
        }
        return true;
    }

private:
    Timing m_timing;
    int m_marks = 0;
};

} // namespace companion::pbx::cloudone::test
