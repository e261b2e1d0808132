// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/errortext.h"
#include "ui/text/plaintext.h"
#include "ui/text/statustext.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;
using text::Place;

namespace {

const QList<Error::Kind> kinds{
    Error::Kind::Offline,     Error::Kind::Timeout,     Error::Kind::Unauthorized,
    Error::Kind::Forbidden,   Error::Kind::RateLimited, Error::Kind::Rejected,
    Error::Kind::NotFound,    Error::Kind::Malformed,   Error::Kind::Storage,
    Error::Kind::Unsupported, Error::Kind::Cancelled};

const QList<Place> places{Place::PbxSignIn,   Place::Pbx,       Place::CrmSignIn, Place::Crm,
                          Place::Lookup,      Place::Create,    Place::Journal,   Place::Dialling,
                          Place::CallControl, Place::Recording, Place::Sync,      Place::Settings,
                          Place::Storage};

//! A sentence for people: begins like one, ends like one, shows nothing of the inside.
bool readsWell(const QString& sentence)
{
    static const QRegularExpression insides(
        u"errcode|Error::|%[0-9]|null|[A-Z]{4,}_[A-Z]+|\\{\\{"_s);
    return !sentence.isEmpty() && sentence.at(0).isUpper()
        && (sentence.endsWith(u'.') || sentence.endsWith(u'!'))
        && !insides.match(sentence).hasMatch();
}

} // namespace

class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasASentenceEverywhere();
    void logDetailIsNeverShown();
    void pbxCodesAreExplained_data();
    void pbxCodesAreExplained();
    void unknownPbxCodesFallBackToTheKind();
    void blockedAddressNamesTheTime_data();
    void blockedAddressNamesTheTime();
    void salesforceCodesAreExplained_data();
    void salesforceCodesAreExplained();
    void serversOwnWordsAreShownVerbatimButPlain();
    void serversOwnWordsAreBounded();
    void redirectMismatchNamesTheAddresses();
    void signInThatNobodyFinishedNamesWhatMayBeWrong();
    void wrongEntryIsExplained_data();
    void wrongEntryIsExplained();
    void whoNeverSignedInIsNotToldOfASessionThatEnded();
    void refusalOfAnAsteriskIsExplained_data();
    void refusalOfAnAsteriskIsExplained();
    void refusedSettingSaysWhatIsAllowed();
    void retriedByItselfIsSaidSo();
    void linkStatesAreSentences();
    void lostPbxIsSaidOnce();
    void deafAndOldPbxAreToldOf();
};

void TestErrorText::everyKindHasASentenceEverywhere()
{
    for (const auto place : places)
        for (const auto kind : kinds) {
            const QString sentence = text::sentence({.kind = kind, .detail = {}}, place);
            QVERIFY2(readsWell(sentence),
                     qPrintable(u"%1/%2: %3"_s.arg(int(place)).arg(int(kind)).arg(sentence)));
        }
}

void TestErrorText::logDetailIsNeverShown()
{
    for (const auto place : places)
        for (const auto kind : kinds) {
            const bool isSettingsOwn = place == Place::Settings && kind == Error::Kind::Rejected;
            const Error error{.kind = kind, .detail = u"internal-detail-42"_s};
            QVERIFY(isSettingsOwn || !text::sentence(error, place).contains("internal-detail"_L1));
        }
}

void TestErrorText::pbxCodesAreExplained_data()
{
    QTest::addColumn<Place>("place");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](Place place, int code, const QString& says) {
        QTest::addRow("%d", code) << place << QString::number(code) << says;
    };
    row(Place::PbxSignIn, -1, u"Client Secret"_s);
    row(Place::Pbx, -2, u"internal error"_s);
    row(Place::Pbx, 10001, u"firmware"_s);
    row(Place::Pbx, 10002, u"Update the companion"_s);
    row(Place::Pbx, 10003, u"Update the companion"_s);
    row(Place::Pbx, 10004, u"by itself"_s);
    row(Place::CallControl, 10005, u"permission"_s);
    row(Place::CallControl, 10009, u"switched off"_s);
    row(Place::PbxSignIn, 60001, u"no such extension"_s);
    row(Place::PbxSignIn, 60002, u"eight"_s);
    row(Place::PbxSignIn, 70004, u"Blocked IPs"_s);
    row(Place::Pbx, 70082, u"overloaded"_s);
    row(Place::Dialling, 70084, u"permission"_s);
    row(Place::PbxSignIn, 70087, u"allowed addresses"_s);
    row(Place::PbxSignIn, 70123, u"switched off"_s);
    row(Place::CallControl, 70130, u"over"_s);
    row(Place::CallControl, 70132, u"cannot do that"_s);
    row(Place::CallControl, 70136, u"cannot do that"_s);
    row(Place::CallControl, 70510, u"full"_s);
    row(Place::Dialling, 70514, u"outside line"_s);
    row(Place::Dialling, 70515, u"outside line"_s);
}

