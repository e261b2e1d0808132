// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/report.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

QSet<QString> keysOf(const QJsonObject& object)
{
    const auto keys = object.keys();
    return {keys.cbegin(), keys.cend()};
}

QSet<QString> keys(const char* text)
{
    const auto words = QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
    return {words.cbegin(), words.cend()};
}

const char* const callKeys = "id direction phase remoteNumber remoteName extension queue did "
                             "startedAt answeredAt endedAt crm matches chosen recordOpenedAt why";

QDateTime at(int second, int offset = 0)
{
    return {QDate(2026, 3, 4), QTime(10, 20, second, 7), QTimeZone(offset)};
}

CrmMatch anna()
{
    return {.record = {u"Contact"_s, u"003000000000001AAA"_s},
            .name = u"Anna Arnold"_s,
            .account = u"Acme"_s,
            .phone = u"(415) 555-1212"_s,
            .url = QUrl(u"https://acme.my.salesforce.com/003000000000001AAA"_s)};
}

CallCard ringing()
{
    CallCard card{.call = {.id = u"1.1"_s,
                           .remoteNumber = u"+14155551212"_s,
                           .remoteName = u"ANNA"_s,
                           .extension = u"1001"_s,
                           .queue = u"Sales"_s,
                           .did = u"4155550100"_s,
                           .startedAt = at(1)}};
    card.crm = CrmState::Searching;
    return card;
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusHasTheKeysOfTheContract();
    void statusOfNothingSignedInIsEmptyNotMissing();
    void integrationIsEnabledDisabledOrDisconnected();
    void callHasTheKeysOfTheContract();
    void callTellsItsMatchesAndChoice();
    void historyAddsResultNoteAndJournal();
    void lookupTellsHowItWasReadAndWhatWasAsked();
    void timesHaveZoneAndMilliseconds();
    void maskedNumbersAreShownNowhere();
    void maskKeepsTheLastTwoDigits();
    void everyStateHasItsWord();
};

void TestReport::statusHasTheKeysOfTheContract()
{
    StatusReport report{.profile = u"default"_s,
                        .pbx = {.state = LinkState::Connected,
                                .kind = u"cloudone"_s,
                                .url = u"https://pbx.example.com"_s,
                                .extension = u"1001"_s,
                                .name = u"Anna"_s,
                                .firmware = u"84.21.0.66"_s,
                                .since = at(1)},
                        .crm = {.state = LinkState::Connected,
                                .user = u"Anna Arnold"_s,
                                .email = u"anna@example.com"_s,
                                .organization = u"Acme"_s,
                                .edition = u"Enterprise Edition"_s,
                                .instanceUrl = u"https://acme.my.salesforce.com"_s},
                        .pbxDetail = u"Connected."_s,
                        .crmDetail = u"Connected, too."_s,
                        .calls = 2,
                        .journalPending = 3};
    report.crm.apiUsed = 5;
    report.crm.apiMax = 100;
    const auto json = statusToJson(report);
    QCOMPARE(keysOf(json), keys("version profile integration pbx salesforce calls journalPending"));
    QCOMPARE(json["version"_L1].toString(), QStringLiteral(COMPANION_VERSION));
    QCOMPARE(json["profile"_L1].toString(), u"default"_s);
    QCOMPARE(json["integration"_L1].toString(), u"enabled"_s);
    QCOMPARE(json["calls"_L1].toInt(), 2);
    QCOMPARE(json["journalPending"_L1].toInt(), 3);
    const QJsonObject pbx{{u"state"_s, u"connected"_s},
                          {u"kind"_s, u"cloudone"_s},
                          {u"url"_s, u"https://pbx.example.com"_s},
                          {u"extension"_s, u"1001"_s},
                          {u"name"_s, u"Anna"_s},
                          {u"firmware"_s, u"84.21.0.66"_s},
                          {u"since"_s, u"2026-03-04T10:20:01.007+00:00"_s},
                          {u"detail"_s, u"Connected."_s}};
    auto found = json["pbx"_L1].toObject();
    found["since"_L1] = found["since"_L1].toString().replace(u"Z"_s, u"+00:00"_s);
    QCOMPARE(found, pbx);
    const QJsonObject salesforce{{u"state"_s, u"connected"_s},
                                 {u"user"_s, u"Anna Arnold"_s},
                                 {u"email"_s, u"anna@example.com"_s},
                                 {u"org"_s, u"Acme"_s},
                                 {u"edition"_s, u"Enterprise Edition"_s},
                                 {u"instanceUrl"_s, u"https://acme.my.salesforce.com"_s},
                                 {u"apiUsed"_s, 5},
                                 {u"apiMax"_s, 100},
                                 {u"detail"_s, u"Connected, too."_s}};
    QCOMPARE(json["salesforce"_L1].toObject(), salesforce);
}

