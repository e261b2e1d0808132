// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/introduction.h"
#include "app/salesforce/replies.h"
#include "app/salesforce/signin.h"

#include <QJsonDocument>
#include <QTest>

using namespace companion;
using namespace companion::salesforce;
using namespace Qt::StringLiterals;

namespace {

QByteArray refusal(const QByteArray& code, const QByteArray& message)
{
    return R"([{"errorCode":")" + code + R"(","message":")" + message + R"("}])";
}

} // namespace

class TestReplies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRefusalHasItsKind_data();
    void eachRefusalHasItsKind();
    void aRefusalMayBeAnObjectInsteadOfAnArray();
    void aRefusalNamesFieldsAndTheServersWords();
    void aHugeMessageIsCut();
    void whatIsNotJsonIsAnErrorAndNeverACrash_data();
    void whatIsNotJsonIsAnErrorAndNeverACrash();
    void emptyAndFullAnswersAreRead();
    void transportErrorsPassThrough();
    void whichAnswersAskForANewToken_data();
    void whichAnswersAskForANewToken();
    void theTokenEndpointsErrorsAreSorted_data();
    void theTokenEndpointsErrorsAreSorted();
    void tokensAreReadAsTheyCome();
    void tokensOfAPlainHttpInstanceAreRefused();
    void limitsAreReadLeniently_data();
    void limitsAreReadLeniently();
    void partsOfACompositeAreReadByName();
    void theNewestKnownVersionIsSpoken_data();
    void theNewestKnownVersionIsSpoken();
};