void TestErrorText::pbxCodesAreExplained()
{
    QFETCH(Place, place);
    QFETCH(QString, code);
    QFETCH(QString, says);
    const QString sentence =
        text::sentence({.kind = Error::Kind::Rejected, .detail = {}, .code = code}, place);
    QVERIFY2(readsWell(sentence), qPrintable(sentence));
    QVERIFY2(sentence.contains(says), qPrintable(sentence));
}

void TestErrorText::unknownPbxCodesFallBackToTheKind()
{
    for (const auto& code : {u"40001"_s, u"40002"_s, u"99999"_s, u"x"_s}) {
        const QString sentence = text::sentence(
            {.kind = Error::Kind::Rejected, .detail = {}, .code = code}, Place::CallControl);
        QVERIFY2(readsWell(sentence), qPrintable(sentence));
    }
    // The PBX's own words are marked as such, and never more than words.
    const QString said = text::sentence({.kind = Error::Kind::Rejected,
                                         .detail = {},
                                         .code = u"40002"_s,
                                         .sentence = u"PARAMETER <b>ERROR</b>"_s},
                                        Place::CallControl);
    QCOMPARE(said, u"The PBX says: PARAMETER <b>ERROR</b>"_s);
}

void TestErrorText::blockedAddressNamesTheTime_data()
{
    QTest::addColumn<QString>("detail");
    QTest::addColumn<bool>("hasTime");
    QTest::newRow("seconds") << u"block_expire_time 1767614400"_s << true;
    QTest::newRow("ISO") << u"until 2026-01-05T12:00:00Z"_s << true;
    QTest::newRow("none") << QString() << false;
}

void TestErrorText::blockedAddressNamesTheTime()
{
    QFETCH(QString, detail);
    const QString sentence = text::sentence(
        {.kind = Error::Kind::Forbidden, .detail = detail, .code = u"70004"_s}, Place::PbxSignIn);
    const QString until =
        QLocale().toString(QDateTime::fromSecsSinceEpoch(1767614400), QLocale::ShortFormat);
    QTEST(sentence.contains(until), "hasTime");
}

void TestErrorText::salesforceCodesAreExplained_data()
{
    QTest::addColumn<Place>("place");
    for (const char* code :
         {"invalid_grant",  "inactive_user",       "inactive_org",           "invalid_client_id",
          "invalid_client", "invalid_app_access",  "redirect_uri_mismatch",  "redirect_uri_missing",
          "invalid_scope",  "rate_limit_exceeded", "server_error",           "service_unavailable",
          "system_down",    "unknown_error",       "access_denied",          "app_blocked",
          "app_not_found",  "oauth_flow_disabled", "unsupported_grant_type", "slow_down",
          "something_new"})
        QTest::newRow(code) << Place::CrmSignIn;
    for (const char* code : {"INVALID_SESSION_ID",
                             "REQUEST_LIMIT_EXCEEDED",
                             "API_DISABLED_FOR_ORG",
                             "API_CURRENTLY_DISABLED",
                             "INSUFFICIENT_ACCESS",
                             "INSUFFICIENT_ACCESS_OR_READONLY",
                             "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                             "INVALID_FIELD",
                             "INVALID_FIELD_FOR_INSERT_UPDATE",
                             "INVALID_TYPE",
                             "REQUIRED_FIELD_MISSING",
                             "STRING_TOO_LONG",
                             "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                             "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                             "INVALID_EMAIL_ADDRESS",
                             "INVALID_CROSS_REFERENCE_KEY",
                             "DUPLICATES_DETECTED",
                             "UNABLE_TO_LOCK_ROW",
                             "QUERY_TIMEOUT",
                             "NOT_FOUND",
                             "ENTITY_IS_DELETED",
                             "SERVER_UNAVAILABLE",
                             "MALFORMED_QUERY",
                             "MALFORMED_SEARCH",
                             "JSON_PARSER_ERROR",
                             "SOMETHING_NEW"})
        QTest::newRow(code) << Place::Create;
}

