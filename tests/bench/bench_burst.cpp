// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench-burst: what a burst of a whole PBX costs the interface. 1,000 extensions have a call in the
// same moment; their events come over a real socket, from another thread, as fast as it takes
// them, through the program's own session, flows, database and card window. Prints `name value
// unit`, and fails when the interface's thread works longer without a turn of its event loop than a
// frame lasts. That is reckoned in its own processor time: the gap on the clock is that of
// everything else which the computer does as well.
#include "app/flow/callflow.h"
#include "app/flow/lookupflow.h"
#include "app/net/websocketclient.h"
#include "app/storage/database.h"
#include "app/storage/tables.h"
#include "tests/bench/pbxframes.h"
#include "tests/bench/turns.h"
#include "tests/pbx/cloudone/fakepbx.h"
#include "tests/support/fakecrmlink.h"
#include "ui/card/cardstack.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThread>
#include <QWebSocket>
#include <QWebSocketServer>

#include <cstdio>
#include <memory>

using namespace companion;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int extensions = 1000;
constexpr double budget = 16; // ms

//! The PBX's end of the event socket, in a thread of its own.
class Sender : public QObject
{
public:
    explicit Sender(QStringList frames) : m_frames(std::move(frames)) {}

    void listen()
    {
        m_server = std::make_unique<QWebSocketServer>(u"bench"_s, QWebSocketServer::NonSecureMode);
        m_server->listen(QHostAddress::LocalHost);
        port = m_server->serverPort();
        connect(m_server.get(), &QWebSocketServer::newConnection, this, [this] {
            m_client.reset(m_server->nextPendingConnection());
            connect(m_client.get(), &QWebSocket::textMessageReceived, this, [this] {
                m_client->sendTextMessage(u"{\"errcode\":0,\"errmsg\":\"SUCCESS\"}"_s);
            });
        });
    }
    void sendAll()
    {
        for (const auto& frame : std::as_const(m_frames))
            m_client->sendTextMessage(frame);
    }
    void close()
    {
        m_client.reset();
        m_server.reset();
    }
    quint16 port = 0;

private:
    QStringList m_frames;
    std::unique_ptr<QWebSocketServer> m_server;
    std::unique_ptr<QWebSocket> m_client;
};

//! The socket of the program, on its way to the sender whatever it is told to open.
class LocalSocket : public WebSocketClient
{
public:
    explicit LocalSocket(quint16 port) : m_port(port) {}
    void open(const QUrl& url, const QList<std::pair<QByteArray, QByteArray>>& headers,
              const QStringList& subprotocols) override
    {
        QUrl local = url;
        local.setScheme(u"ws"_s);
        local.setHost(u"127.0.0.1"_s);
        local.setPort(m_port);
        WebSocketClient::open(local, headers, subprotocols);
    }

private:
    quint16 m_port;
};

//! All calls ring, then all are answered, and so on: frame by frame across the whole PBX.
QStringList burst()
{
    QList<QStringList> calls;
    for (int i = 0; i < extensions; ++i)
        calls.append(bench::framesOfCall(i, QString::number(1001 + i)));
    QStringList frames;
    for (qsizetype step = 0; step < calls.first().size(); ++step)
        for (const auto& call : std::as_const(calls))
            frames.append(call.at(step));
    return frames;
}

QByteArray extensionRows()
{
    QByteArray rows;
    for (int i = 0; i < extensions; ++i)
        rows += QByteArray(rows.isEmpty() ? "" : ",") + R"({"number":")"
            + QByteArray::number(1001 + i) + R"(","caller_id_name":"Colleague )"
            + QByteArray::number(i) + R"("})";
    return '[' + rows + ']';
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    const auto frames = burst();

    QThread thread;
    Sender sender(frames);
    sender.moveToThread(&thread);
    thread.start();
    QMetaObject::invokeMethod(
        &sender, [&] { sender.listen(); }, Qt::BlockingQueuedConnection);

    const QTemporaryDir folder;
    auto database = storage::Database::open(folder.filePath(u"bench.db"_s));
    if (!database)
        return 1;
    storage::CallTable history(**database);
    storage::NumberTable numbers(**database);
    storage::PhonebookTable phonebook(**database);
    storage::MemoTable memo(**database);
    test::FakeOrg org;
    test::FakeCrmLink crm(org);
    pbx::cloudone::test::FakePbx pbx;
    pbx.usual[u"extension/list"_s] = pbx::cloudone::test::FakePbx::listOf(extensionRows());
    pbx.session = std::make_unique<pbx::cloudone::Session>(
        pbx.http, [&] { return std::make_unique<LocalSocket>(sender.port); }, pbx.secrets);

    LookupFlow lookup(crm, phonebook);
    CallFlow flow(lookup, crm, history, numbers, memo);
    flow.setSettings({});
    flow.setPbx(pbx.session.get());
    CardStack cards;
    QObject::connect(&flow, &CallFlow::cardChanged, &cards, &CardStack::show);
    QObject::connect(&flow, &CallFlow::cardRemoved, &cards, &CardStack::remove);
    QObject::connect(pbx.session.get(), &PbxLink::colleaguesChanged, &cards,
                     [&] { cards.setColleagues(pbx.session->colleagues()); });
    bool isOver = false;
    QObject::connect(&flow, &CallFlow::cardChanged, &cards, [&](const CallCard& card) {
        isOver = isOver || (card.call.isOver() && card.call.hasRecord);
    });

    pbx.start();
    if (!pbx.becomes(LinkState::Connected)) {
        std::fputs("no connection to the played PBX\n", stderr);
        return 1;
    }

    {
        const bench::Turns atRest;
        bench::runFor(300ms);
        std::printf("burst_longest_gap_at_rest %.1f ms\n", atRest.longestGap());
    }
    const bench::Turns turns;
    QElapsedTimer whole;
    whole.start();
    QMetaObject::invokeMethod(&sender, [&] { sender.sendAll(); });
    (void)bench::runUntil([&] { return isOver; }, 20s);
    const auto taken = whole.elapsed();
    bench::runFor(500ms); // what it leaves to be done
    std::printf("burst_frames %lld frames\n", static_cast<long long>(frames.size()));
    std::printf("burst_taken %lld ms\n", taken);
    std::printf("burst_longest_gap %.1f ms\n", turns.longestGap());
    std::printf("burst_longest_hold_of_the_event_loop %.1f ms\n", turns.longestWork());
    flow.setPbx(nullptr);
    pbx.session.reset();
    QMetaObject::invokeMethod(
        &sender, [&] { sender.close(); }, Qt::BlockingQueuedConnection);
    thread.quit();
    thread.wait();
    return isOver && turns.longestWork() <= budget ? 0 : 1;
}
