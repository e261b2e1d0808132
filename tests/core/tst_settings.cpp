// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/settings.h"

#include <QSet>
#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

//! The table of DESIGN 6, written out once more: key, default, other values that are taken.
struct Contract
{
    const char* key;
    const char* standard;
    QStringList others = {};
};

const QList<Contract>& contract()
{
    static const QStringList onOff{u"true"_s, u"false"_s};
    static const QList<Contract> rows{
        {"integration.enabled", "true", onOff},
        {"pbx.kind", "cloudone", {u"asterisk"_s}},
        {"pbx.url", "", {u"https://pbx.example.com"_s, u"pbx.example.com:8088"_s}},
        {"pbx.clientId", "", {u"abc"_s}},
        {"pbx.extension", "", {u"1001"_s, u"anna@example.com"_s}},
        {"pbx.caFile", "", {u"/etc/ssl/ca.pem"_s}},
        {"pbx.asterisk.technology", "PJSIP", {u"SIP"_s}},
        {"pbx.asterisk.context", "from-internal", {u"default"_s}},
        {"numbers.region", "", {u"DE"_s, u"US"_s, u""_s}},
        {"numbers.areaCode", "", {u"30"_s}},
        {"numbers.outsidePrefix", "", {u"0"_s, u"9"_s}},
        {"numbers.extensionLengths", "3-5", {u"4"_s, u"2-6"_s}},
        {"salesforce.loginUrl",
         "https://login.salesforce.com",
         {u"https://test.salesforce.com"_s, u"https://acme.my.salesforce.com"_s}},
        {"salesforce.clientId", "", {u"3MVG9.abc"_s}},
        {"salesforce.redirectPorts", "53682,53683,53684", {u"8000"_s}},
        {"popup.method", "automatic", {u"manual"_s, u"off"_s}},
        {"popup.trigger", "ringing", {u"answered"_s, u"callEnd"_s}},
        {"popup.directions", "inbound", {u"inbound,outbound,internal"_s, u"outbound"_s}},
        {"popup.whenSeveral", "ask", {u"newest"_s, u"searchPage"_s}},
        {"card.show", "true", onOff},
        {"card.corner", "bottomRight", {u"bottomLeft"_s, u"topLeft"_s, u"topRight"_s}},
        {"card.keepSeconds", "20", {u"0"_s, u"120"_s}},
        {"crm.objects", "Contact,Lead,Account", {u"Account,Contact"_s, u"Lead"_s}},
        {"crm.alwaysQuery", "false", onOff},
        {"sync.enabled", "false", onOff},
        {"sync.objects", "Contact", {u"Contact,Lead,Account"_s}},
        {"sync.phonebook", "Salesforce_CRM_Synchronization", {u"Ours"_s}},
        {"sync.target", "local", {u"pbx"_s}},
        {"create.enabled", "false", onOff},
        {"create.object", "Contact", {u"Lead"_s}},
        {"create.method", "manual", {u"automatic"_s}},
        {"create.callTypes", "inbound,outbound", {u"inbound"_s, u"outbound"_s}},
        {"journal.enabled", "true", onOff},
        {"journal.subject", "Extension Call", {u"{{.Direction}} call"_s}},
        {"journal.description",
         "Call: {{.Time}} {{.Call_Log_Status}} from {{.Call_From}} to {{.Call_To}} "
         "{{.Talk_Duration}}",
         {u"one\ntwo "_s}},
        {"journal.skipMissedInUnansweredAgents", "false", onOff},
        {"journal.wrapUpSeconds", "0", {u"30"_s}}, // ours, see README Decisions
        {"journal.writer", "companion", {u"pbx"_s}},
        {"journal.recordingLink", "player", {u"url"_s, u"none"_s}},
        {"journal.recordingUrl", "", {u"https://rec.example.com/{{.Recording}}"_s}},
        {"dial.confirmLinks", "unknown", {u"always"_s, u"never"_s}},
        {"dial.hotkey", "", {u"Ctrl+Shift+D"_s}},
        {"card.hotkey", "", {u"Ctrl+Shift+C"_s}},
        {"privacy.maskNumbers", "false", onOff},
        {"ui.language", "system", {u"de"_s}},
        {"ui.theme", "system", {u"light"_s, u"dark"_s}},
        {"app.autostart", "false", onOff},
    };
    return rows;
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeyOfTheContractIsThereWithItsDefault_data();
    void everyKeyOfTheContractIsThereWithItsDefault();
    void thereIsNoKeyBesideTheContract();
    void valuesAreCheckedAndSpelledAsAllowed_data();
    void valuesAreCheckedAndSpelledAsAllowed();
    void templateThatCannotBeReadIsRefusedWithThePlace();
    void unknownKeyIsNotFound();
    void builtInSettingsAreTheStructsOwn();
    void everyChoiceArrivesTyped();
    void listsAndNumbersArriveTyped();
    void enforcedWinsOverUserWinsOverPolicyDefault();
    void badValueInALayerIsPassedOver();
    void regionIsTheSystemsUntilSet();
    void ownExtensionIsKnownUnlessFoundByMail();
    void disconnectingClearsTheCrmKeysAndNoOthers();
};

