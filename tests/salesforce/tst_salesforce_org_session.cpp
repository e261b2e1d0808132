// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The client's session against the sandbox's org, by HTTP.
#include "tests/salesforce/liveorg.h"

namespace companion {

using namespace Qt::StringLiterals;
using test::LiveOrg;

namespace {

    PhoneNumber number(const QString& text)
    {
        return PhoneNumber::read(text, NumberRules{});
    }

    QStringList objects()
    {
        return {u"Contact"_s, u"Lead"_s, u"Account"_s};
    }

} // namespace

class TestOrgSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signingInTellsWhoWhereAndWhatIsLeft();
    void signingInCostsOneCallOfTheQuota();
    void theAuthorizeRequestCarriesPkceStateAndTheRegisteredCallback();
    void aSecondSignInHasAnotherStateAndChallenge();
    void aDeniedSignInLeavesNothingBehind();
    void aConsumerSecretIsSentAndKeptForRefreshing();
    void aWrongConsumerSecretIsNamed();
    void aSignInIntoAnOrgWithoutTheInterfaceIsTakenBack();
    void aSessionWithoutTheApiScopeIsNotRefreshedForEver();
    void aNewStartGoesOnWithTheStoredSignIn();
    void aNewStartWithoutAStoredSignInStaysSignedOut();
    void theSignInOfAnotherAppIsNotUsed();
    void aNewStartWithoutNetworkReconnectsByItself();
    void fiveExpiredRequestsShareOneRefresh();
    void rotationSurvivesManyRefreshesAndRestarts();
    void aRefreshMayMoveTheInstance();
    void aRevokedRefreshTokenSignsOutAndIsForgotten();
    void aLockedUserIsSignedOutAndForgotten();
    void aRestrictedAddressKeepsTheSignIn();
    void aServerErrorWhileRefreshingKeepsTheSignIn();
    void aLostConnectionIsNoticedAndComesBackByItself();
    void tryingNowDoesNotWaitForTheBackoff();
    void signingOutRevokesAndForgets();
    void signingOutWorksWithoutNetwork();
    void aUsedUpQuotaAtStartSignsNobodyOut();
    void usageIsToldOnlyWhenItChangesAndNotAtEachCall();
    void usageCrossingALimitIsToldAtOnce();
};

void TestOrgSession::signingInTellsWhoWhereAndWhatIsLeft()
{
    LiveOrg live;
    QSignalSpy told(live.client.get(), &CrmLink::statusChanged);
    QVERIFY(live.signIn());
    const auto status = live.client->status();
    QCOMPARE(status.state, LinkState::Connected);
    QCOMPARE(status.user, u"Jane Roe"_s);
    QCOMPARE(status.email, u"jane.roe@acme.example"_s);
    QCOMPARE(status.organization, u"Acme Telecom"_s);
    QCOMPARE(status.edition, u"Enterprise Edition"_s);
    QCOMPARE(status.instanceUrl, live.baseUrl().toString());
    QVERIFY(status.userId.startsWith(u"005"_s));
    QVERIFY(status.organizationId.startsWith(u"00D"_s));
    QCOMPARE(status.apiMax, 100'000);
    QVERIFY(status.apiUsed > 0);
    QVERIFY(!status.problem);
    QCOMPARE(told.first().first().value<CrmStatus>().state, LinkState::Connecting);
    QVERIFY(live.client->isOwnUrl(live.client->recordUrl({u"Contact"_s, u"0035g00000AAAAAAA1"_s})));
}

void TestOrgSession::signingInCostsOneCallOfTheQuota()
{
    LiveOrg live;
    QVERIFY(live.signIn());
    QCOMPARE(live.counted(u"api"_s), 1);
    QCOMPARE(live.counted(u"composite"_s), 1);
    QCOMPARE(live.counted(u"describe"_s), 4);
}

void TestOrgSession::theAuthorizeRequestCarriesPkceStateAndTheRegisteredCallback()
{
    LiveOrg live;
    QVERIFY(live.signIn());
    QCOMPARE(live.pagesOpened.size(), 1);
    const QUrl page = live.pagesOpened.first();
    const QUrlQuery query(page);
    QCOMPARE(page.path(), u"/services/oauth2/authorize"_s);
    QCOMPARE(query.queryItemValue(u"response_type"_s), u"code"_s);
    QCOMPARE(query.queryItemValue(u"client_id"_s), live.org.clientId());
    QCOMPARE(query.queryItemValue(u"scope"_s, QUrl::FullyDecoded), u"api refresh_token id"_s);
    QCOMPARE(query.queryItemValue(u"code_challenge_method"_s), u"S256"_s);
    QCOMPARE(query.queryItemValue(u"code_challenge"_s).size(), 43);
    QCOMPARE(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded),
             u"http://localhost:%1/oauth/callback"_s.arg(live.account().redirectPorts.first()));
    QVERIFY(query.queryItemValue(u"state"_s).size() >= 32);
    for (const auto& [name, value] : query.queryItems())
        QCOMPARE(query.allQueryItemValues(name).size(), 1);
}

