// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The sign-in with a played browser against the real listener.
#include "app/salesforce/signin.h"
#include "tests/support/fakehttptransport.h"

#include <QCryptographicHash>
#include <QNetworkInterface>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

using namespace companion;
using namespace companion::salesforce;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::FakeHttpTransport;

namespace {

//! One connection of a browser, byte by byte if need be.
class Browser
{
public:
    Browser(const QHostAddress& host, quint16 port)
    {
        QObject::connect(&m_socket, &QIODevice::readyRead, &m_socket,
                         [this] { m_answer += m_socket.readAll(); });
        m_socket.connectToHost(host, port);
    }

    void send(const QByteArray& bytes)
    {
        m_socket.write(bytes);
        if (isConnected())
            m_socket.flush();
    }
    void get(const QByteArray& target)
    {
        send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    [[nodiscard]] bool isOver() const
    {
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    }
    [[nodiscard]] bool isConnected() const
    {
        return m_socket.state() == QAbstractSocket::ConnectedState;
    }
    [[nodiscard]] const QByteArray& answer() const { return m_answer; }

private:
    QTcpSocket m_socket;
    QByteArray m_answer;
};

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QByteArray goodTokens()
{
    return R"({"access_token":"00D!x","refresh_token":"5Aep","instance_url":"https://acme.my.salesforce.com","id":"https://login.salesforce.com/id/00D/005"})";
}

} // namespace

class TestSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_http = std::make_unique<FakeHttpTransport>();
        m_port = freePort();
        start({m_port});
    }

    void cleanup()
    {
        m_finished.clear();
        m_signIn.reset();
        m_http.reset();
    }

    void theBrowserComesBackAndTheCodeIsExchanged_data()
    {
        QTest::addColumn<QHostAddress>("host");
        QTest::newRow("IPv4") << QHostAddress(QHostAddress::LocalHost);
        QTest::newRow("IPv6") << QHostAddress(QHostAddress::LocalHostIPv6);
    }

    void theBrowserComesBackAndTheCodeIsExchanged()
    {
        QFETCH(QHostAddress, host);
        if (host.protocol() == QAbstractSocket::IPv6Protocol) {
            QTcpServer probe;
            if (!probe.listen(QHostAddress::LocalHostIPv6))
                QSKIP("this computer has no IPv6");
        }
        Browser browser(host, m_port);
        browser.get("/oauth/callback?code=aPrx%2B1%3D%3D&state=" + state()
                    + "&sfdc_community_id=0DB");
        QTRY_VERIFY(browser.isOver());
        QVERIFY(browser.answer().startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(browser.answer().contains("let you in"));
        QVERIFY(!browser.answer().contains("aPrx"));
        QTRY_COMPARE(m_http->requests.size(), 1);
        const auto& exchange = m_http->requests.first();
        QCOMPARE(exchange.url, QUrl(u"https://login.salesforce.com/services/oauth2/token"_s));
        const QUrlQuery form(QString::fromLatin1(exchange.body));
        QCOMPARE(form.queryItemValue(u"grant_type"_s), u"authorization_code"_s);
        QCOMPARE(form.queryItemValue(u"code"_s, QUrl::FullyDecoded), u"aPrx+1=="_s);
        QCOMPARE(form.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded), callback());
        QVERIFY(!form.hasQueryItem(u"client_secret"_s));
        const auto verifier = form.queryItemValue(u"code_verifier"_s).toLatin1();
        QVERIFY(verifier.size() >= 43 && verifier.size() <= 128);
        QCOMPARE(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
                     .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
                 m_query.queryItemValue(u"code_challenge"_s).toLatin1());
        m_http->answer(0, FakeHttpTransport::json(goodTokens()));
        QTRY_COMPARE(m_finished.size(), 1);
        QCOMPARE(outcome()->access, u"00D!x"_s);
        QCOMPARE(outcome()->refresh, u"5Aep"_s);
        expectNothingListens();
    }

    void aGivenSecretGoesWithTheExchange()
    {
        m_secret = u"s3cret&="_s;
        start({m_port = freePort()});
        m_secret.clear();
        comeBack();
        QTRY_COMPARE(m_http->requests.size(), 1);
        const QUrlQuery form(QString::fromLatin1(m_http->requests.first().body));
        QCOMPARE(form.queryItemValue(u"client_secret"_s, QUrl::FullyDecoded), u"s3cret&="_s);
    }

    void strangeRequestsAreAnsweredAndWaitedThrough_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        const auto get = [](const QByteArray& target) {
            return QByteArray("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        };
        QTest::newRow("favicon") << get("/favicon.ico") << QByteArray("404");
        QTest::newRow("touch icon") << get("/apple-touch-icon.png") << QByteArray("404");
        QTest::newRow("the root") << get("/") << QByteArray("404");
        QTest::newRow("a longer path")
            << get("/oauth/callback/more?code=x&state=y") << QByteArray("404");
        QTest::newRow("no state") << get("/oauth/callback?code=x") << QByteArray("400");
        QTest::newRow("an empty state")
            << get("/oauth/callback?code=x&state=") << QByteArray("400");
        QTest::newRow("another state")
            << get("/oauth/callback?code=x&state=" + QByteArray(43, 'a')) << QByteArray("400");
        QTest::newRow("an error with another state")
            << get("/oauth/callback?error=access_denied&state=x") << QByteArray("400");
        QTest::newRow("a POST") << QByteArray("POST /oauth/callback HTTP/1.1\r\n\r\n")
                                << QByteArray("404");
        QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << QByteArray("400");
        QTest::newRow("a preflight")
            << QByteArray("OPTIONS /oauth/callback HTTP/1.1\r\nOrigin: "
                          "https://login.salesforce.com\r\nAccess-Control-Request-Private-Network: "
                          "true\r\n\r\n")
            << QByteArray("204");
    }

    void strangeRequestsAreAnsweredAndWaitedThrough()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        Browser browser(QHostAddress::LocalHost, m_port);
        browser.send(request);
        QTRY_VERIFY(browser.isOver());
        QVERIFY2(browser.answer().startsWith(QByteArray("HTTP/1.1 " + status)),
                 browser.answer().left(100).constData());
        if (status == "204")
            QVERIFY(browser.answer().contains("Access-Control-Allow-Private-Network: true"));
        QCOMPARE(m_finished.size(), 0);
        QVERIFY(m_http->requests.isEmpty());
        comeBack();
        QTRY_COMPARE(m_http->requests.size(), 1);
    }

    void aRequestMayComeInPieces()
    {
        Browser browser(QHostAddress::LocalHost, m_port);
        const QByteArray request = "GET /oauth/callback?code=aPrx1&state=" + state()
            + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: x\r\n\r\n";
        QTRY_VERIFY(browser.isConnected());
        for (qsizetype at = 0; at < request.size(); at += 7) {
            browser.send(request.mid(at, 7));
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(m_http->requests.size(), 1);
    }

    void anEndlessRequestIsCutOff()
    {
        Browser browser(QHostAddress::LocalHost, m_port);
        QTRY_VERIFY(browser.isConnected());
        browser.send("GET /" + QByteArray(100'000, 'x'));
        QTRY_VERIFY(browser.isOver());
        comeBack();
        QTRY_COMPARE(m_http->requests.size(), 1);
    }

    void severalConnectionsAtOnceAreFine()
    {
        Browser idle(QHostAddress::LocalHost, m_port); // browsers open one to spare
        Browser icon(QHostAddress::LocalHost, m_port);
        icon.get("/favicon.ico");
        QTRY_VERIFY(icon.isOver());
        comeBack();
        QTRY_COMPARE(m_http->requests.size(), 1);
    }

    void aReloadedPageIsExchangedOnce()
    {
        comeBack();
        QTRY_COMPARE(m_http->requests.size(), 1);
        comeBack();
        QCOMPARE(m_http->requests.size(), 1);
        m_http->answer(0, FakeHttpTransport::json(goodTokens()));
        QTRY_COMPARE(m_finished.size(), 1);
    }

    void aDeniedSignInSaysWhy()
    {
        Browser browser(QHostAddress::LocalHost, m_port);
        browser.get(
            "/oauth/callback?error=access_denied&error_description=end-user+denied+%3Cb%3E&state="
            + state());
        QTRY_COMPARE(m_finished.size(), 1);
        QCOMPARE(outcome().error().code, u"access_denied"_s);
        QCOMPARE(outcome().error().sentence, u"end-user denied <b>"_s);
        QTRY_VERIFY(browser.isOver());
        QVERIFY(browser.answer().contains("end-user denied &lt;b&gt;"));
        QVERIFY(m_http->requests.isEmpty());
        expectNothingListens();
    }

    void aCallbackWithoutACodeIsAnError()
    {
        Browser browser(QHostAddress::LocalHost, m_port);
        browser.get("/oauth/callback?state=" + state());
        QTRY_COMPARE(m_finished.size(), 1);
        QCOMPARE(outcome().error().kind, Error::Kind::Malformed);
    }

    void aRefusedExchangeSaysWhy()
    {
        comeBack();
        QTRY_COMPARE(m_http->requests.size(), 1);
        m_http->answer(
            0,
            FakeHttpTransport::json(
                R"({"error":"invalid_grant","error_description":"invalid code verifier"})", 400));
        QTRY_COMPARE(m_finished.size(), 1);
        QCOMPARE(outcome().error().code, u"invalid_grant"_s);
        QCOMPARE(outcome().error().sentence, u"invalid code verifier"_s);
    }

    void anExchangeWithoutNetworkEnds()
    {
        comeBack();
        QTRY_COMPARE(m_http->requests.size(), 1);
        m_http->answer(0, Error{Error::Kind::Offline, u"dns"_s});
        QTRY_COMPARE(m_finished.size(), 1);
        QCOMPARE(outcome().error().kind, Error::Kind::Offline);
    }

    void aTakenPortIsPassedOver_data()
    {
        QTest::addColumn<QHostAddress>("taken");
        QTest::newRow("on IPv4") << QHostAddress(QHostAddress::LocalHost);
        QTest::newRow("on IPv6") << QHostAddress(QHostAddress::LocalHostIPv6);
    }

    void aTakenPortIsPassedOver()
    {
        QFETCH(QHostAddress, taken);
        QTcpServer other;
        if (!other.listen(taken))
            QSKIP("this computer has no IPv6");
        const quint16 next = freePort();
        start({other.serverPort(), next});
        QCOMPARE(callback(), u"http://localhost:%1/oauth/callback"_s.arg(next));
        m_port = next;
        comeBack();
        QTRY_COMPARE(m_http->requests.size(), 1);
    }

    void withoutAFreePortItEndsAtOnce()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        SignIn signIn(
            *m_http, QUrl(u"https://login.salesforce.com"_s),
            {.loginUrl = {}, .clientId = u"3MVG9"_s, .redirectPorts = {other.serverPort()}}, {},
            10s);
        QList<Result<Tokens>> finished;
        connect(&signIn, &SignIn::finished, this,
                [&finished](const Result<Tokens>& tokens) { finished.append(tokens); });
        QSignalSpy pages(&signIn, &SignIn::browserRequested);
        signIn.start();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first().error().code, u"ports_in_use"_s);
        QVERIFY(finished.first().error().detail.contains(QString::number(other.serverPort())));
        QCOMPARE(pages.size(), 0);
    }

    void cancellingEndsItOnce()
    {
        m_signIn->cancel();
        m_signIn->cancel();
        QCOMPARE(m_finished.size(), 1);
        QCOMPARE(outcome().error().kind, Error::Kind::Cancelled);
        expectNothingListens();
    }

    void cancellingDuringTheExchangeEndsItOnce()
    {
        comeBack();
        QTRY_COMPARE(m_http->requests.size(), 1);
        m_signIn->cancel();
        m_http->answer(0, FakeHttpTransport::json(goodTokens()));
        QCoreApplication::processEvents();
        QCOMPARE(m_finished.size(), 1);
        QCOMPARE(outcome().error().kind, Error::Kind::Cancelled);
    }

    void itEndsInTimeWhenNobodyComes()
    {
        start({m_port = freePort()}, 30ms);
        QTRY_COMPARE(m_finished.size(), 1);
        QCOMPARE(outcome().error().kind, Error::Kind::Timeout);
        QCOMPARE(outcome().error().code, u"sign_in_timeout"_s);
        expectNothingListens();
    }

    void itListensOnLoopbackOnly()
    {
        for (const auto& address : QNetworkInterface::allAddresses()) {
            if (address.isLoopback() || address.isLinkLocal())
                continue;
            QTcpSocket stranger;
            stranger.connectToHost(address, m_port);
            QVERIFY(!stranger.waitForConnected(300));
        }
    }

private:
    void start(const QList<quint16>& ports, std::chrono::milliseconds limit = 10s)
    {
        m_finished.clear();
        m_signIn = std::make_unique<SignIn>(
            *m_http, QUrl(u"https://login.salesforce.com"_s),
            CrmAccount{.loginUrl = {}, .clientId = u"3MVG9.key+1"_s, .redirectPorts = ports},
            m_secret, limit);
        connect(m_signIn.get(), &SignIn::finished, this,
                [this](const Result<Tokens>& tokens) { m_finished.append(tokens); });
        QSignalSpy pages(m_signIn.get(), &SignIn::browserRequested);
        m_signIn->start();
        QCOMPARE(pages.size(), 1);
        m_query = QUrlQuery(pages.first().first().toUrl());
        QCOMPARE(m_query.queryItemValue(u"client_id"_s), u"3MVG9.key%2B1"_s);
    }
    [[nodiscard]] QByteArray state() const
    {
        return m_query.queryItemValue(u"state"_s, QUrl::FullyEncoded).toLatin1();
    }
    [[nodiscard]] QString callback() const
    {
        return m_query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded);
    }
    [[nodiscard]] Result<Tokens> outcome() const { return m_finished.first(); }
    void comeBack()
    {
        Browser browser(QHostAddress::LocalHost, m_port);
        browser.get("/oauth/callback?code=aPrx1&state=" + state());
        QTRY_VERIFY(browser.isOver());
        QVERIFY(browser.answer().startsWith("HTTP/1.1 200"));
    }
    void expectNothingListens() const
    {
        for (const auto& host : {QHostAddress::LocalHost, QHostAddress::LocalHostIPv6}) {
            QTcpSocket late;
            late.connectToHost(QHostAddress(host), m_port);
            QVERIFY(!late.waitForConnected(2000));
        }
    }

    std::unique_ptr<FakeHttpTransport> m_http;
    std::unique_ptr<SignIn> m_signIn;
    QList<Result<Tokens>> m_finished;
    QUrlQuery m_query;
    QString m_secret;
    quint16 m_port = 0;
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_salesforce_signin.moc"