void TestReplies::eachRefusalHasItsKind_data()
{
    using enum Error::Kind;
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<Error::Kind>("kind");
    const auto row = [](int status, const QByteArray& code, const QByteArray& message,
                        Error::Kind kind) {
        QTest::newRow(QByteArray(QByteArray::number(status) + ' ' + code + ' ' + message.left(30))
                          .constData())
            << status << code << message << kind;
    };
    row(401, "INVALID_SESSION_ID", "Session expired or invalid", Unauthorized);
    row(401, "INVALID_SESSION_ID", "This session is not valid for use with the REST API",
        Forbidden);
    row(401, "INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE", Unauthorized);
    row(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.", RateLimited);
    row(403, "REQUEST_LIMIT_EXCEEDED",
        "ConcurrentRequests (Concurrent API Requests) Limit exceeded.", RateLimited);
    row(403, "API_DISABLED_FOR_ORG", "The REST API is not enabled for this Organization.",
        Forbidden);
    row(403, "API_CURRENTLY_DISABLED", "API is temporarily disabled", Timeout);
    row(403, "INSUFFICIENT_ACCESS", "insufficient access rights on object id", Forbidden);
    row(400, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights", Forbidden);
    row(400, "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", "insufficient access rights",
        Forbidden);
    row(400, "MALFORMED_QUERY", "unexpected token: 'FROM'", Rejected);
    row(400, "MALFORMED_SEARCH", "mismatched character", Rejected);
    row(400, "INVALID_SEARCH", "search term must be longer than one character", Rejected);
    row(400, "INVALID_FIELD", "No such column 'Foo' on entity 'Contact'.", Rejected);
    row(400, "INVALID_FIELD_FOR_INSERT_UPDATE", "Unable to create/update fields: X.", Rejected);
    row(400, "INVALID_TYPE", "sObject type 'Lead' is not supported.", Rejected);
    row(400, "INVALID_QUERY_LOCATOR", "invalid query locator", Rejected);
    row(400, "MALFORMED_ID", "Account ID: id value of incorrect type", Rejected);
    row(400, "JSON_PARSER_ERROR", "Unexpected character", Rejected);
    row(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [Company]", Rejected);
    row(400, "STRING_TOO_LONG", "Subject: data value too large", Rejected);
    row(400, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "Call Type: bad value", Rejected);
    row(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "Please enter a region", Rejected);
    row(400, "INVALID_EMAIL_ADDRESS", "Email: invalid email address", Rejected);
    row(400, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", Rejected);
    row(400, "DUPLICATES_DETECTED", "You're creating a duplicate record.", Rejected);
    row(400, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access", RateLimited);
    row(500, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access", RateLimited);
    row(400, "QUERY_TIMEOUT", "Your query request was running for too long.", Timeout);
    row(404, "NOT_FOUND", "The requested resource does not exist", NotFound);
    row(404, "ENTITY_IS_DELETED", "entity is deleted", NotFound);
    row(405, "METHOD_NOT_ALLOWED", "HTTP Method 'PUT' not allowed.", Rejected);
    row(415, "UNSUPPORTED_MEDIA_TYPE", "unsupported", Rejected);
    row(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred", Timeout);
    row(503, "SERVER_UNAVAILABLE", "Your organization is temporarily unavailable", Timeout);
}

void TestReplies::eachRefusalHasItsKind()
{
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, message);
    QFETCH(Error::Kind, kind);
    const auto read = readReply(HttpReply{.status = status, .body = refusal(code, message)});
    QVERIFY(!read);
    QCOMPARE(read.error().kind, kind);
    QCOMPARE(read.error().sentence, QString::fromLatin1(message));
    // What a token is refused for is nobody's to sign in again for.
    if (!(code == "INVALID_SESSION_ID" && kind == Error::Kind::Forbidden))
        QCOMPARE(read.error().code, QString::fromLatin1(code));
    QVERIFY(!read.error().detail.contains(read.error().sentence));
}

void TestReplies::aRefusalMayBeAnObjectInsteadOfAnArray()
{
    const auto read = readReply(
        HttpReply{.status = 404, .body = R"({"errorCode":"NOT_FOUND","message":"gone"})"});
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::NotFound);
    QCOMPARE(read.error().sentence, u"gone"_s);
}

void TestReplies::aRefusalNamesFieldsAndTheServersWords()
{
    const auto read = readReply(HttpReply{
        .status = 400,
        .body =
            R"([{"message":"Bitte Region wählen","errorCode":"FIELD_CUSTOM_VALIDATION_EXCEPTION","fields":["Region__c","State"]}])"});
    QVERIFY(!read);
    QCOMPARE(read.error().sentence, u"Bitte Region wählen"_s);
    QCOMPARE(read.error().fields, (QStringList{u"Region__c"_s, u"State"_s}));
}

void TestReplies::aHugeMessageIsCut()
{
    const auto read = readReply(HttpReply{
        .status = 400, .body = refusal(QByteArray(5000, 'C'), QByteArray(5'000'000, 'm'))});
    QVERIFY(!read);
    QVERIFY(read.error().sentence.size() <= 1000);
    QVERIFY(read.error().code.size() <= 255);
}

void TestReplies::whatIsNotJsonIsAnErrorAndNeverACrash_data()
{
    using enum Error::Kind;
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");
    const QByteArray html("<html><body><h1>Down for maintenance</h1></body></html>");
    QTest::newRow("a page with 500") << 500 << html << Timeout;
    QTest::newRow("a page with 502") << 502 << html << Timeout;
    QTest::newRow("a page with 503") << 503 << html << Timeout;
    QTest::newRow("a hotel's page with 200") << 200 << html << Malformed;
    QTest::newRow("a page with 404") << 404 << html << NotFound;
    QTest::newRow("a page with 414") << 414 << html << Rejected;
    QTest::newRow("a redirect") << 302 << QByteArray() << Malformed;
    QTest::newRow("a proxy that wants a password") << 407 << html << Offline;
    QTest::newRow("half a document") << 200 << QByteArray(R"({"records":[{"Id":"00)") << Malformed;
    QTest::newRow("a bad token in plain text")
        << 403 << QByteArray("Bad_OAuth_Token") << Unauthorized;
    QTest::newRow("no token in plain text")
        << 403 << QByteArray("Missing_OAuth_Token") << Unauthorized;
    QTest::newRow("401 without a word") << 401 << QByteArray() << Unauthorized;
    QTest::newRow("403 without a word") << 403 << QByteArray() << Forbidden;
    QTest::newRow("400 with an empty list") << 400 << QByteArray("[]") << Rejected;
    QTest::newRow("400 with a list of numbers") << 400 << QByteArray("[1,2]") << Rejected;
    QTest::newRow("200 with bytes of no text")
        << 200 << QByteArray("\xff\xfe\x00\x01", 4) << Malformed;
}

void TestReplies::whatIsNotJsonIsAnErrorAndNeverACrash()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Error::Kind, kind);
    const auto read = readReply(HttpReply{.status = status, .body = body});
    QVERIFY(!read);
    QCOMPARE(read.error().kind, kind);
    QVERIFY(!read.error().detail.contains(u"<"_s));
}

void TestReplies::emptyAndFullAnswersAreRead()
{
    const auto empty = readReply(HttpReply{.status = 204});
    QVERIFY(empty);
    QCOMPARE(*empty, QJsonValue(QJsonObject{}));
    const auto list = readReply(HttpReply{.status = 200, .body = "[1]"});
    QVERIFY(list);
    QCOMPARE(list->toArray().size(), 1);
    QByteArray many("[");
    for (int i = 0; i < 200'000; ++i)
        many += R"({"Id":"0035g00000AAAAAAA1"},)";
    many += "{}]";
    const auto huge = readReply(HttpReply{.status = 200, .body = many});
    QVERIFY(huge);
    QCOMPARE(huge->toArray().size(), 200'001);
}

void TestReplies::transportErrorsPassThrough()
{
    const Error offline{Error::Kind::Offline, u"refused"_s};
    QCOMPARE(readReply(offline).error(), offline);
    QCOMPARE(readTokenReply(offline).error(), offline);
}

void TestReplies::whichAnswersAskForANewToken_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("asks");
    QTest::newRow("expired") << 401 << refusal("INVALID_SESSION_ID", "Session expired or invalid")
                             << true;
    QTest::newRow("without a word") << 401 << QByteArray() << true;
    QTest::newRow("without the api scope")
        << 401
        << refusal("INVALID_SESSION_ID", "This session is not valid for use with the REST API")
        << false;
    QTest::newRow("without an agent")
        << 401 << refusal("INVALID_SESSION_ID", "Connected app is not attached to Agent") << false;
    QTest::newRow("plain text") << 403 << QByteArray("Bad_OAuth_Token") << true;
    QTest::newRow("forbidden") << 403 << refusal("API_DISABLED_FOR_ORG", "not enabled") << false;
    QTest::newRow("fine") << 200 << QByteArray("{}") << false;
}

void TestReplies::whichAnswersAskForANewToken()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, asks);
    QCOMPARE(isSessionExpired(HttpReply{.status = status, .body = body}), asks);
}

void TestReplies::theTokenEndpointsErrorsAreSorted_data()
{
    using enum Error::Kind;
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QByteArray>("description");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<bool>("isGone");
    const auto row = [](const QByteArray& error, const QByteArray& description, Error::Kind kind,
                        bool isGone = false) {
        QTest::newRow(QByteArray(error + ' ' + description).constData())
            << error << description << kind << isGone;
    };
    row("invalid_grant", "expired access/refresh token", Unauthorized, true);
    row("invalid_grant", "token has been revoked", Unauthorized, true);
    row("inactive_user", "user is inactive", Unauthorized, true);
    row("inactive_org", "organization is inactive", Unauthorized, true);
    row("invalid_grant", "authentication failure", Unauthorized);
    row("invalid_grant", "invalid code verifier", Unauthorized);
    row("invalid_grant", "user hasn't approved this consumer", Unauthorized);
    row("invalid_grant", "IP restricted or invalid login hours", Timeout);
    row("invalid_client_id", "client identifier invalid", Unauthorized);
    row("invalid_client", "invalid client credentials", Unauthorized);
    row("invalid_app_access", "user is not admin approved to access this app", Unauthorized);
    row("redirect_uri_mismatch", "redirect_uri must match configuration", Unauthorized);
    row("invalid_scope", "the requested scope is not allowed", Unauthorized);
    row("unsupported_grant_type", "grant type not supported", Unauthorized);
    row("rate_limit_exceeded", "login rate exceeded", RateLimited);
    row("server_error", "", Timeout);
    row("service_unavailable", "", Timeout);
    row("system_down", "", Timeout);
    row("unknown_error", "retry your request", Timeout);
    row("a_word_of_next_year", "", Unauthorized);
}

void TestReplies::theTokenEndpointsErrorsAreSorted()
{
    QFETCH(QByteArray, error);
    QFETCH(QByteArray, description);
    QFETCH(Error::Kind, kind);
    QFETCH(bool, isGone);
    const auto read = readTokenReply(HttpReply{
        .status = 400,
        .body = R"({"error":")" + error + R"(","error_description":")" + description + R"("})"});
    QVERIFY(!read);
    QCOMPARE(read.error().kind, kind);
    QCOMPARE(read.error().code, QString::fromLatin1(error));
    QCOMPARE(isSignInGone(read.error()), isGone);
    for (const auto& [status, body] : QList<std::pair<int, QByteArray>>{{200, "<html>hotel</html>"},
                                                                        {400, "<html></html>"},
                                                                        {503, "<html></html>"},
                                                                        {200, "{}"}}) {
        const auto broken = readTokenReply(HttpReply{.status = status, .body = body});
        QVERIFY(!broken);
        QVERIFY(isRetryable(broken.error().kind));
        QVERIFY(!isSignInGone(broken.error()));
    }
}

void TestReplies::tokensAreReadAsTheyCome()
{
    const auto object = readTokenReply(HttpReply{
        .status = 200,
        .body =
            R"({"access_token":"00D!AQ8.x","refresh_token":"5Aep","instance_url":"https://acme.my.salesforce.com","id":"https://login.salesforce.com/id/00D/005","issued_at":"1767225600000"})"});
    QVERIFY(object);
    const auto tokens = tokensFrom(*object);
    QVERIFY(tokens);
    QCOMPARE(tokens->access, u"00D!AQ8.x"_s);
    QCOMPARE(tokens->refresh, u"5Aep"_s);
    QCOMPARE(tokens->instance, QUrl(u"https://acme.my.salesforce.com"_s));
}

void TestReplies::tokensOfAPlainHttpInstanceAreRefused()
{
    const auto tokens = tokensFrom(
        {{u"access_token"_s, u"x"_s}, {u"instance_url"_s, u"http://acme.my.salesforce.com"_s}});
    QVERIFY(!tokens);
    QCOMPARE(tokens.error().kind, Error::Kind::Malformed);
}

void TestReplies::limitsAreReadLeniently_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("used");
    QTest::addColumn<qint64>("most");
    QTest::newRow("plain") << QByteArray("api-usage=10018/100000") << 10018LL << 100000LL;
    QTest::newRow("per app behind")
        << QByteArray("api-usage=18/5000; per-app-api-usage=17/250(appName=sample-app)") << 18LL
        << 5000LL;
    QTest::newRow("per app before")
        << QByteArray("per-app-api-usage=17/250(appName=sample-app); api-usage=18/5000") << 18LL
        << 5000LL;
    QTest::newRow("per app alone") << QByteArray("per-app-api-usage=17/250") << 0LL << 0LL;
    QTest::newRow("nothing") << QByteArray() << 0LL << 0LL;
    QTest::newRow("nonsense") << QByteArray("api-usage=x/y") << 0LL << 0LL;
}

void TestReplies::limitsAreReadLeniently()
{
    QFETCH(QByteArray, header);
    QFETCH(qint64, used);
    QFETCH(qint64, most);
    const auto limits = readLimits(HttpReply{.headers = {{"sforce-limit-info", header}}});
    QCOMPARE(limits.has_value(), most > 0);
    QCOMPARE(limits.value_or(std::pair<qint64, qint64>{}), (std::pair<qint64, qint64>{used, most}));
}

void TestReplies::partsOfACompositeAreReadByName()
{
    const auto composite = QJsonDocument::fromJson(
        R"({"compositeResponse":[{"body":{"totalSize":0},"httpStatusCode":200,"referenceId":"c"},
        {"body":[{"message":"sObject type 'Lead' is not supported.","errorCode":"INVALID_TYPE"}],"httpStatusCode":400,"referenceId":"l"}]})");
    const QJsonValue value(composite.object());
    QVERIFY(readPart(value, u"c"_s));
    QCOMPARE(readPart(value, u"l"_s).error().code, u"INVALID_TYPE"_s);
    QCOMPARE(readPart(value, u"missing"_s).error().kind, Error::Kind::Malformed);
    QCOMPARE(readPart(QJsonValue(), u"c"_s).error().kind, Error::Kind::Malformed);
}

void TestReplies::theNewestKnownVersionIsSpoken_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("path");
    QTest::newRow("the tested one")
        << QByteArray(R"([{"version":"66.0"},{"version":"67.0"}])") << u"/services/data/v67.0"_s;
    QTest::newRow("an older org") << QByteArray(R"([{"version":"58.0"},{"version":"59.0"}])")
                                  << u"/services/data/v59.0"_s;
    QTest::newRow("a newer org") << QByteArray(
        R"([{"version":"9.0"},{"version":"67.0"},{"version":"70.0"}])")
                                 << u"/services/data/v67.0"_s;
    QTest::newRow("no list") << QByteArray("{}") << QString();
    QTest::newRow("a page") << QByteArray("<html>") << QString();
}

void TestReplies::theNewestKnownVersionIsSpoken()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, path);
    const auto version = versionPathOf(HttpReply{.status = 200, .body = body});
    QCOMPARE(version ? *version : QString(), path);
}

QTEST_GUILESS_MAIN(TestReplies)
#include "tst_salesforce_replies.moc"
