// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/livesettings.h"
#include "app/settingscommand.h"
#include "app/storage/policysource.h"
#include "app/storage/settingsfile.h"

#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;

class TestSettingsCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void importTakesEveryKindOfValue();
    void importIsTakenWholeOrNotAtAll_data();
    void importIsTakenWholeOrNotAtAll();
    void importTellsOfTheChangeOnce();
    void exportedSettingsCanBeImported();
    void exportHoldsTheUsersOwnChoicesAlone();
    void listNamesEverySettingAndWhatTheOrganisationSets();
    void templateThatCannotBeReadIsRefusedInOneLine();

private:
    CommandOutcome say(const QStringList& words)
    {
        return executeSettings(*readCommandLine(QStringList{u"settings"_s} + words), *m_settings);
    }
    CommandOutcome import(const QByteArray& json)
    {
        QFile file(m_folder->filePath(u"import.json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
            return {};
        file.close();
        return say({u"import"_s, file.fileName()});
    }
    [[nodiscard]] QString value(const QString& key) const
    {
        return m_settings->layers().value(key);
    }
    [[nodiscard]] QHash<QString, QString> onDisk() const
    {
        return storage::SettingsFile(m_folder->filePath(u"test.ini"_s)).values();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<storage::SettingsFile> m_file;
    std::unique_ptr<LiveSettings> m_settings;
};

void TestSettingsCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = std::make_unique<storage::SettingsFile>(m_folder->filePath(u"test.ini"_s));
    m_settings = std::make_unique<LiveSettings>(
        *m_file, storage::parsePolicy(R"({"enforced":{"popup.method":"manual"}})").layers);
}

void TestSettingsCommand::importTakesEveryKindOfValue()
{
    const auto said = import(R"({"card.show": false, "card.keepSeconds": 5, "pbx.extension": "1001",
        "crm.objects": ["Lead", "Account"], "salesforce.redirectPorts": [1234, 1235], "popup.method": "manual"})");
    QCOMPARE(said.err, QString());
    QCOMPARE(said.exit, CommandOutcome::Done);
    QCOMPARE(value(u"card.show"_s), u"false"_s);
    QCOMPARE(value(u"card.keepSeconds"_s), u"5"_s);
    QCOMPARE(value(u"pbx.extension"_s), u"1001"_s);
    QCOMPARE(value(u"crm.objects"_s), u"Lead,Account"_s);
    QCOMPARE(value(u"salesforce.redirectPorts"_s), u"1234,1235"_s);
    QVERIFY(!onDisk().contains(u"popup.method"_s)); // the organisation's own value, not ours
}

void TestSettingsCommand::importIsTakenWholeOrNotAtAll_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    QTest::newRow("bad value") << QByteArray(
        R"({"card.show": "false", "card.keepSeconds": "long"})")
                               << u"card.keepSeconds"_s;
    QTest::newRow("unknown key") << QByteArray(R"({"card.show": "false", "zebra": "1"})")
                                 << u"zebra"_s;
    QTest::newRow("template") << QByteArray(R"({"card.show": false, "journal.subject": "{{.No}}"})")
                              << u"journal.subject"_s;
    QTest::newRow("set by the organisation")
        << QByteArray(R"({"card.show": false, "popup.method": "off"})") << u"popup.method"_s;
    QTest::newRow("null") << QByteArray(R"({"card.show": false, "pbx.url": null})") << u"pbx.url"_s;
    QTest::newRow("object") << QByteArray(R"({"card.show": false, "pbx.url": {}})") << u"pbx.url"_s;
    QTest::newRow("half a file") << QByteArray(R"({"card.show": false, )") << QString();
    QTest::newRow("a list") << QByteArray(R"(["card.show"])") << QString();
}

void TestSettingsCommand::importIsTakenWholeOrNotAtAll()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, named);
    const auto said = import(json);
    QCOMPARE(said.exit, CommandOutcome::Refused);
    QVERIFY2(said.err.contains(named), qPrintable(said.err));
    QVERIFY(!said.err.contains(u'\n'));
    QCOMPARE(value(u"card.show"_s), u"true"_s);
    QVERIFY(onDisk().isEmpty());
}

void TestSettingsCommand::importTellsOfTheChangeOnce()
{
    const QSignalSpy told(m_settings.get(), &LiveSettings::changed);
    QCOMPARE(import(R"({"card.show": false, "ui.theme": "dark"})").exit, CommandOutcome::Done);
    QCOMPARE(told.count(), 1);
}

void TestSettingsCommand::exportedSettingsCanBeImported()
{
    QCOMPARE(say({u"set"_s, u"crm.objects"_s, u"Lead"_s}).exit, CommandOutcome::Done);
    QCOMPARE(say({u"set"_s, u"journal.subject"_s, u" {{.Direction}} "_s}).exit,
             CommandOutcome::Done);
    const QString file = m_folder->filePath(u"export.json"_s);
    QCOMPARE(say({u"export"_s, file}).exit, CommandOutcome::Done);
    QVERIFY(m_settings->reset({u"crm.objects"_s, u"journal.subject"_s}).has_value());
    QCOMPARE(say({u"import"_s, file}).exit, CommandOutcome::Done);
    QCOMPARE(value(u"crm.objects"_s), u"Lead"_s);
    QCOMPARE(value(u"journal.subject"_s), u" {{.Direction}} "_s);
}

void TestSettingsCommand::exportHoldsTheUsersOwnChoicesAlone()
{
    QCOMPARE(say({u"set"_s, u"ui.theme"_s, u"dark"_s}).exit, CommandOutcome::Done);
    const auto said = say({u"export"_s});
    QCOMPARE(said.exit, CommandOutcome::Done);
    QCOMPARE(QJsonDocument::fromJson(said.out.toUtf8()).object(),
             (QJsonObject{{u"ui.theme"_s, u"dark"_s}}));
    QCOMPARE(say({u"export"_s, m_folder->path()}).exit, CommandOutcome::Refused); // a folder
}

void TestSettingsCommand::listNamesEverySettingAndWhatTheOrganisationSets()
{
    const auto lines = say({u"list"_s}).out;
    QVERIFY(lines.contains("popup.method = manual  (set by your organisation)\n"_L1));
    QVERIFY(lines.contains("card.show = true\n"_L1));
    const auto object =
        QJsonDocument::fromJson(say({u"list"_s, u"--json"_s}).out.toUtf8()).object();
    QCOMPARE(object.size(), settingSpecs().size());
    QCOMPARE(object.value("popup.method"_L1), QJsonValue(u"manual"_s));
}

void TestSettingsCommand::templateThatCannotBeReadIsRefusedInOneLine()
{
    const auto said = say({u"set"_s, u"journal.description"_s, u"a\n{{.Nothing}}"_s});
    QCOMPARE(said.exit, CommandOutcome::Refused);
    QVERIFY2(said.err.contains("line 2, column 1"_L1), qPrintable(said.err));
    QVERIFY(!said.err.contains(u'\n'));
    QVERIFY(onDisk().isEmpty());
}

QTEST_GUILESS_MAIN(TestSettingsCommand)
#include "tst_settingscommand.moc"