void TestSettings::everyKeyOfTheContractIsThereWithItsDefault_data()
{
    QTest::addColumn<int>("row");
    for (qsizetype i = 0; i < contract().size(); ++i)
        QTest::newRow(contract().at(i).key) << int(i);
}

void TestSettings::everyKeyOfTheContractIsThereWithItsDefault()
{
    QFETCH(const int, row);
    const auto& expected = contract().at(row);
    const QString key = QString::fromLatin1(expected.key);
    const auto* spec = findSetting(key);
    QVERIFY(spec);
    QCOMPARE(spec->defaultValue, QString::fromLatin1(expected.standard));
    QCOMPARE(SettingLayers{}.value(key), QString::fromLatin1(expected.standard));
    for (const auto& value : expected.others + QStringList{spec->defaultValue}) {
        const auto checked = checkSetting(key, value);
        QVERIFY2(checked.has_value(), qPrintable(value));
        QCOMPARE(*checked, value);
    }
}

void TestSettings::thereIsNoKeyBesideTheContract()
{
    QSet<QString> expected;
    for (const auto& row : contract())
        expected.insert(QString::fromLatin1(row.key));
    for (const auto& spec : settingSpecs())
        QVERIFY2(expected.contains(spec.key), qPrintable(spec.key));
    QCOMPARE(settingSpecs().size(), expected.size());
    QVERIFY(!findSetting(u"nothing"_s));
}