void TestOrgSession::aSecondSignInHasAnotherStateAndChallenge()
{
    LiveOrg live;
    QVERIFY(live.signIn());
    QVERIFY(live.signIn());
    const QUrlQuery first(live.pagesOpened.at(0));
    const QUrlQuery second(live.pagesOpened.at(1));
    QVERIFY(first.queryItemValue(u"state"_s) != second.queryItemValue(u"state"_s));
    QVERIFY(first.queryItemValue(u"code_challenge"_s)
            != second.queryItemValue(u"code_challenge"_s));
    QTRY_COMPARE(live.control("GET", u"state"_s)[u"oauth"_s][u"refreshTokens"_s].toInt(), 1);
}

void TestOrgSession::aDeniedSignInLeavesNothingBehind()
{
    LiveOrg live;
    live.fault(u"deny"_s);
    const auto done = LiveOrg::outcome(live.client->signIn(live.account(), {}));
    QVERIFY(done && !*done);
    QCOMPARE(done->error().code, u"access_denied"_s);
    QCOMPARE(done->error().sentence, u"end-user denied authorization"_s);
    QCOMPARE(live.client->status().state, LinkState::SignedOut);
    QCOMPARE(live.client->status().problem->code, u"access_denied"_s);
    QVERIFY(live.secrets.secrets.isEmpty());
}

void TestOrgSession::aConsumerSecretIsSentAndKeptForRefreshing()
{
    LiveOrg live;
    live.fault(u"secret-required"_s, true);
    QVERIFY(live.signIn(live.org.clientSecret()));
    QVERIFY(live.secrets.secrets.value(salesforce::consumerSecretName())
                .endsWith(live.org.clientSecret()));
    live.newClient();
    QVERIFY(live.resume());
    QVERIFY(live.signIn(live.org.clientSecret()));
    QVERIFY(live.signIn()); // known from the last time
    live.newClient();
    QVERIFY(live.resume());
    QVERIFY(live.signIn());
    QVERIFY(LiveOrg::outcome(live.client->signOut()));
    QVERIFY(!live.signIn()); // forgotten with the rest
}

void TestOrgSession::aWrongConsumerSecretIsNamed()
{
    LiveOrg live;
    const auto done = LiveOrg::outcome(live.client->signIn(live.account(), u"wrong"_s));
    QVERIFY(done && !*done);
    QCOMPARE(done->error().code, u"invalid_client"_s);
    QVERIFY(live.secrets.secrets.isEmpty());
}

void TestOrgSession::aSignInIntoAnOrgWithoutTheInterfaceIsTakenBack()
{
    LiveOrg live;
    live.fault(u"api-disabled"_s);
    const auto done = LiveOrg::outcome(live.client->signIn(live.account(), {}));
    QVERIFY(done && !*done);
    QCOMPARE(done->error().code, u"API_DISABLED_FOR_ORG"_s);
    QCOMPARE(done->error().kind, Error::Kind::Forbidden);
    QCOMPARE(live.client->status().state, LinkState::Failed);
    QTRY_COMPARE(live.control("GET", u"state"_s)[u"oauth"_s][u"refreshTokens"_s].toInt(), 0);
    QVERIFY(live.secrets.secrets.isEmpty());
}

