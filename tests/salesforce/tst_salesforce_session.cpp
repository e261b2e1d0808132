// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The client against a played server: what depends on the order of answers.
#include "app/salesforce/salesforceclient.h"
#include "tests/support/fakehttptransport.h"
#include "tests/support/fakesecretstore.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace companion;
using namespace companion::salesforce;
using namespace Qt::StringLiterals;
using test::FakeHttpTransport;

namespace {

const QString owner = u"https://login.salesforce.com 3MVG9"_s;

//! A key store that takes its time with writing.
class SlowSecretStore : public test::FakeSecretStore
{
public:
    bool holdsWrites = false;
    std::vector<std::pair<std::shared_ptr<async::Promise<Done>>, std::function<void()>>> held;

    QFuture<Result<Done>> write(const QString& name, const QString& secret) override
    {
        if (!holdsWrites)
            return FakeSecretStore::write(name, secret);
        auto promise = std::make_shared<async::Promise<Done>>();
        held.emplace_back(promise, [this, name, secret] { secrets.insert(name, secret); });
        return promise->future();
    }
    void finishWrites(const Result<Done>& outcome = Done{})
    {
        for (const auto& [promise, work] : std::exchange(held, {})) {
            if (outcome)
                work();
            promise->finish(outcome);
        }
    }
};

//! Follows a future; remembers how often and with what it ended.
template <typename T>
struct Watched
{
    std::optional<Result<T>> outcome;
    int times = 0;
    QObject context;

    explicit Watched(const QFuture<Result<T>>& future)
    {
        async::onReady(future, &context, [this](const Result<T>& result) {
            outcome = result;
            ++times;
        });
    }
};

QByteArray tokens(const QByteArray& access, const QByteArray& refresh = {})
{
    return R"({"access_token":")" + access + R"(","instance_url":"https://acme.my.salesforce.com",)"
        + (refresh.isEmpty() ? QByteArray() : R"("refresh_token":")" + refresh + R"(",)")
        + R"("id":"https://login.salesforce.com/id/00D5g00000AbCdEEAV/0055g00000XyZabAAF"})";
}

HttpReply expired()
{
    return FakeHttpTransport::json(
        R"([{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}])", 401);
}

QByteArray tokenOf(const HttpRequest& request)
{
    for (const auto& [name, value] : request.headers)
        if (name == "Authorization")
            return value.mid(7);
    return {};
}

PhoneNumber number(const QString& text = u"+14155551212"_s)
{
    return PhoneNumber::read(text, {});
}

QByteArray describes()
{
    QByteArray parts;
    for (const char* object : {"Contact", "Lead", "Account", "Task"})
        parts += QByteArray(parts.isEmpty() ? "" : ",")
            + R"({"httpStatusCode":200,"referenceId":"describe)" + object
            + R"(","body":{"createable":true,"queryable":true,"fields":[
            {"name":"Id","type":"id"},{"name":"Name","type":"string"},
            {"name":"Phone","type":"phone","createable":true},
            {"name":"LastName","type":"string","createable":true}]}})";
    return R"({"compositeResponse":[)" + parts + "]}";
}

QByteArray versions()
{
    return R"([{"version":"67.0"}])";
}

QByteArray jane()
{
    return R"({"user_id":"005","name":"Jane Roe"})";
}

QByteArray leoFound()
{
    return R"({"searchRecords":[{"attributes":{"type":"Contact"},"Id":"0035g00000AAAAAAA1","Name":"Leo","Phone":"4155551212"}]})";
}

QByteArray noRows()
{
    return R"({"records":[]})";
}

