// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/orgcaller.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace companion::sandbox;

class TestSandboxOAuth : public QObject
{
    Q_OBJECT

    static QString authorizeUrl(const OrgCaller& caller,
                                const QList<std::pair<QString, QString>>& changes = {})
    {
        QList<std::pair<QString, QString>> items{
            {u"response_type"_s, u"code"_s},          {u"client_id"_s, caller.org.clientId()},
            {u"redirect_uri"_s, caller.redirectUri},  {u"scope"_s, u"api refresh_token id"_s},
            {u"state"_s, u"state with space+plus"_s}, {u"prompt"_s, u"login consent"_s},
            {u"code_challenge"_s, caller.challenge},  {u"code_challenge_method"_s, u"S256"_s}};
        for (const auto& [name, value] : changes) {
            items.removeIf([&key = name](const auto& item) { return item.first == key; });
            if (!value.isNull())
                items.append({name, value});
        }
        QString url = u"/services/oauth2/authorize?"_s;
        for (const auto& [name, value] : items)
            url += name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value)) + u'&';
        return url;
    }

    static QString errorOf(const HttpResponse& response)
    {
        return OrgCaller::json(response).toObject().value("error"_L1).toString();
    }
    static QString descriptionOf(const HttpResponse& response)
    {
        return OrgCaller::json(response).toObject().value("error_description"_L1).toString();
    }