void TestReport::statusOfNothingSignedInIsEmptyNotMissing()
{
    const auto json = statusToJson({});
    QCOMPARE(json["integration"_L1].toString(), u"disconnected"_s);
    const auto pbx = json["pbx"_L1].toObject();
    QCOMPARE(keysOf(pbx), keys("state kind url extension name firmware since detail"));
    QCOMPARE(pbx["state"_L1].toString(), u"signedOut"_s);
    QVERIFY(pbx["url"_L1].isString());
    QVERIFY(pbx["since"_L1].isNull());
    QCOMPARE(keysOf(json["salesforce"_L1].toObject()),
             keys("state user email org edition instanceUrl apiUsed apiMax detail"));
}

void TestReport::integrationIsEnabledDisabledOrDisconnected()
{
    QCOMPARE(integrationText(true, LinkState::Connected), u"enabled"_s);
    QCOMPARE(integrationText(true, LinkState::Reconnecting), u"enabled"_s);
    QCOMPARE(integrationText(false, LinkState::Connected), u"disabled"_s);
    QCOMPARE(integrationText(true, LinkState::SignedOut), u"disconnected"_s);
    QCOMPARE(integrationText(false, LinkState::SignedOut), u"disconnected"_s);
}

void TestReport::callHasTheKeysOfTheContract()
{
    const auto json = callToJson(ringing(), {});
    QCOMPARE(keysOf(json), keys(callKeys));
    QCOMPARE(json["id"_L1].toString(), u"1.1"_s);
    QCOMPARE(json["direction"_L1].toString(), u"inbound"_s);
    QCOMPARE(json["phase"_L1].toString(), u"ringing"_s);
    QCOMPARE(json["remoteNumber"_L1].toString(), u"+14155551212"_s); // as the PBX gave it
    QCOMPARE(json["remoteName"_L1].toString(), u"ANNA"_s);
    QCOMPARE(json["extension"_L1].toString(), u"1001"_s);
    QCOMPARE(json["queue"_L1].toString(), u"Sales"_s);
    QCOMPARE(json["did"_L1].toString(), u"4155550100"_s);
    QCOMPARE(json["crm"_L1].toString(), u"searching"_s);
    QVERIFY(json["answeredAt"_L1].isNull());
    QVERIFY(json["endedAt"_L1].isNull());
    QVERIFY(json["chosen"_L1].isNull());
    QVERIFY(json["recordOpenedAt"_L1].isNull());
    QVERIFY(json["matches"_L1].isArray());
    QVERIFY(json["why"_L1].isString());
}

void TestReport::callTellsItsMatchesAndChoice()
{
    auto card = ringing();
    card.crm = CrmState::Found;
    card.matches = {anna()};
    card.chosen = anna().record;
    card.recordOpenedAt = at(2);
    card.why = Reason::Popped;
    const auto json = callToJson(card, {});
    const QJsonObject match{{u"object"_s, u"Contact"_s},
                            {u"id"_s, u"003000000000001AAA"_s},
                            {u"name"_s, u"Anna Arnold"_s},
                            {u"account"_s, u"Acme"_s},
                            {u"url"_s, u"https://acme.my.salesforce.com/003000000000001AAA"_s}};
    QCOMPARE(json["matches"_L1].toArray(), QJsonArray{match});
    QCOMPARE(json["chosen"_L1].toString(), u"003000000000001AAA"_s);
    QVERIFY(!json["recordOpenedAt"_L1].isNull());
    QVERIFY(json["why"_L1].toString().endsWith(u'.')); // a sentence
}