void TestOrgSession::aSessionWithoutTheApiScopeIsNotRefreshedForEver()
{
    LiveOrg live;
    QVERIFY(live.signIn());
    const int tokens = live.counted(u"oauth.token"_s);
    live.fault(u"401-no-rest"_s);
    const auto answer =
        LiveOrg::outcome(live.client->lookUp(number(u"+14155551212"_s), {}, objects()));
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().kind, Error::Kind::Forbidden);
    QCOMPARE(live.counted(u"oauth.token"_s), tokens);
}

void TestOrgSession::aNewStartGoesOnWithTheStoredSignIn()
{
    LiveOrg live;
    QVERIFY(live.signIn());
    live.newClient();
    QCOMPARE(live.client->status().state, LinkState::SignedOut);
    QVERIFY(live.resume());
    QCOMPARE(live.client->status().state, LinkState::Connected);
    QCOMPARE(live.client->status().email, u"jane.roe@acme.example"_s);
    QCOMPARE(live.pagesOpened.size(), 1);
    QVERIFY(live.resume()); // once more changes nothing
    QCOMPARE(live.counted(u"oauth.token"_s), 2);
}

void TestOrgSession::aNewStartWithoutAStoredSignInStaysSignedOut()
{
    LiveOrg live;
    const auto done = LiveOrg::outcome(live.client->resume(live.account()));
    QVERIFY(done && !*done);
    QCOMPARE(live.client->status().state, LinkState::SignedOut);
    QVERIFY(!live.client->status().problem);

    live.secrets.isReachable = false;
    const auto locked = LiveOrg::outcome(live.client->resume(live.account()));
    QVERIFY(locked && !*locked);
    QCOMPARE(live.client->status().state, LinkState::SignedOut);
    QCOMPARE(live.client->status().problem->kind, Error::Kind::Storage);
}

void TestOrgSession::theSignInOfAnotherAppIsNotUsed()
{
    LiveOrg live;
    QVERIFY(live.signIn());
    live.newClient();
    auto other = live.account();
    other.clientId = u"3MVG9another"_s;
    const int tokens = live.counted(u"oauth.token"_s);
    const auto done = LiveOrg::outcome(live.client->resume(other));
    QVERIFY(done && !*done);
    QCOMPARE(live.client->status().state, LinkState::SignedOut);
    QCOMPARE(live.counted(u"oauth.token"_s), tokens);
}

void TestOrgSession::aNewStartWithoutNetworkReconnectsByItself()
{
    LiveOrg live;
    QVERIFY(live.signIn());
    live.newClient();
    live.rememberPort();
    live.stopServer();
    const auto done = LiveOrg::outcome(live.client->resume(live.account()));
    QVERIFY(done && !*done);
    QCOMPARE(done->error().kind, Error::Kind::Offline);
    QCOMPARE(live.client->status().state, LinkState::Reconnecting);
    QVERIFY(live.startServer());
    QTRY_COMPARE(live.client->status().state, LinkState::Connected);
    QCOMPARE(live.client->status().email, u"jane.roe@acme.example"_s);
}

void TestOrgSession::fiveExpiredRequestsShareOneRefresh()
{
    LiveOrg live;
    live.fault(u"rotation"_s, true);
    QVERIFY(live.signIn());
    live.fault(u"expire-tokens"_s);
    const int before = live.counted(u"oauth.token"_s);
    QList<QFuture<Result<LookupAnswer>>> asked;
    for (const auto& text :
         {u"+14155551212"_s, u"5503301"_s, u"+12065550101"_s, u"+14155550190"_s, u"+14155551300"_s})
        asked.append(live.client->lookUp(number(text), {}, objects()));
    for (const auto& future : asked) {
        const auto answer = LiveOrg::outcome(future);
        QVERIFY(answer && *answer);
        QCOMPARE((*answer)->matches.size(), 1);
    }
    QCOMPARE(live.counted(u"oauth.token"_s), before + 1);
    QCOMPARE(live.client->status().state, LinkState::Connected);
}