void TestErrorText::salesforceCodesAreExplained()
{
    QFETCH(Place, place);
    const QString code = QString::fromLatin1(QTest::currentDataTag());
    const QString sentence =
        text::sentence({.kind = Error::Kind::Rejected, .detail = {}, .code = code}, place);
    // Addresses to be copied stand last, without a full stop that would be copied too.
    QVERIFY2(readsWell(code.startsWith("redirect"_L1) ? QString(sentence + u'.') : sentence),
             qPrintable(sentence));
}

void TestErrorText::serversOwnWordsAreShownVerbatimButPlain()
{
    const Error error{.kind = Error::Kind::Rejected,
                      .detail = {},
                      .code = u"FIELD_CUSTOM_VALIDATION_EXCEPTION"_s,
                      .sentence = u"<a href='x'>Phone</a>\nmust\u202Ebe\u0007 local"_s};
    QCOMPARE(text::sentence(error, Place::Create), u"<a href='x'>Phone</a> mustbe local"_s);
}

void TestErrorText::serversOwnWordsAreBounded()
{
    const Error error{
        .kind = Error::Kind::Rejected, .detail = {}, .sentence = QString(100000, u'x')};
    for (const auto place : places)
        QVERIFY(text::sentence(error, place).size() < 600);
}

void TestErrorText::redirectMismatchNamesTheAddresses()
{
    const Error error{
        .kind = Error::Kind::Rejected, .detail = {}, .code = u"redirect_uri_mismatch"_s};
    QVERIFY(text::sentence(error, Place::CrmSignIn, {4711})
                .contains(u"http://localhost:4711/oauth/callback"_s));
    QVERIFY(text::sentence(error, Place::CrmSignIn).contains(u":53682/"_s));
}

void TestErrorText::signInThatNobodyFinishedNamesWhatMayBeWrong()
{
    const Error error{.kind = Error::Kind::Timeout, .detail = {}, .code = u"sign_in_timeout"_s};
    const auto sentence = text::sentence(error, Place::CrmSignIn, {4711});
    QVERIFY(sentence.contains(u"Consumer Key"_s));
    QVERIFY(sentence.endsWith(u"http://localhost:4711/oauth/callback"_s));
}

void TestErrorText::wrongEntryIsExplained_data()
{
    QTest::addColumn<Place>("place");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("word");
    QTest::newRow("Salesforce, plain HTTP") << Place::CrmSignIn << u"plain http"_s << u"https"_s;
    QTest::newRow("Salesforce, no address") << Place::CrmSignIn << u"no address"_s << u"address"_s;
    QTest::newRow("Salesforce, no key") << Place::CrmSignIn << u"no consumer key"_s << u"Key"_s;
    QTest::newRow("PBX, plain HTTP") << Place::PbxSignIn << u"plain http"_s << u"https"_s;
    QTest::newRow("PBX, no address") << Place::PbxSignIn << u"no address"_s << u"address"_s;
}

void TestErrorText::wrongEntryIsExplained()
{
    QFETCH(const Place, place);
    QFETCH(const QString, detail);
    QFETCH(const QString, word);
    const auto sentence = text::sentence({.kind = Error::Kind::Forbidden, .detail = detail}, place);
    QVERIFY2(readsWell(sentence) && sentence.contains(word), qPrintable(sentence));
}