void TestReport::historyAddsResultNoteAndJournal()
{
    HistoryRow row{.call = ringing().call};
    row.call.phase = CallPhase::Ended;
    row.call.result = CallResult::Answered;
    row.call.answeredAt = at(5);
    row.call.endedAt = at(25);
    row.call.talkSeconds = 20;
    row.call.recording = u"20260304-1.wav"_s;
    row.note = u"calls back"_s;
    row.outcome = u"Interested"_s;
    row.journal = JournalState::Written;
    row.taskId = u"00T000000000001AAA"_s;
    const auto json = historyToJson(row, {});
    QCOMPARE(keysOf(json),
             keys(callKeys) + keys("result talkSeconds recording note outcome journal"));
    QCOMPARE(json["result"_L1].toString(), u"answered"_s);
    QCOMPARE(json["talkSeconds"_L1].toInt(), 20);
    QCOMPARE(json["recording"_L1].toString(), u"20260304-1.wav"_s);
    QCOMPARE(json["note"_L1].toString(), u"calls back"_s);
    QCOMPARE(json["outcome"_L1].toString(), u"Interested"_s);
    const QJsonObject journal{
        {u"state"_s, u"written"_s}, {u"taskId"_s, u"00T000000000001AAA"_s}, {u"detail"_s, u""_s}};
    QCOMPARE(json["journal"_L1].toObject(), journal);
}

void TestReport::lookupTellsHowItWasReadAndWhatWasAsked()
{
    const auto number = PhoneNumber::read(u"(415) 555-1212"_s, {});
    const auto json =
        lookupToJson(number, {.matches = {anna()}, .asked = {{u"phonebook"_s, 0}, {u"sosl"_s, 1}}},
                     anna().record);
    QCOMPARE(keysOf(json), keys("input e164 read asked matches chosen"));
    QCOMPARE(json["input"_L1].toString(), u"(415) 555-1212"_s);
    QCOMPARE(json["e164"_L1].toString(), u"+14155551212"_s);
    QVERIFY(json["read"_L1].toString().contains("United States"_L1));
    const QJsonArray asked{QJsonObject{{u"where"_s, u"phonebook"_s}, {u"apiCalls"_s, 0}},
                           QJsonObject{{u"where"_s, u"sosl"_s}, {u"apiCalls"_s, 1}}};
    QCOMPARE(json["asked"_L1].toArray(), asked);
    QCOMPARE(json["matches"_L1].toArray().size(), 1);
    QCOMPARE(json["chosen"_L1].toString(), u"003000000000001AAA"_s);
    const auto nobody = lookupToJson(PhoneNumber::read(u"anonymous"_s, {}), {}, {});
    QCOMPARE(nobody["e164"_L1].toString(), QString());
    QVERIFY(nobody["e164"_L1].isString());
    QVERIFY(nobody["asked"_L1].toArray().isEmpty());
    QVERIFY(nobody["chosen"_L1].isNull());
}

void TestReport::timesHaveZoneAndMilliseconds()
{
    QCOMPARE(timeToJson(at(1, 3600)).toString(), u"2026-03-04T09:20:01.007Z"_s);
    const QString utc = timeToJson(at(1)).toString();
    QVERIFY2(utc == u"2026-03-04T10:20:01.007Z"_s || utc == u"2026-03-04T10:20:01.007+00:00"_s,
             qPrintable(utc));
    const QDateTime local(QDate(2026, 3, 4), QTime(10, 20, 1));
    const QString text = timeToJson(local).toString();
    QVERIFY2(text.contains(".000"_L1), qPrintable(text));
    QCOMPARE(QDateTime::fromString(text, Qt::ISODateWithMs), local);
    QVERIFY(text.endsWith(u'Z') || text.mid(19).contains(u'+') || text.mid(19).contains(u'-'));
    QVERIFY(timeToJson({}).isNull());
}