private Q_SLOTS:
    void signInGivesTheAnswerOfTheReference()
    {
        OrgCaller caller;
        QVERIFY(caller.signIn());
        const QJsonObject answer = caller.tokenAnswer;
        QVERIFY(answer.value("issued_at"_L1).isString());
        QVERIFY(!answer.contains("expires_in"_L1));
        QVERIFY(!answer.contains("id_token"_L1));
        QCOMPARE(answer.value("instance_url"_L1).toString(), u"http://localhost:8080"_s);
        QCOMPARE(answer.value("token_type"_L1).toString(), u"Bearer"_s);
        QVERIFY(answer.value("access_token"_L1).toString().startsWith("00D5g00000AbCdE!"_L1));
        QVERIFY(answer.value("refresh_token"_L1).toString().startsWith("5Aep861"_L1));
        QCOMPARE(caller.call("GET", u"limits"_s).status, 200);
    }

    void withoutTheScopeThereIsNoRefreshToken()
    {
        OrgCaller caller;
        QVERIFY(caller.signIn(u"api"_s));
        QVERIFY(caller.refreshToken.isEmpty());
    }

    void withoutTheApiScopeTheTokenIsNotGoodForRest()
    {
        OrgCaller caller;
        QVERIFY(caller.signIn(u"id refresh_token"_s));
        const auto response = caller.call("GET", u"limits"_s);
        QCOMPARE(response.status, 401);
        QCOMPARE(OrgCaller::errorMessage(response),
                 u"This session is not valid for use with the REST API"_s);
    }

    void personAllowsOrDeniesOnThePage_data()
    {
        QTest::addColumn<QString>("decision");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("allow") << u"allow"_s << true;
        QTest::newRow("deny") << u"deny"_s << false;
    }

    void personAllowsOrDeniesOnThePage()
    {
        QFETCH(QString, decision);
        QFETCH(bool, allowed);
        OrgCaller caller;
        const auto page = caller.org.handle(OrgCaller::request("GET", authorizeUrl(caller)));
        QCOMPARE(page.status, 200);
        const QString html = QString::fromUtf8(page.body);
        QVERIFY(html.contains(u"id=\"allow\""_s) && html.contains(u"id=\"deny\""_s));
        const QString id =
            QRegularExpression(u"name=\"request\" value=\"([^\"]+)\""_s).match(html).captured(1);
        const auto answer = caller.form(u"/services/oauth2/approve"_s,
                                        {{u"request"_s, id}, {u"decision"_s, decision}});
        QCOMPARE(answer.status, 302);
        QVERIFY(OrgCaller::header(answer, "Location")
                    .startsWith(QString(caller.redirectUri + u'?').toLatin1()));
        QCOMPARE(OrgCaller::redirectItem(answer, u"state"_s), u"state with space+plus"_s);
        QCOMPARE(!OrgCaller::codeOf(answer).isEmpty(), allowed);
        if (!allowed) {
            QCOMPARE(OrgCaller::redirectItem(answer, u"error"_s), u"access_denied"_s);
            QVERIFY(
                OrgCaller::header(answer, "Location").contains("end-user+denied+authorization"));
        }
        // The page works once.
        QCOMPARE(caller
                     .form(u"/services/oauth2/approve"_s,
                           {{u"request"_s, id}, {u"decision"_s, decision}})
                     .status,
                 400);
    }

    void wrongClientAndWrongCallbackGetAPageNotARedirect_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("client") << u"client_id"_s << u"3MVG9Other"_s;
        QTest::newRow("numeric host")
            << u"redirect_uri"_s << u"http://127.0.0.1:53682/oauth/callback"_s;
        QTest::newRow("other port")
            << u"redirect_uri"_s << u"http://localhost:53685/oauth/callback"_s;
        QTest::newRow("slash at the end")
            << u"redirect_uri"_s << u"http://localhost:53682/oauth/callback/"_s;
        QTest::newRow("capital letters")
            << u"redirect_uri"_s << u"http://LOCALHOST:53682/oauth/callback"_s;
        QTest::newRow("none") << u"redirect_uri"_s << QString();
    }

    void wrongClientAndWrongCallbackGetAPageNotARedirect()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        OrgCaller caller;
        caller.fault(u"auto-approve"_s, true);
        const auto response =
            caller.org.handle(OrgCaller::request("GET", authorizeUrl(caller, {{name, value}})));
        QCOMPARE(response.status, 400);
        QVERIFY(OrgCaller::header(response, "Location").isEmpty());
        QVERIFY(response.contentType.startsWith("text/html"));
    }

    void otherMistakesComeBackToTheCallback_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("error");
        QTest::newRow("no challenge") << u"code_challenge"_s << QString() << u"invalid_request"_s;
        QTest::newRow("plain challenge")
            << u"code_challenge_method"_s << u"plain"_s << u"invalid_request"_s;
        QTest::newRow("padded challenge")
            << u"code_challenge"_s << u"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM="_s
            << u"invalid_request"_s;
        QTest::newRow("foreign scope") << u"scope"_s << u"api wave_api"_s << u"invalid_scope"_s;
        QTest::newRow("implicit flow")
            << u"response_type"_s << u"token"_s << u"unsupported_response_type"_s;
    }

    void otherMistakesComeBackToTheCallback()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, error);
        OrgCaller caller;
        caller.fault(u"auto-approve"_s, true);
        const auto response =
            caller.org.handle(OrgCaller::request("GET", authorizeUrl(caller, {{name, value}})));
        QCOMPARE(response.status, 302);
        QCOMPARE(OrgCaller::redirectItem(response, u"error"_s), error);
    }

    void challengeWithoutMethodCountsAsS256()
    {
        OrgCaller caller;
        caller.fault(u"auto-approve"_s, true);
        const auto response = caller.org.handle(OrgCaller::request(
            "GET", authorizeUrl(caller, {{u"code_challenge_method"_s, QString()}})));
        QCOMPARE(caller.exchange(OrgCaller::codeOf(response)).status, 200);
    }

    void codeLooksLikeTheRealOneAndWorksOnce()
    {
        OrgCaller caller;
        caller.fault(u"auto-approve"_s, true);
        const QString code =
            OrgCaller::codeOf(caller.org.handle(OrgCaller::request("GET", authorizeUrl(caller))));
        QVERIFY(QRegularExpression(u"^aPrx[A-Za-z0-9._]{78,84}==$"_s).match(code).hasMatch());
        const auto first = caller.exchange(code);
        QCOMPARE(first.status, 200);
        caller.accessToken = OrgCaller::json(first).toObject().value("access_token"_L1).toString();
        const auto again = caller.exchange(code);
        QCOMPARE(again.status, 400);
        QCOMPARE(errorOf(again), u"invalid_grant"_s);
        QCOMPARE(caller.call("GET", u"limits"_s).status, 401);
    }

    void codeExpires()
    {
        OrgCaller caller;
        caller.fault(u"auto-approve"_s, true);
        const QString code =
            OrgCaller::codeOf(caller.org.handle(OrgCaller::request("GET", authorizeUrl(caller))));
        caller.fault(u"clock-skew"_s, 901);
        const auto response = caller.exchange(code);
        QCOMPARE(errorOf(response), u"invalid_grant"_s);
        QCOMPARE(descriptionOf(response), u"expired authorization code"_s);
    }

    void wrongVerifierIsRefused()
    {
        OrgCaller caller;
        caller.fault(u"auto-approve"_s, true);
        const QString code =
            OrgCaller::codeOf(caller.org.handle(OrgCaller::request("GET", authorizeUrl(caller))));
        caller.verifier.replace(u'd', u'e');
        const auto response = caller.exchange(code);
        QCOMPARE(errorOf(response), u"invalid_grant"_s);
        QCOMPARE(descriptionOf(response), u"invalid code verifier"_s);
    }

    void secretThatIsSentIsCheckedEvenWhenEmpty_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::newRow("wrong") << u"wrong"_s;
        QTest::newRow("empty") << u""_s;
    }

    void secretThatIsSentIsCheckedEvenWhenEmpty()
    {
        QFETCH(QString, secret);
        OrgCaller caller;
        QVERIFY(caller.signIn());
        const auto response = caller.form(u"/services/oauth2/token"_s,
                                          {{u"grant_type"_s, u"refresh_token"_s},
                                           {u"refresh_token"_s, caller.refreshToken},
                                           {u"client_id"_s, caller.org.clientId()},
                                           {u"client_secret"_s, secret}});
        QCOMPARE(response.status, 400);
        QCOMPARE(errorOf(response), u"invalid_client"_s);
    }

    void refreshKeepsTheRefreshTokenUnlessRotated()
    {
        OrgCaller caller;
        QVERIFY(caller.signIn());
        const auto plain = OrgCaller::json(caller.refresh(caller.refreshToken)).toObject();
        QVERIFY(!plain.contains("refresh_token"_L1));
        QVERIFY(plain.value("access_token"_L1).toString() != caller.accessToken);

        caller.fault(u"rotation"_s, true);
        const auto rotated = OrgCaller::json(caller.refresh(caller.refreshToken)).toObject();
        const QString next = rotated.value("refresh_token"_L1).toString();
        QVERIFY(!next.isEmpty() && next != caller.refreshToken);
        caller.accessToken = rotated.value("access_token"_L1).toString();
        QCOMPARE(caller.call("GET", u"limits"_s).status, 200);

        // The old one again: theft, so that everything dies.
        QCOMPARE(errorOf(caller.refresh(caller.refreshToken)), u"invalid_grant"_s);
        QCOMPARE(errorOf(caller.refresh(next)), u"invalid_grant"_s);
        QCOMPARE(caller.call("GET", u"limits"_s).status, 401);
    }

    void sixthSignInDropsTheFirst()
    {
        OrgCaller caller;
        QVERIFY(caller.signIn());
        const QString first = caller.refreshToken;
        for (int i = 0; i < 4; ++i)
            QVERIFY(caller.signIn());
        QCOMPARE(caller.refresh(first).status, 200);
        QVERIFY(caller.signIn());
        QCOMPARE(caller.refresh(first).status, 400);
        QCOMPARE(caller.refresh(caller.refreshToken).status, 200);
    }

    void accessTokenExpires()
    {
        OrgCaller caller;
        caller.fault(u"token-lifetime"_s, 5);
        QVERIFY(caller.signIn());
        QCOMPARE(caller.call("GET", u"limits"_s).status, 200);
        caller.fault(u"clock-skew"_s, 6);
        const auto response = caller.call("GET", u"limits"_s);
        QCOMPARE(response.status, 401);
        QCOMPARE(OrgCaller::errorCode(response), u"INVALID_SESSION_ID"_s);
        QCOMPARE(caller.refresh(caller.refreshToken).status, 200);
    }

    void loginErrorsAreThoseOfTheReference()
    {
        OrgCaller caller;
        QVERIFY(caller.signIn());
        caller.fault(u"login-error"_s, u"inactive_user"_s);
        const auto response = caller.refresh(caller.refreshToken);
        QCOMPARE(response.status, 400);
        QCOMPARE(errorOf(response), u"inactive_user"_s);
        QCOMPARE(descriptionOf(response), u"user is inactive"_s);
        QCOMPARE(caller.refresh(caller.refreshToken).status, 200);
        caller.fault(u"revoke-refresh"_s);
        QCOMPARE(descriptionOf(caller.refresh(caller.refreshToken)),
                 u"expired access/refresh token"_s);
        QCOMPARE(errorOf(caller.refresh(caller.refreshToken)), u"invalid_grant"_s);
    }

    void instanceUrlMayChangeOnRefresh()
    {
        OrgCaller caller;
        QVERIFY(caller.signIn());
        caller.fault(u"instance-url-change"_s);
        const auto answer = OrgCaller::json(caller.refresh(caller.refreshToken)).toObject();
        QCOMPARE(answer.value("instance_url"_L1).toString(), u"http://127.0.0.1:8080"_s);
    }

    void revokedTokensAreDead()
    {
        OrgCaller caller;
        QVERIFY(caller.signIn());
        QCOMPARE(
            caller.form(u"/services/oauth2/revoke"_s, {{u"token"_s, caller.refreshToken}}).status,
            200);
        QCOMPARE(caller.call("GET", u"limits"_s).status, 401);
        QCOMPARE(caller.refresh(caller.refreshToken).status, 400);
        QCOMPARE(
            caller.form(u"/services/oauth2/revoke"_s, {{u"token"_s, caller.refreshToken}}).status,
            400);
    }

    void identityAnswersBadTokensInPlainText()
    {
        OrgCaller caller;
        QVERIFY(caller.signIn());
        const auto info =
            OrgCaller::json(caller.call("GET", u"/services/oauth2/userinfo"_s)).toObject();
        QCOMPARE(info.value("email"_L1).toString(), u"jane.roe@acme.example"_s);
        const QString identity = QUrl(caller.tokenAnswer.value("id"_L1).toString()).path();
        QCOMPARE(OrgCaller::json(caller.call("GET", identity))
                     .toObject()
                     .value("display_name"_L1)
                     .toString(),
                 u"Jane Roe"_s);
        caller.accessToken = u"wrong"_s;
        const auto refused = caller.call("GET", u"/services/oauth2/userinfo"_s);
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.body, QByteArray("Bad_OAuth_Token"));
    }

    void introspectionNeedsTheSecret()
    {
        OrgCaller caller;
        QVERIFY(caller.signIn());
        const QList<std::pair<QString, QString>> pairs{{u"token"_s, caller.accessToken},
                                                       {u"client_id"_s, caller.org.clientId()}};
        QCOMPARE(caller.form(u"/services/oauth2/introspect"_s, pairs).status, 401);
    }

    void accessTokenMayBeALongJwt()
    {
        OrgCaller caller;
        caller.fault(u"jwt-tokens"_s, true);
        QVERIFY(caller.signIn());
        QVERIFY(caller.accessToken.size() > 512);
        QCOMPARE(caller.accessToken.count(u'.'), 2);
        QCOMPARE(caller.call("GET", u"limits"_s).status, 200);
    }

    void numericLoopbackCannotBeRegistered()
    {
        OrgCaller caller;
        QVERIFY(!caller.fault(u"callbacks"_s, QJsonArray{u"http://127.0.0.1:1717/x"_s}));
        QVERIFY(caller.fault(u"callbacks"_s, QJsonArray{u"http://localhost:1717/OauthRedirect"_s}));
        caller.redirectUri = u"http://localhost:1717/OauthRedirect"_s;
        QVERIFY(caller.signIn());
    }
};

QTEST_GUILESS_MAIN(TestSandboxOAuth)
#include "tst_sandbox_salesforce_oauth.moc"