void TestOrgSession::rotationSurvivesManyRefreshesAndRestarts()
{
    LiveOrg live;
    live.fault(u"rotation"_s, true);
    QVERIFY(live.signIn());
    for (int round = 0; round < 4; ++round) {
        live.fault(u"expire-tokens"_s);
        const auto answer =
            LiveOrg::outcome(live.client->lookUpExactly(number(u"5503301"_s), {}, objects()));
        QVERIFY(answer && *answer);
        live.newClient();
        QVERIFY(live.resume());
    }
}

void TestOrgSession::aRefreshMayMoveTheInstance()
{
    LiveOrg live;
    QVERIFY(live.signIn());
    QString moved = live.baseUrl().toString();
    moved.replace(u"localhost"_s, u"127.0.0.1"_s);
    live.fault(u"instance-url-change"_s);
    live.fault(u"expire-tokens"_s);
    const auto answer =
        LiveOrg::outcome(live.client->lookUp(number(u"+14155551212"_s), {}, objects()));
    QVERIFY(answer && *answer);
    QCOMPARE(live.client->status().instanceUrl, moved);
    QVERIFY((*answer)->matches.first().url.toString().startsWith(moved));
    QVERIFY(live.client->isOwnUrl((*answer)->matches.first().url));
}

void TestOrgSession::aRevokedRefreshTokenSignsOutAndIsForgotten()
{
    LiveOrg live;
    QVERIFY(live.signIn());
    live.fault(u"revoke-all"_s);
    const auto answer =
        LiveOrg::outcome(live.client->lookUp(number(u"+14155551212"_s), {}, objects()));
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().kind, Error::Kind::Unauthorized);
    QCOMPARE(live.client->status().state, LinkState::SignedOut);
    QCOMPARE(live.client->status().problem->code, u"invalid_grant"_s);
    QTRY_VERIFY(!live.secrets.secrets.contains(salesforce::refreshTokenName()));
}

void TestOrgSession::aLockedUserIsSignedOutAndForgotten()
{
    LiveOrg live;
    QVERIFY(live.signIn());
    live.newClient();
    live.fault(u"login-error"_s, u"inactive_user"_s);
    QVERIFY(!live.resume());
    QCOMPARE(live.client->status().state, LinkState::SignedOut);
    QCOMPARE(live.client->status().problem->code, u"inactive_user"_s);
    QTRY_VERIFY(!live.secrets.secrets.contains(salesforce::refreshTokenName()));
}

void TestOrgSession::aRestrictedAddressKeepsTheSignIn()
{
    LiveOrg live;
    QVERIFY(live.signIn());
    live.newClient();
    live.fault(u"login-error"_s,
               QJsonObject{{u"error"_s, u"invalid_grant"_s},
                           {u"error_description"_s, u"IP restricted or invalid login hours"_s}});
    QVERIFY(!live.resume());
    QVERIFY(live.secrets.secrets.contains(salesforce::refreshTokenName()));
    QTRY_COMPARE(live.client->status().state, LinkState::Connected); // the next try is let in
}

void TestOrgSession::aServerErrorWhileRefreshingKeepsTheSignIn()
{
    LiveOrg live;
    QVERIFY(live.signIn());
    live.newClient();
    live.fault(u"html-500"_s, {}, 2, u"/services/oauth2/token"_s);
    QVERIFY(!live.resume());
    QVERIFY(live.secrets.secrets.contains(salesforce::refreshTokenName()));
    QTRY_COMPARE(live.client->status().state, LinkState::Connected);
}

void TestOrgSession::aLostConnectionIsNoticedAndComesBackByItself()
{
    LiveOrg live;
    QVERIFY(live.signIn());
    live.rememberPort();
    live.stopServer();
    const auto lost =
        LiveOrg::outcome(live.client->lookUp(number(u"+14155551212"_s), {}, objects()));
    QVERIFY(lost && !*lost);
    QTRY_COMPARE(live.client->status().state, LinkState::Reconnecting);
    QCOMPARE(live.client->status().user, u"Jane Roe"_s); // still signed in
    QVERIFY(live.startServer());
    QTRY_COMPARE(live.client->status().state, LinkState::Connected);
    const auto found =
        LiveOrg::outcome(live.client->lookUp(number(u"+14155551212"_s), {}, objects()));
    QVERIFY(found && *found);
}