void TestReport::maskedNumbersAreShownNowhere()
{
    Settings settings;
    settings.maskNumbers = true;
    auto card = ringing();
    card.call.remoteName = u"(415) 555-1212"_s; // a PBX without a name gives the number again
    HistoryRow row{.call = card.call};
    row.call.recording = u"20260101-1-+14155551212-1001-Inbound.wav"_s;
    for (const auto& json : {callToJson(card, settings), historyToJson(row, settings)}) {
        const QByteArray text = QJsonDocument(json).toJson();
        QVERIFY2(!text.contains("4155551212"), text.constData());
        QVERIFY2(!text.contains("555-1212"), text.constData());
        QCOMPARE(json["remoteNumber"_L1].toString(), u"+*********12"_s);
    }
    card.call.remoteName = u"Anna 2"_s;
    QCOMPARE(callToJson(card, settings)["remoteName"_L1].toString(), u"Anna 2"_s);
}

void TestReport::maskKeepsTheLastTwoDigits()
{
    QCOMPARE(maskedNumber(u"+14155551212"_s), u"+*********12"_s);
    QCOMPARE(maskedNumber(u"(415) 555-1212"_s), u"(***) ***-**12"_s);
    QCOMPARE(maskedNumber(u"12"_s), u"12"_s);
    QCOMPARE(maskedNumber(QString()), QString());
}

void TestReport::everyStateHasItsWord()
{
    const auto callAs = [](CallDirection direction, CallPhase phase, CrmState crm) {
        auto card = ringing();
        card.call.direction = direction;
        card.call.phase = phase;
        card.crm = crm;
        const auto json = callToJson(card, {});
        return QStringList{json["direction"_L1].toString(), json["phase"_L1].toString(),
                           json["crm"_L1].toString()}
            .join(u' ');
    };
    using enum CallPhase;
    QCOMPARE(callAs(CallDirection::Inbound, Ringing, CrmState::None), u"inbound ringing none"_s);
    QCOMPARE(callAs(CallDirection::Outbound, Dialling, CrmState::Searching),
             u"outbound dialling searching"_s);
    QCOMPARE(callAs(CallDirection::Internal, Connected, CrmState::Found),
             u"internal connected found"_s);
    QCOMPARE(callAs(CallDirection::Inbound, Held, CrmState::Several), u"inbound held several"_s);
    QCOMPARE(callAs(CallDirection::Inbound, Ended, CrmState::Unknown), u"inbound ended unknown"_s);
    QCOMPARE(callAs(CallDirection::Inbound, Ended, CrmState::Failed), u"inbound ended failed"_s);
    const QList<std::pair<JournalState, QString>> journals{
        {JournalState::None, u"none"_s},       {JournalState::Waiting, u"waiting"_s},
        {JournalState::Queued, u"queued"_s},   {JournalState::Sending, u"sending"_s},
        {JournalState::Written, u"written"_s}, {JournalState::NeedsChoice, u"needsChoice"_s},
        {JournalState::Failed, u"failed"_s}};
    for (const auto& [state, word] : journals) {
        HistoryRow row;
        row.journal = state;
        QCOMPARE(historyToJson(row, {})["journal"_L1].toObject()["state"_L1].toString(), word);
    }
    const QList<std::pair<CallResult, QString>> results{
        {CallResult::Answered, u"answered"_s},
        {CallResult::Missed, u"missed"_s},
        {CallResult::AnsweredElsewhere, u"answeredElsewhere"_s},
        {CallResult::NoAnswer, u"noAnswer"_s},
        {CallResult::Busy, u"busy"_s},
        {CallResult::Declined, u"declined"_s},
        {CallResult::Failed, u"failed"_s},
        {CallResult::Voicemail, u"voicemail"_s}};
    for (const auto& [result, word] : results) {
        HistoryRow row;
        row.call.result = result;
        QCOMPARE(historyToJson(row, {})["result"_L1].toString(), word);
    }
    const QList<std::pair<LinkState, QString>> links{{LinkState::SignedOut, u"signedOut"_s},
                                                     {LinkState::Connecting, u"connecting"_s},
                                                     {LinkState::Connected, u"connected"_s},
                                                     {LinkState::Reconnecting, u"reconnecting"_s},
                                                     {LinkState::Failed, u"failed"_s}};
    for (const auto& [state, word] : links) {
        StatusReport report;
        report.pbx.state = state;
        QCOMPARE(statusToJson(report)["pbx"_L1].toObject()["state"_L1].toString(), word);
    }
}

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