void TestSettings::valuesAreCheckedAndSpelledAsAllowed_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("taken");
    QTest::addColumn<QString>("stored");
    const auto taken = [](const char* key, const char* value, const char* stored) {
        QTest::addRow("%s takes %s", key, value)
            << QString::fromLatin1(key) << QString::fromUtf8(value) << true
            << QString::fromUtf8(stored);
    };
    const auto refused = [](const char* key, const char* value) {
        QTest::addRow("%s refuses %s", key, value)
            << QString::fromLatin1(key) << QString::fromUtf8(value) << false << QString();
    };
    taken("card.show", "TRUE", "true");
    taken("card.show", " off ", "false");
    taken("card.show", "1", "true");
    refused("card.show", "perhaps");
    refused("card.show", "");
    taken("popup.trigger", "callend", "callEnd");
    refused("popup.trigger", "later");
    refused("popup.trigger", "");
    taken("card.keepSeconds", " 5 ", "5");
    refused("card.keepSeconds", "-1");
    refused("card.keepSeconds", "1.5");
    refused("card.keepSeconds", "99999999999");
    taken("crm.objects", "account, contact", "Account,Contact");
    taken("crm.objects", R"(["Lead","Contact"])", "Lead,Contact");
    taken("crm.objects", "Lead,Lead", "Lead");
    refused("crm.objects", "Opportunity");
    refused("crm.objects", "");
    refused("crm.objects", "[]");
    refused("sync.objects", "");
    taken("popup.directions", "", "");
    refused("crm.objects", R"(["Lead")");
    refused("crm.objects", "[Lead]");
    taken("salesforce.redirectPorts", "[53682, 53683]", "53682,53683");
    refused("salesforce.redirectPorts", "");
    refused("salesforce.redirectPorts", "0");
    refused("salesforce.redirectPorts", "65536");
    refused("salesforce.redirectPorts", "[53682.5]");
    taken("numbers.extensionLengths", "4-4", "4");
    taken("numbers.extensionLengths", " 3 - 6 ", "3-6");
    refused("numbers.extensionLengths", "5-3");
    refused("numbers.extensionLengths", "0-3");
    refused("numbers.extensionLengths", "3-4-5");
    refused("numbers.extensionLengths", "three");
    refused("numbers.extensionLengths", "3-16");
    taken("numbers.region", "de", "DE");
    taken("numbers.region", "uk", "GB");
    refused("numbers.region", "Germany");
    refused("numbers.region", "49");
    refused("numbers.region", "QQ");
    refused("numbers.areaCode", "(030)");
    refused("numbers.areaCode", "３０");
    taken("numbers.outsidePrefix", "*9", "*9");
    refused("numbers.outsidePrefix", "9,");
    taken("pbx.url", " https://pbx.example.com/ ", "https://pbx.example.com/");
    taken("pbx.url", "http://127.0.0.1:8088", "http://127.0.0.1:8088");
    refused("pbx.url", "ftp://pbx.example.com");
    refused("pbx.url", "https://");
    refused("pbx.url", "javascript:alert(1)");
    refused("salesforce.loginUrl", "file:///etc/passwd");
    taken("journal.subject", " {{if .Queue}}{{.Queue}}{{end}} call ",
          " {{if .Queue}}{{.Queue}}{{end}} call ");
    taken("journal.subject", "", "");
    refused("journal.subject", "{{.Call_From");
    refused("journal.subject", "{{.No\nSuch}}");
    refused("journal.description", "{{if .Note}}never ended");
    refused("journal.description", "{{printf .Note}}");
    taken("journal.recordingUrl", "{{if .Recording}}https://rec.example.com/{{.Recording}}{{end}}",
          "{{if .Recording}}https://rec.example.com/{{.Recording}}{{end}}");
    refused("journal.recordingUrl", "https://rec.example.com/{{.Nothing}}");
    refused("journal.recordingUrl", "{{.Recording}}");
    refused("journal.recordingUrl", "javascript:alert(1)");
}

void TestSettings::valuesAreCheckedAndSpelledAsAllowed()
{
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    QFETCH(const bool, taken);
    const auto checked = checkSetting(key, value);
    QCOMPARE(checked.has_value(), taken);
    if (taken) {
        QTEST(*checked, "stored");
        return;
    }
    QCOMPARE(checked.error().kind, Error::Kind::Rejected);
    QVERIFY2(checked.error().detail.contains(key), qPrintable(checked.error().detail));
    QVERIFY(!checked.error().detail.contains(u'\n')); // one line on standard error
}

void TestSettings::templateThatCannotBeReadIsRefusedWithThePlace()
{
    const auto checked = checkSetting(u"journal.description"_s, u"one\ntwo {{.Nobody}}"_s);
    QVERIFY(!checked);
    QVERIFY2(checked.error().detail.contains("line 2, column 5"_L1),
             qPrintable(checked.error().detail));
}