QByteArray oneOfTwoWritten()
{
    return R"([{"id":"00T5g00000EEEEEAA5","success":true,"errors":[]}])";
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_http = std::make_unique<FakeHttpTransport>();
        m_secrets = std::make_unique<SlowSecretStore>();
        m_secrets->secrets.insert(refreshTokenName(), owner + u"\nstored-1"_s);
        Timing timing;
        timing.firstRetry = std::chrono::hours(1);
        timing.longestRetry = std::chrono::hours(1);
        m_client = std::make_unique<SalesforceClient>(*m_http, *m_secrets, timing);
        m_http->answerWith = [this](const HttpRequest& request) {
            return answerTo(request);
        };
        m_refreshes = 0;
        m_accepted = "access-1";
        m_rotates = false;
        m_holdsData = false;
        m_holdsTokens = false;
    }

    void cleanup()
    {
        m_client.reset();
        m_http.reset();
        m_secrets.reset();
    }

    void aRotatedTokenIsOnTheDiskBeforeItIsUsed()
    {
        resume();
        m_rotates = true;
        m_secrets->holdsWrites = true;
        m_accepted = "access-2";
        Watched record(m_client->record({u"Contact"_s, u"0035g00000AAAAAAA1"_s}));
        QTRY_COMPARE(m_secrets->held.size(), std::size_t(1));
        QCOMPARE(m_http->countOf(u"/query"_s), 1); // only the one that had expired
        m_secrets->finishWrites();
        QTRY_VERIFY(record.outcome);
        QCOMPARE(m_http->countOf(u"/query"_s), 2);
        QCOMPARE(tokenOf(m_http->requests.last()), QByteArray("access-2"));
        QCOMPARE(m_secrets->secrets.value(refreshTokenName()), QString(owner + u"\nrotated-2"_s));
    }

    void aRotatedTokenIsUsedAlsoWhenItCannotBeStored()
    {
        resume();
        m_rotates = true;
        m_secrets->holdsWrites = true;
        m_accepted = "access-2";
        Watched record(m_client->record({u"Contact"_s, u"0035g00000AAAAAAA1"_s}));
        QTRY_COMPARE(m_secrets->held.size(), std::size_t(1));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"kept for this run only"_s));
        m_secrets->finishWrites(Error{Error::Kind::Storage, u"locked"_s});
        QTRY_VERIFY(record.outcome);
        m_accepted = "access-3"; // the next refresh goes with the new token
        Watched again(m_client->record({u"Contact"_s, u"0035g00000AAAAAAA1"_s}));
        QTRY_COMPARE(m_http->countOf(u"/token"_s), 3);
        const auto last = std::find_if(
            m_http->requests.crbegin(), m_http->requests.crend(),
            [](const HttpRequest& one) { return one.url.path().endsWith(u"/token"_s); });
        QVERIFY(last->body.contains("refresh_token=rotated-2"));
    }

    void oneRefreshForAllThatWait()
    {
        resume();
        m_accepted = "access-2";
        m_holdsTokens = true;
        std::vector<std::unique_ptr<Watched<CrmMatch>>> asked;
        asked.reserve(6);
        for (int i = 0; i < 5; ++i)
            asked.push_back(std::make_unique<Watched<CrmMatch>>(
                m_client->record({u"Contact"_s, u"0035g00000AAAAAAA1"_s})));
        QTRY_COMPARE(m_http->countOf(u"/query"_s), 5);
        QTRY_COMPARE(m_http->countOf(u"/token"_s), 2); // that of the start, and one
        // One that comes now waits as well.
        asked.push_back(std::make_unique<Watched<CrmMatch>>(
            m_client->record({u"Contact"_s, u"0035g00000AAAAAAA1"_s})));
        QCOMPARE(m_http->countOf(u"/query"_s), 5);
        m_http->answerLast(FakeHttpTransport::json(tokens("access-2")));
        for (const auto& one : asked) {
            QTRY_VERIFY(one->outcome);
            QCOMPARE(one->times, 1);
        }
        QCOMPARE(m_http->countOf(u"/token"_s), 2);
        QCOMPARE(m_http->countOf(u"/query"_s), 11);
    }

    void a401ThatCameLateUsesTheTokenThatIsThereAlready()
    {
        resume();
        m_holdsData = true;
        Watched first(m_client->record({u"Contact"_s, u"0035g00000AAAAAAA1"_s}));
        Watched second(m_client->record({u"Contact"_s, u"0035g00000AAAAAAA1"_s}));
        QTRY_COMPARE(m_http->countOf(u"/query"_s), 2);
        const auto at = m_http->requests.size() - 2;
        m_holdsData = false;
        m_accepted = "access-2";
        m_http->answer(at, expired());
        QTRY_VERIFY(first.outcome);
        QCOMPARE(m_http->countOf(u"/token"_s), 2);
        m_http->answer(at + 1, expired());
        QTRY_VERIFY(second.outcome);
        QCOMPARE(m_http->countOf(u"/token"_s), 2);
    }

    void aTokenRefusedAgainIsNotRefreshedForEver()
    {
        resume();
        m_accepted = "none";
        Watched record(m_client->record({u"Contact"_s, u"0035g00000AAAAAAA1"_s}));
        QTRY_VERIFY(record.outcome);
        QCOMPARE(record.outcome->error().kind, Error::Kind::Unauthorized);
        QCOMPARE(m_http->countOf(u"/token"_s), 2);
        QCOMPARE(m_http->countOf(u"/query"_s), 2);
    }

    void tryingNowNeverStartsASecondRefresh()
    {
        resume();
        m_accepted = "access-2";
        m_holdsTokens = true;
        Watched record(m_client->record({u"Contact"_s, u"0035g00000AAAAAAA1"_s}));
        QTRY_COMPARE(m_http->countOf(u"/token"_s), 2);
        m_client->reconnectNow();
        m_client->reconnectNow();
        QCoreApplication::processEvents();
        QCOMPARE(m_http->countOf(u"/token"_s), 2);
        m_http->answerLast(FakeHttpTransport::json(tokens("access-2")));
        QTRY_VERIFY(record.outcome);
    }

    void aProbeThatHangsIsNotWaitedForAfterSleep()
    {
        resume();
        m_holdsData = true; // the connection died in its sleep
        m_client->reconnectNow();
        QTRY_COMPARE(m_http->countOf(u"/services/data/"_s), 2);
        m_holdsData = false;
        QSignalSpy told(m_client.get(), &CrmLink::statusChanged);
        m_client->reconnectNow();
        QTRY_COMPARE(m_http->countOf(u"/services/data/"_s), 3);
        QTRY_VERIFY(!m_http->isOpen(m_http->requests.size() - 1));
        m_http->answer(m_http->requests.size() - 2, Error{Error::Kind::Timeout, u"timeout"_s});
        QCoreApplication::processEvents();
        QCOMPARE(m_client->status().state, LinkState::Connected); // the late answer says nothing
        QCOMPARE(told.size(), 0);
    }

    void aHotelsSignInPageIsNotSalesforce()
    {
        resume();
        m_http->answerWith = [](const HttpRequest&) -> FakeHttpTransport::Answer {
            return HttpReply{.status = 200, .body = "<html>Room number?</html>"};
        };
        m_client->reconnectNow();
        QTRY_COMPARE(m_client->status().state, LinkState::Reconnecting);
        QCOMPARE(m_client->status().problem->kind, Error::Kind::Malformed);
        QVERIFY(m_secrets->secrets.contains(refreshTokenName()));
    }

    void signingOutEndsWhatWaits()
    {
        resume();
        m_accepted = "access-2";
        m_holdsTokens = true;
        Watched record(m_client->record({u"Contact"_s, u"0035g00000AAAAAAA1"_s}));
        Watched lookup(m_client->lookUp(number(), {}, {u"Contact"_s}));
        QTRY_COMPARE(m_http->countOf(u"/token"_s), 2);
        const auto refresh = m_http->requests.size() - 1;
        Watched gone(m_client->signOut());
        QTRY_VERIFY(record.outcome && lookup.outcome && gone.outcome);
        QVERIFY(!*record.outcome && !*lookup.outcome);
        QVERIFY(*gone.outcome);
        QCOMPARE(m_client->status(), CrmStatus{});
        // The tokens that come after all are taken back, and used by nobody.
        const auto revoked = m_http->countOf(u"/revoke"_s);
        m_http->answer(refresh, FakeHttpTransport::json(tokens("access-2", "rotated-2")));
        QTRY_COMPARE(m_http->countOf(u"/revoke"_s), revoked + 1);
        QVERIFY(m_http->requests.last().body.contains("rotated-2"));
        QVERIFY(m_secrets->secrets.isEmpty());
        QCOMPARE(m_client->status().state, LinkState::SignedOut);
    }

    void aDestroyedClientEndsWhatWaits()
    {
        resume();
        m_holdsData = true;
        Watched record(m_client->record({u"Contact"_s, u"0035g00000AAAAAAA1"_s}));
        Watched lookup(m_client->lookUp(number(), {}, {u"Contact"_s}));
        Watched tasks(m_client->writeTasks({JournalEntry{.callObject = u"a:b:c"_s}}));
        Watched amended(m_client->amendTask(u"00T5g00000EEEEEAA5"_s, {}));
        Watched made(m_client->create({.fields = {{u"LastName"_s, u"x"_s}}}));
        QTRY_COMPARE(m_http->countOf(u"/query"_s), 1);
        m_client.reset();
        QTRY_VERIFY(record.outcome && lookup.outcome && tasks.outcome && amended.outcome
                    && made.outcome);
        QCOMPARE(lookup.outcome->error().kind, Error::Kind::Cancelled);
        QCOMPARE(record.times + lookup.times + tasks.times + amended.times + made.times, 5);
    }

    void aCancelledSearchAbortsItsRequest()
    {
        resume();
        m_holdsData = true;
        auto search = m_client->search(u"gonz"_s, {u"Contact"_s});
        Watched watched(search);
        QTRY_COMPARE(m_http->countOf(u"/search"_s), 1);
        search.cancel();
        QTRY_VERIFY(watched.outcome);
        QCOMPARE(watched.outcome->error().kind, Error::Kind::Cancelled);
        QTRY_VERIFY(m_http->isCancelled(m_http->requests.size() - 1));
    }

    void cancellingOneOfTwoLookupsLeavesTheOther()
    {
        resume();
        m_holdsData = true;
        auto first = m_client->lookUp(number(), {}, {u"Contact"_s});
        Watched second(m_client->lookUp(number(), {}, {u"Contact"_s}));
        QTRY_COMPARE(m_http->countOf(u"/search"_s), 1);
        first.cancel();
        m_http->answerLast(FakeHttpTransport::json(leoFound()));
        QTRY_VERIFY(second.outcome);
        QVERIFY(*second.outcome);
        QCOMPARE((*second.outcome)->matches.size(), 1);
    }

    void signingOutForgetsWhatWasFound()
    {
        resume();
        Watched first(m_client->lookUp(number(), {}, {u"Contact"_s}));
        QTRY_VERIFY(first.outcome && *first.outcome);
        Watched gone(m_client->signOut());
        QTRY_VERIFY(gone.outcome);
        Watched second(m_client->lookUp(number(), {}, {u"Contact"_s}));
        QTRY_VERIFY(second.outcome);
        QVERIFY(!*second.outcome);
    }

    void aTransportThatAnswersHalfWritesSaysWhichAreUnknown()
    {
        resume();
        m_holdsData = true;
        Watched tasks(m_client->writeTasks(
            {JournalEntry{.callObject = u"a:b:1"_s}, JournalEntry{.callObject = u"a:b:2"_s}}));
        QTRY_COMPARE(m_http->countOf(u"/composite/sobjects"_s), 1);
        m_http->answerLast(FakeHttpTransport::json(oneOfTwoWritten()));
        QTRY_VERIFY(tasks.outcome && *tasks.outcome);
        QCOMPARE((*tasks.outcome)->size(), 2);
        QVERIFY((*tasks.outcome)->at(0).has_value());
        QCOMPARE((*tasks.outcome)->at(1).error().kind, Error::Kind::Malformed);
    }

    void everyRequestGoesToTheInstanceWithTheToken()
    {
        resume();
        Watched first(m_client->lookUp(number(), {}, {u"Contact"_s}));
        QTRY_VERIFY(first.outcome);
        for (const auto& request : m_http->requests) {
            const bool isToken = request.url.path().endsWith(u"/token"_s);
            QCOMPARE(request.url.host(),
                     isToken ? u"login.salesforce.com"_s : u"acme.my.salesforce.com"_s);
            QCOMPARE(request.url.scheme(), u"https"_s);
            QVERIFY(!request.url.query().contains(u"access-1"_s));
            QVERIFY(request.timeout <= std::chrono::seconds(60));
        }
    }