void TestErrorText::whoNeverSignedInIsNotToldOfASessionThatEnded()
{
    const Error pbx{Error::Kind::Unauthorized, u"not signed in to the PBX"_s, u"signed_out"_s};
    QCOMPARE(text::sentence(pbx, Place::Dialling),
             u"You are not signed in to the PBX. Sign in first."_s);
    const Error crm{Error::Kind::Unauthorized, u"not signed in to Salesforce"_s, u"signed_out"_s};
    QCOMPARE(text::sentence(crm, Place::Lookup),
             u"You are not signed in to Salesforce. Sign in first."_s);
}

void TestErrorText::refusalOfAnAsteriskIsExplained_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<Place>("place");
    QTest::addColumn<QString>("word");
    using enum Error::Kind;
    QTest::newRow("wrong user or password")
        << Error{Unauthorized, u"wrong user or password"_s, u"401"_s} << Place::PbxSignIn
        << u"ari.conf"_s;
    QTest::newRow("no ARI") << Error{Unsupported, u"no ari here"_s, u"404"_s} << Place::PbxSignIn
                            << u"http.conf"_s;
    QTest::newRow("no such extension") << Error{NotFound, u"no such extension"_s, {}}
                                       << Place::PbxSignIn << u"no such extension"_s;
    QTest::newRow("dialling as a read-only user")
        << Error{Forbidden, u"read-only user"_s, u"403"_s} << Place::Dialling << u"read_only"_s;
    QTest::newRow("hanging up as a read-only user")
        << Error{Forbidden, u"read-only user"_s, u"403"_s} << Place::CallControl << u"read_only"_s;
    QTest::newRow("phone that is off") << Error{Rejected, u"phone not registered"_s, u"500"_s}
                                       << Place::Dialling << u"not registered"_s;
}

void TestErrorText::refusalOfAnAsteriskIsExplained()
{
    QFETCH(const Error, error);
    QFETCH(const Place, place);
    QFETCH(const QString, word);
    const auto sentence = text::sentence(error, place);
    QVERIFY2(readsWell(sentence) && sentence.contains(word), qPrintable(sentence));
    QVERIFY2(!sentence.contains("Client"_L1), qPrintable(sentence));
}

void TestErrorText::refusedSettingSaysWhatIsAllowed()
{
    const Error error{.kind = Error::Kind::Rejected, .detail = u"One of light, dark."_s};
    QCOMPARE(text::sentence(error, Place::Settings), u"One of light, dark."_s);
}

void TestErrorText::retriedByItselfIsSaidSo()
{
    const Error offline{.kind = Error::Kind::Offline, .detail = {}};
    QVERIFY(text::sentence(offline, Place::Pbx).contains(u"by itself"_s));
    QVERIFY(text::sentence(offline, Place::Journal).contains(u"by itself"_s));
    QVERIFY(!text::sentence(offline, Place::PbxSignIn).contains(u"by itself"_s));
}

void TestErrorText::linkStatesAreSentences()
{
    QSet<QString> words;
    for (const auto state : {LinkState::SignedOut, LinkState::Connecting, LinkState::Connected,
                             LinkState::Reconnecting, LinkState::Failed}) {
        PbxStatus pbx;
        pbx.state = state;
        CrmStatus crm;
        crm.state = state;
        QVERIFY(!text::statusSentence(pbx).isEmpty());
        QVERIFY(!text::statusSentence(crm).isEmpty());
        words.insert(text::stateWord(state));
    }
    QCOMPARE(words.size(), 5);
}

void TestErrorText::lostPbxIsSaidOnce()
{
    PbxStatus status;
    status.state = LinkState::Reconnecting;
    status.problem = Error{Error::Kind::Offline, u"closed"_s};
    QCOMPARE(text::statusSentence(status),
             u"No connection to the PBX; trying again. Check the network."_s);
    status.problem->detail = u"proxy"_s;
    QVERIFY(text::statusSentence(status).contains(u"proxy"_s));
}

void TestErrorText::deafAndOldPbxAreToldOf()
{
    PbxStatus status;
    status.state = LinkState::Connected;
    status.deaf = true;
    QVERIFY(text::statusSentence(status).contains(u"call status monitor"_s));
    status.firmwareTooOld = true;
    status.firmware = u"84.1.0.2"_s;
    QVERIFY(text::statusSentence(status).contains(u"84.1.0.2"_s));
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