void TestSettings::unknownKeyIsNotFound()
{
    const auto checked = checkSetting(u"no.such.key"_s, u"1"_s);
    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, Error::Kind::NotFound);
    QVERIFY(checkSetting(u"x"_s.repeated(10'000), {}).error().detail.size() < 200);
}

void TestSettings::builtInSettingsAreTheStructsOwn()
{
    QCOMPARE(settingsFrom({}, u"US"_s), Settings{});
}

void TestSettings::everyChoiceArrivesTyped()
{
    const auto with = [](const char* key, const QString& value) {
        return settingsFrom({.user = {{QString::fromLatin1(key), value}}}, u"US"_s);
    };
    QCOMPARE(with("popup.method", u"automatic"_s).popupMethod, PopupMethod::Automatic);
    QCOMPARE(with("popup.method", u"manual"_s).popupMethod, PopupMethod::Manual);
    QCOMPARE(with("popup.method", u"off"_s).popupMethod, PopupMethod::Off);
    QCOMPARE(with("popup.trigger", u"ringing"_s).popupTrigger, PopupTrigger::Ringing);
    QCOMPARE(with("popup.trigger", u"answered"_s).popupTrigger, PopupTrigger::Answered);
    QCOMPARE(with("popup.trigger", u"callEnd"_s).popupTrigger, PopupTrigger::CallEnd);
    QCOMPARE(with("popup.whenSeveral", u"ask"_s).whenSeveral, WhenSeveral::Ask);
    QCOMPARE(with("popup.whenSeveral", u"newest"_s).whenSeveral, WhenSeveral::Newest);
    QCOMPARE(with("popup.whenSeveral", u"searchPage"_s).whenSeveral, WhenSeveral::SearchPage);
    QCOMPARE(with("card.corner", u"topLeft"_s).cardCorner, CardCorner::TopLeft);
    QCOMPARE(with("card.corner", u"topRight"_s).cardCorner, CardCorner::TopRight);
    QCOMPARE(with("card.corner", u"bottomLeft"_s).cardCorner, CardCorner::BottomLeft);
    QCOMPARE(with("card.corner", u"bottomRight"_s).cardCorner, CardCorner::BottomRight);
    QCOMPARE(with("sync.target", u"local"_s).syncTarget, SyncTarget::Local);
    QCOMPARE(with("sync.target", u"pbx"_s).syncTarget, SyncTarget::Pbx);
    QCOMPARE(with("create.method", u"manual"_s).createMethod, CreateMethod::Manual);
    QCOMPARE(with("create.method", u"automatic"_s).createMethod, CreateMethod::Automatic);
    QCOMPARE(with("journal.writer", u"companion"_s).journalWriter, JournalWriter::Companion);
    QCOMPARE(with("journal.writer", u"pbx"_s).journalWriter, JournalWriter::Pbx);
    QCOMPARE(with("journal.recordingLink", u"player"_s).recordingLink, RecordingLink::Player);
    QCOMPARE(with("journal.recordingLink", u"url"_s).recordingLink, RecordingLink::Url);
    QCOMPARE(with("journal.recordingLink", u"none"_s).recordingLink, RecordingLink::None);
    QCOMPARE(with("dial.confirmLinks", u"unknown"_s).confirmLinks, ConfirmLinks::Unknown);
    QCOMPARE(with("dial.confirmLinks", u"always"_s).confirmLinks, ConfirmLinks::Always);
    QCOMPARE(with("dial.confirmLinks", u"never"_s).confirmLinks, ConfirmLinks::Never);
}

void TestSettings::listsAndNumbersArriveTyped()
{
    // Each key's value reaches the struct: no two keys may be mixed up.
    const auto standard = settingsFrom({}, u"US"_s);
    for (const auto& row : contract()) {
        const QString key = QString::fromLatin1(row.key);
        for (const auto& value : row.others)
            if (value != QString::fromLatin1(row.standard) && !value.isEmpty()
                && !(key == "numbers.region"_L1 && value == "US"_L1))
                QVERIFY2(settingsFrom({.user = {{key, value}}}, u"US"_s) != standard, row.key);
    }
    const auto settings = settingsFrom({.user = {{u"salesforce.redirectPorts"_s, u"8000,8001"_s},
                                                 {u"crm.objects"_s, u"Lead,Contact"_s},
                                                 {u"popup.directions"_s, u"inbound,internal"_s},
                                                 {u"create.callTypes"_s, u""_s},
                                                 {u"card.keepSeconds"_s, u"7"_s},
                                                 {u"numbers.extensionLengths"_s, u"4"_s},
                                                 {u"numbers.areaCode"_s, u"30"_s},
                                                 {u"numbers.outsidePrefix"_s, u"0"_s}}},
                                       u"US"_s);
    QCOMPARE(settings.redirectPorts, (QList<quint16>{8000, 8001}));
    QCOMPARE(settings.crmObjects, (QStringList{u"Lead"_s, u"Contact"_s}));
    QCOMPARE(settings.popupDirections, (QStringList{u"inbound"_s, u"internal"_s}));
    QVERIFY(settings.createCallTypes.isEmpty());
    QCOMPARE(settings.cardKeepSeconds, 7);
    QCOMPARE(settings.numbers.extensionMinDigits, 4);
    QCOMPARE(settings.numbers.extensionMaxDigits, 4);
    QCOMPARE(settings.numbers.areaCode, u"30"_s);
    QCOMPARE(settings.numbers.outsidePrefix, u"0"_s);
}

void TestSettings::enforcedWinsOverUserWinsOverPolicyDefault()
{
    const QString key = u"popup.trigger"_s;
    SettingLayers layers;
    QCOMPARE(layers.origin(key), SettingOrigin::BuiltIn);
    layers.policyDefaults.insert(key, u"answered"_s);
    QCOMPARE(layers.value(key), u"answered"_s);
    QCOMPARE(layers.origin(key), SettingOrigin::PolicyDefault);
    layers.user.insert(key, u"callEnd"_s);
    QCOMPARE(layers.value(key), u"callEnd"_s);
    QCOMPARE(layers.origin(key), SettingOrigin::User);
    layers.enforced.insert(key, u"ringing"_s);
    QCOMPARE(layers.value(key), u"ringing"_s);
    QCOMPARE(layers.origin(key), SettingOrigin::Enforced);
    QCOMPARE(settingsFrom(layers, u"US"_s).popupTrigger, PopupTrigger::Ringing);
}

void TestSettings::badValueInALayerIsPassedOver()
{
    const QString key = u"card.keepSeconds"_s;
    const SettingLayers layers{.policyDefaults = {{key, u"5"_s}, {u"no.such.key"_s, u"1"_s}},
                               .user = {{key, u"often"_s}},
                               .enforced = {{key, u"-1"_s}}};
    QCOMPARE(layers.value(key), u"5"_s);
    QCOMPARE(layers.origin(key), SettingOrigin::PolicyDefault);
    QCOMPARE(settingsFrom(layers, u"US"_s).cardKeepSeconds, 5);
    QCOMPARE(layers.value(u"no.such.key"_s), QString());
}

void TestSettings::regionIsTheSystemsUntilSet()
{
    QCOMPARE(settingsFrom({}, u"DE"_s).numbers.region, u"DE"_s);
    QCOMPARE(settingsFrom({}, u"de"_s).numbers.region, u"DE"_s);
    QCOMPARE(settingsFrom({}, {}).numbers.region, u"US"_s);
    QCOMPARE(settingsFrom({}, u"001"_s).numbers.region, u"US"_s);
    QCOMPARE(settingsFrom({.user = {{u"numbers.region"_s, u"FR"_s}}}, u"DE"_s).numbers.region,
             u"FR"_s);
}

void TestSettings::ownExtensionIsKnownUnlessFoundByMail()
{
    const auto own = [](const QString& extension) {
        return settingsFrom({.user = {{u"pbx.extension"_s, extension}}}, u"US"_s)
            .numbers.ownExtension;
    };
    QCOMPARE(own(u"1001"_s), u"1001"_s);
    QCOMPARE(own(u"anna@example.com"_s), QString());
}

void TestSettings::disconnectingClearsTheCrmKeysAndNoOthers()
{
    const auto keys = crmIntegrationKeys();
    QVERIFY(keys.contains(u"salesforce.clientId"_s));
    QVERIFY(keys.contains(u"crm.objects"_s));
    QVERIFY(keys.contains(u"journal.subject"_s));
    for (const auto& key : keys)
        QVERIFY2(!key.startsWith("pbx."_L1) && !key.startsWith("numbers."_L1)
                     && !key.startsWith("ui."_L1) && !key.startsWith("privacy."_L1),
                 qPrintable(key));
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