private:
    void resume()
    {
        Watched done(m_client->resume(
            {.loginUrl = u"login.salesforce.com"_s, .clientId = u"3MVG9"_s, .redirectPorts = {}}));
        QTRY_VERIFY(done.outcome);
        QVERIFY(*done.outcome);
        QCOMPARE(m_client->status().state, LinkState::Connected);
    }

    FakeHttpTransport::Answer answerTo(const HttpRequest& request)
    {
        const QString path = request.url.path();
        if (path.endsWith(u"/token"_s)) {
            if (m_holdsTokens)
                return {};
            const auto round = QByteArray::number(++m_refreshes);
            return FakeHttpTransport::json(tokens(
                "access-" + round, m_rotates ? QByteArray("rotated-" + round) : QByteArray()));
        }
        if (path.endsWith(u"/revoke"_s))
            return HttpReply{.status = 200};
        if (m_holdsData)
            return {};
        if (path == u"/services/data/"_s)
            return FakeHttpTransport::json(versions());
        if (tokenOf(request) != m_accepted)
            return expired();
        if (path.endsWith(u"/userinfo"_s))
            return FakeHttpTransport::json(jane());
        if (path.endsWith(u"/search"_s))
            return FakeHttpTransport::json(leoFound());
        if (path.endsWith(u"/query"_s))
            return FakeHttpTransport::json(noRows());
        return FakeHttpTransport::json(describes());
    }

    std::unique_ptr<FakeHttpTransport> m_http;
    std::unique_ptr<SlowSecretStore> m_secrets;
    std::unique_ptr<SalesforceClient> m_client;
    QByteArray m_accepted;
    int m_refreshes = 0;
    bool m_rotates = false;
    bool m_holdsData = false;
    bool m_holdsTokens = false;
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_salesforce_session.moc"
