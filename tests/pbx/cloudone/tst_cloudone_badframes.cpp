// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Frames that no PBX should send, over a real socket. Each costs itself alone; but for those after
// which nobody knows where the next one begins: these end the connection, which must cost no call.
#include "tests/pbx/cloudone/sandboxlink.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace companion;
using namespace companion::pbx::cloudone;
using namespace companion::pbx::cloudone::test;
using namespace Qt::StringLiterals;

namespace {

//! Passes everything on between the companion and the PBX, and slips bytes of its own in between.
class Relay
{
public:
    explicit Relay(quint16 target)
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, target] {
            auto* near = m_server.nextPendingConnection();
            auto* far = new QTcpSocket(near);
            far->connectToHost(QHostAddress::LocalHost, target);
            QObject::connect(near, &QIODevice::readyRead, far, [this, near, far] {
                const auto bytes = near->readAll();
                if (bytes.contains("Upgrade: websocket")) {
                    m_events = near;
                    ++m_upgrades;
                }
                far->write(bytes);
            });
            QObject::connect(far, &QIODevice::readyRead, near,
                             [near, far] { near->write(far->readAll()); });
            QObject::connect(far, &QAbstractSocket::disconnected, near,
                             &QAbstractSocket::disconnectFromHost);
            QObject::connect(near, &QAbstractSocket::disconnected, far,
                             &QAbstractSocket::disconnectFromHost);
        });
    }
    [[nodiscard]] QString url() const
    {
        return u"http://127.0.0.1:%1"_s.arg(m_server.serverPort());
    }
    void slipIn(const QByteArray& bytes) const { m_events->write(bytes); }
    [[nodiscard]] int upgrades() const { return m_upgrades; }

private:
    QTcpServer m_server;
    int m_upgrades = 0;
    QPointer<QTcpSocket> m_events; //!< the latest that was upgraded
};

//! The session before the sandbox's PBX, with a relay in between.
class RelayedLink : public SandboxLink
{
public:
    std::unique_ptr<Relay> relay;

    RelayedLink()
    {
        if (!pbx->listen())
            return; // becomes(Connected) says so
        relay = std::make_unique<Relay>(static_cast<quint16>(pbx->url().port()));
        session->start(
            {.url = relay->url(), .clientId = pbx->settings().clientId, .extension = u"1001"_s},
            pbx->settings().clientSecret, {});
    }
};

//! A frame in which nothing is right: the server must not mask.
const QByteArray broken = QByteArray::fromHex("8184c328c328");

QByteArray frame(quint8 first, const QByteArray& payload)
{
    QByteArray bytes(1, static_cast<char>(first));
    bytes += '\x7F';
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += static_cast<char>((payload.size() >> shift) & 0xFF);
    return bytes + payload;
}

QString placeCall(SandboxLink& link, const QString& from)
{
    sandbox::CallOrder order;
    order.from = from;
    order.to = u"1001"_s;
    return link.pbx->exchange().place(order).callId;
}

} // namespace

class TestCloudOneBadFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void frameThatEndsTheConnectionCostsNoCall()
    {
        RelayedLink link;
        QVERIFY(link.becomes(LinkState::Connected));
        const auto ending = placeCall(link, u"+14155551212"_s);
        const auto staying = placeCall(link, u"+14155551213"_s);
        QTRY_VERIFY(link.tracker.call(ending) && link.tracker.call(staying));

        QTest::ignoreMessage(QtInfoMsg, QRegularExpression(u"link is down.*a masked frame"_s));
        link.relay->slipIn(broken);
        QElapsedTimer timer;
        timer.start();
        // What happens in between reaches nobody's socket.
        QVERIFY(link.becomes(LinkState::Reconnecting));
        (void)link.pbx->exchange().hangUp(ending, sandbox::Exchange::Party::Caller);
        const auto coming = placeCall(link, u"+14155551214"_s);
        QVERIFY(link.becomes(LinkState::Connected));
        QTRY_VERIFY(link.tracker.call(coming));
        qInfo("return_after_broken_frame %lld ms", timer.elapsed());
        QVERIFY(timer.elapsed() < 3000);
        QCOMPARE(link.tracker.call(ending)->phase, CallPhase::Ended);
        QCOMPARE(link.tracker.call(staying)->phase, CallPhase::Ringing);
        QCOMPARE(link.tracker.call(coming)->phase, CallPhase::Ringing);

        // And events flow again.
        (void)link.pbx->exchange().hangUp(staying, sandbox::Exchange::Party::Caller);
        QTRY_COMPARE(link.tracker.call(staying)->phase, CallPhase::Ended);
    }

    void framesThatEndTheConnectionOneAfterTheOtherAreGotOver()
    {
        RelayedLink link;
        for (int i = 0; i < 4; ++i) {
            QVERIFY(link.becomes(LinkState::Connected));
            link.relay->slipIn(broken);
            QVERIFY(link.becomes(LinkState::Reconnecting));
            QElapsedTimer timer;
            timer.start();
            QVERIFY(link.becomes(LinkState::Connected));
            QVERIFY(timer.elapsed() < 3000);
        }
        QCOMPARE(link.pbx->requestCount(u"get_token"_s), 1);
    }

    void othersCostThatFrameAlone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto message = [](const QByteArray& text) {
            return frame(0x81, R"({"type":30011,"sn":"X","msg":)" + text + '}');
        };
        const auto quoted = [](const QByteArray& text) {
            return QByteArray('"' + text + '"');
        };
        constexpr qsizetype megabyte = 1LL << 20;
        const QByteArray much(50 * megabyte, 'x');
        const QByteArray deep = QByteArray("[").repeated(10000) + QByteArray("]").repeated(10000);
        QTest::newRow("50 MB") << message(R"({"call_id":"1.1","members":[],"x":)" + quoted(much)
                                          + '}');
        QTest::newRow("50 MB in msg as text") << message(quoted(much));
        QTest::newRow("beyond what is kept") << message(quoted(QByteArray(65 * megabyte, 'x')));
        QTest::newRow("nested 10,000 deep") << message(deep);
        QTest::newRow("nested 10,000 deep in msg as text") << message(quoted(deep));
        QTest::newRow("half a surrogate") << message(R"("\ud800")");
        QTest::newRow("half a surrogate in UTF-8") << message(quoted("\xED\xA0\x80"));
        QTest::newRow("not UTF-8") << QByteArray::fromHex("8104c328c328");
        QTest::newRow("not UTF-8 within") << message(quoted("J\xFCrgen"));
        QTest::newRow("binary") << frame(0x82, QByteArray(70000, '\xFF'));
        QTest::newRow("all of them at once") << message(deep) + QByteArray::fromHex("8104c328c328")
                + frame(0x82, much) + message(quoted("\xFF")) + QByteArray::fromHex("8900");
    }

    void othersCostThatFrameAlone()
    {
        QFETCH(const QByteArray, bytes);
        RelayedLink link;
        QVERIFY(link.becomes(LinkState::Connected));
        const auto call = placeCall(link, u"+14155551212"_s);
        QTRY_VERIFY(link.tracker.call(call));
        QSignalSpy statuses(link.session.get(), &PbxLink::statusChanged);
        link.relay->slipIn(bytes);
        (void)link.pbx->exchange().hangUp(call, sandbox::Exchange::Party::Caller);
        QTRY_COMPARE_WITH_TIMEOUT(link.tracker.call(call)->phase, CallPhase::Ended, 30000);
        const auto next = placeCall(link, u"+14155551213"_s);
        QTRY_VERIFY(link.tracker.call(next));
        QCOMPARE(link.tracker.call(next)->phase, CallPhase::Ringing);
        QCOMPARE(statuses.size(), 0); // it never went down
        QCOMPARE(link.relay->upgrades(), 1); // and is still the first one
        QCOMPARE(link.tracker.calls().size(), 2);
    }

    void callWhoseNameIsNotUtf8IsShown()
    {
        RelayedLink link;
        QVERIFY(link.becomes(LinkState::Connected));
        link.relay->slipIn(frame(
            0x81,
            R"({"type":30011,"sn":"X","msg":{"call_id":"1.1","members":[)"
            R"({"inbound":{"from":"4155551212","from_name":"J)"
            "\xFC"
            R"(rgen","to":"1001","trunk_name":"t","channel_id":"c","member_status":"ALERT"}},)"
            R"({"extension":{"number":"1001","channel_id":"d","member_status":"RING"}}]}})"));
        QTRY_COMPARE(link.tracker.calls().size(), 1);
        QCOMPARE(link.tracker.calls().first().phase, CallPhase::Ringing);
    }
};

QTEST_GUILESS_MAIN(TestCloudOneBadFrames)
#include "tst_cloudone_badframes.moc"
