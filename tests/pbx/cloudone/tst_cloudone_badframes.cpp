// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Frames that no PBX should send, over a real socket. What QWebSocket can read costs that frame
// alone; a text that is not UTF-8 it answers with the end of the connection, which must cost no
// call.
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
                if (bytes.contains("Upgrade: websocket"))
                    m_events = near;
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

private:
    QTcpServer m_server;
    QPointer<QTcpSocket> m_events; //!< the latest that was upgraded
};

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
    void textThatIsNotUtf8CostsNoCall()
    {
        SandboxLink link;
        QVERIFY(link.pbx->listen());
        const Relay relay(static_cast<quint16>(link.pbx->url().port()));
        link.session->start(
            {.url = relay.url(), .clientId = link.pbx->settings().clientId, .extension = u"1001"_s},
            link.pbx->settings().clientSecret, {});
        QVERIFY(link.becomes(LinkState::Connected));
        const auto ending = placeCall(link, u"+14155551212"_s);
        const auto staying = placeCall(link, u"+14155551213"_s);
        QTRY_VERIFY(link.tracker.call(ending) && link.tracker.call(staying));

        QTest::ignoreMessage(QtInfoMsg, QRegularExpression(u"link is down.*not UTF-8"_s));
        relay.slipIn(QByteArray::fromHex("8104c328c328"));
        QElapsedTimer timer;
        timer.start();
        // What happens in between reaches nobody's socket.
        QVERIFY(link.becomes(LinkState::Reconnecting));
        (void)link.pbx->exchange().hangUp(ending, sandbox::Exchange::Party::Caller);
        const auto coming = placeCall(link, u"+14155551214"_s);
        QVERIFY(link.becomes(LinkState::Connected));
        QTRY_VERIFY(link.tracker.call(coming));
        qInfo("return_after_text_not_utf8 %lld ms", timer.elapsed());
        QVERIFY(timer.elapsed() < 3000);
        QCOMPARE(link.tracker.call(ending)->phase, CallPhase::Ended);
        QCOMPARE(link.tracker.call(staying)->phase, CallPhase::Ringing);
        QCOMPARE(link.tracker.call(coming)->phase, CallPhase::Ringing);

        // And events flow again.
        (void)link.pbx->exchange().hangUp(staying, sandbox::Exchange::Party::Caller);
        QTRY_COMPARE(link.tracker.call(staying)->phase, CallPhase::Ended);
    }

    void textsThatAreNotUtf8OneAfterTheOtherAreGotOver()
    {
        SandboxLink link;
        QVERIFY(link.pbx->listen());
        const Relay relay(static_cast<quint16>(link.pbx->url().port()));
        link.session->start(
            {.url = relay.url(), .clientId = link.pbx->settings().clientId, .extension = u"1001"_s},
            link.pbx->settings().clientSecret, {});
        for (int i = 0; i < 4; ++i) {
            QVERIFY(link.becomes(LinkState::Connected));
            relay.slipIn(QByteArray::fromHex("8104c328c328"));
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
        QTest::addColumn<QString>("frame");
        const auto frame = [](const QString& message) {
            return QString(u"{\"type\":30011,\"sn\":\"X\",\"msg\":"_s + message + u'}');
        };
        const auto quoted = [](const QString& text) {
            return QString(u'"' + text + u'"');
        };
        const QString much(50 * 1024 * 1024, u'x');
        const QString deep = u"["_s.repeated(10000) + u"]"_s.repeated(10000);
        QTest::newRow("50 MB") << frame(u"{\"call_id\":\"1.1\",\"members\":[],\"x\":"_s
                                        + quoted(much) + u'}');
        QTest::newRow("50 MB in msg as text") << frame(quoted(much));
        QTest::newRow("nested 10,000 deep") << frame(deep);
        QTest::newRow("nested 10,000 deep in msg as text") << frame(quoted(deep));
        QTest::newRow("half a surrogate") << frame(quoted(QString(QChar(0xD800))));
    }

    void othersCostThatFrameAlone()
    {
        QFETCH(const QString, frame);
        SandboxLink link;
        QVERIFY(link.connectSession());
        const auto call = placeCall(link, u"+14155551212"_s);
        QTRY_VERIFY(link.tracker.call(call));
        QSignalSpy statuses(link.session.get(), &PbxLink::statusChanged);
        link.pbx->feed().sendText(frame);
        (void)link.pbx->exchange().hangUp(call, sandbox::Exchange::Party::Caller);
        QTRY_COMPARE_WITH_TIMEOUT(link.tracker.call(call)->phase, CallPhase::Ended, 30000);
        QCOMPARE(statuses.size(), 0); // it never went down
        QCOMPARE(link.tracker.calls().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCloudOneBadFrames)
#include "tst_cloudone_badframes.moc"