void TestOrgSession::tryingNowDoesNotWaitForTheBackoff()
{
    auto timing = LiveOrg::shortTiming();
    timing.firstRetry = std::chrono::minutes(10);
    timing.longestRetry = std::chrono::minutes(10);
    LiveOrg live(timing);
    QVERIFY(live.signIn());
    live.rememberPort();
    live.stopServer();
    live.client->reconnectNow();
    QTRY_COMPARE(live.client->status().state, LinkState::Reconnecting);
    QVERIFY(live.startServer());
    live.client->reconnectNow();
    QTRY_COMPARE(live.client->status().state, LinkState::Connected);
}

void TestOrgSession::signingOutRevokesAndForgets()
{
    LiveOrg live;
    QVERIFY(live.signIn());
    const auto done = LiveOrg::outcome(live.client->signOut());
    QVERIFY(done && *done);
    QCOMPARE(live.client->status(), CrmStatus{});
    QVERIFY(live.secrets.secrets.isEmpty());
    const QJsonValue oauth = live.control("GET", u"state"_s)[u"oauth"_s];
    QCOMPARE(oauth[u"refreshTokens"_s].toInt(), 0);
    QCOMPARE(oauth[u"accessTokens"_s].toInt(), 0);
    const auto answer = LiveOrg::outcome(live.client->record({u"Contact"_s, u"003"_s}));
    QVERIFY(answer && !*answer);
    QVERIFY(live.client->recordUrl({u"Contact"_s, u"0035g00000AAAAAAA1"_s}).isEmpty());
}

void TestOrgSession::signingOutWorksWithoutNetwork()
{
    LiveOrg live;
    QVERIFY(live.signIn());
    live.stopServer();
    const auto done = LiveOrg::outcome(live.client->signOut());
    QVERIFY(done && *done);
    QVERIFY(live.secrets.secrets.isEmpty());
}

void TestOrgSession::aUsedUpQuotaAtStartSignsNobodyOut()
{
    LiveOrg live;
    QVERIFY(live.signIn());
    live.newClient();
    live.fault(u"quota"_s);
    QVERIFY(live.resume());
    QCOMPARE(live.client->status().state, LinkState::Connected);
    QCOMPARE(live.client->status().email, u"jane.roe@acme.example"_s);
    live.fault(u"quota"_s, {}, 0);
    const auto answer =
        LiveOrg::outcome(live.client->lookUp(number(u"+14155551212"_s), {}, objects()));
    QVERIFY(answer && *answer);
}

void TestOrgSession::usageIsToldOnlyWhenItChangesAndNotAtEachCall()
{
    auto timing = LiveOrg::shortTiming();
    timing.usageNews = std::chrono::seconds(2);
    LiveOrg live(timing);
    QVERIFY(live.signIn());
    QSignalSpy told(live.client.get(), &CrmLink::statusChanged);
    QList<QFuture<Result<LookupAnswer>>> asked;
    for (int i = 0; i < 5; ++i)
        asked.append(live.client->lookUpExactly(number(u"5503301"_s), {}, objects()));
    for (const auto& future : asked)
        QVERIFY(LiveOrg::outcome(future));
    QCOMPARE(told.size(), 0);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.first().first().value<CrmStatus>().apiUsed, live.client->status().apiUsed);
}

void TestOrgSession::usageCrossingALimitIsToldAtOnce()
{
    auto timing = LiveOrg::shortTiming();
    timing.usageNews = std::chrono::minutes(10);
    LiveOrg live(timing);
    QVERIFY(live.signIn());
    QSignalSpy told(live.client.get(), &CrmLink::statusChanged);
    live.fault(u"api-usage"_s, QJsonObject{{u"used"_s, 81'000}, {u"max"_s, 100'000}});
    const auto answer =
        LiveOrg::outcome(live.client->lookUpExactly(number(u"5503301"_s), {}, objects()));
    QVERIFY(answer && *answer);
    QCOMPARE(told.size(), 1);
    QVERIFY(told.first().first().value<CrmStatus>().apiUsed >= 81'000);
}

} // namespace companion

QTEST_GUILESS_MAIN(companion::TestOrgSession)
#include "tst_salesforce_org_session.moc"
