// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/settings.h"
#include "app/storage/paths.h"
#include "app/storage/policysource.h"
#include "app/storage/settingsfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace companion;
using namespace companion::storage;
using namespace Qt::StringLiterals;

namespace {

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSettingsFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueComesBackAsItWas_data()
    {
        QTest::addColumn<QString>("value");
        QTest::newRow("plain") << u"Extension Call"_s;
        QTest::newRow("empty") << u""_s;
        QTest::newRow("spaces around it") << u"  Call:  "_s;
        QTest::newRow("lines") << u"one\ntwo\r\nthree\n"_s;
        QTest::newRow("backslashes") << u"C:\\new\\readme\\s"_s;
        QTest::newRow("equals, quotes and comments") << u"#a=b;\"c\" [d]"_s;
        QTest::newRow("other scripts") << u"通话 – звонок \U0001F4DE"_s;
        QTest::newRow("very long") << u"x"_s.repeated(200000);
        QTest::newRow("template") << u"{{if .Note}}{{.Note}}{{else}}-{{end}}\t"_s;
    }

    void everyValueComesBackAsItWas()
    {
        QFETCH(QString, value);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"P.ini"_s);
        SettingsFile file(path);
        QVERIFY(file.set(u"journal.subject"_s, value));
        QVERIFY(file.set(u"ui.theme"_s, u"dark"_s));
        const SettingsFile again(path);
        QCOMPARE(again.values().value(u"journal.subject"_s), value);
        QCOMPARE(again.values().value(u"ui.theme"_s), u"dark"_s);
        QCOMPARE(again.values().size(), 2);
    }

    void fileIsForTheUserAlone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"sub/P.ini"_s);
        SettingsFile file(path);
        QVERIFY(file.set(u"ui.theme"_s, u"dark"_s));
        QVERIFY(!(QFile::permissions(path)
                  & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup
                     | QFileDevice::WriteOther)));
    }

    void valueThatIsRemovedIsGone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"P.ini"_s);
        SettingsFile file(path);
        QVERIFY(file.set(u"ui.theme"_s, u"dark"_s));
        QVERIFY(file.remove(u"ui.theme"_s));
        QVERIFY(file.remove(u"ui.theme"_s));
        QVERIFY(SettingsFile(path).values().isEmpty());
    }

    void whatIsNotUnderstoodIsReportedAndKept()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"P.ini"_s);
        write(path,
              "\xEF\xBB\xBF[settings]\r\n# mine\r\nui.theme = dark\r\nno sense\r\n"
              "future.key=1\r\npopup.method=sideways\r\n");
        SettingsFile file(path);
        QCOMPARE(file.values().value(u"ui.theme"_s), u"dark"_s);
        QCOMPARE(file.problems().size(), 3);
        const auto settings = settingsFrom({.user = file.values()}, u"US"_s);
        QCOMPARE(settings.popupMethod, PopupMethod::Automatic); // and ignored
        QVERIFY(file.set(u"ui.theme"_s, u"light"_s));
        const auto text = contents(path);
        for (const auto& kept : {"# mine", "no sense", "future.key=1", "popup.method=sideways"})
            QVERIFY2(text.contains(kept), kept);
    }

    void fileThatCannotBeReadIsNotOverwritten()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"P.ini"_s);
        QVERIFY(QDir().mkdir(path)); // cannot be opened as a file, also not by root
        SettingsFile file(path);
        QCOMPARE(file.problems().size(), 1);
        QVERIFY(!file.set(u"ui.theme"_s, u"dark"_s));
        QVERIFY(QFileInfo(path).isDir());
    }

    void valueThatCouldNotBeWrittenIsNotInForce()
    {
        QTemporaryDir folder;
        const QString blocked = folder.filePath(u"file"_s);
        write(blocked, "x");
        SettingsFile file(blocked + u"/P.ini"_s); // its folder is a file
        QVERIFY(!file.set(u"ui.theme"_s, u"dark"_s));
        QVERIFY(!file.values().contains(u"ui.theme"_s));
    }

    // Policy

    void defaultLosesToTheUserAndEnforcedWins()
    {
        const auto policy = parsePolicy(R"({"defaults":{"ui.theme":"dark","card.show":false},
            "enforced":{"popup.trigger":"answered"}})");
        QCOMPARE(policy.problems, QStringList{});
        auto layers = policy.layers;
        layers.user = {{u"ui.theme"_s, u"light"_s}, {u"popup.trigger"_s, u"ringing"_s}};
        const auto settings = settingsFrom(layers, u"US"_s);
        QCOMPARE(settings.theme, u"light"_s);
        QCOMPARE(settings.cardShow, false);
        QCOMPARE(settings.popupTrigger, PopupTrigger::Answered);
        QCOMPARE(layers.origin(u"ui.theme"_s), SettingOrigin::User);
        QCOMPARE(layers.origin(u"card.show"_s), SettingOrigin::PolicyDefault);
        QCOMPARE(layers.origin(u"popup.trigger"_s), SettingOrigin::Enforced);
        QCOMPARE(layers.origin(u"ui.language"_s), SettingOrigin::BuiltIn);
    }

    void valuesOfAPolicyMayBeOfTheirOwnKind()
    {
        const auto policy = parsePolicy(R"({"enforced":{"pbx.extension":1001,"card.keepSeconds":30,
            "crm.objects":["Lead","Contact"],"salesforce.redirectPorts":[53700,53701],
            "sync.objects":"contact, account","integration.enabled":true}})");
        QCOMPARE(policy.problems, QStringList{});
        const auto settings = settingsFrom(policy.layers, u"US"_s);
        QCOMPARE(settings.pbxExtension, u"1001"_s);
        QCOMPARE(settings.cardKeepSeconds, 30);
        QCOMPARE(settings.crmObjects, (QStringList{u"Lead"_s, u"Contact"_s}));
        QCOMPARE(settings.redirectPorts, (QList<quint16>{53700, 53701}));
        QCOMPARE(settings.syncObjects, (QStringList{u"Contact"_s, u"Account"_s}));
    }

    void badPartsOfAPolicyAreReportedAndTheRestCounts_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("unknown key") << QByteArray(R"({"enforced":{"x.y":1,"ui.theme":"dark"}})");
        QTest::newRow("bad choice")
            << QByteArray(R"({"enforced":{"popup.method":"x","ui.theme":"dark"}})");
        QTest::newRow("null") << QByteArray(R"({"enforced":{"pbx.url":null,"ui.theme":"dark"}})");
        QTest::newRow("object") << QByteArray(R"({"enforced":{"pbx.url":{},"ui.theme":"dark"}})");
        QTest::newRow("fraction") << QByteArray(
            R"({"enforced":{"card.keepSeconds":1.5,"ui.theme":"dark"}})");
        QTest::newRow("unknown part") << QByteArray(R"({"x":{},"enforced":{"ui.theme":"dark"}})");
        QTest::newRow("layer of another kind")
            << QByteArray(R"({"defaults":[1],"enforced":{"ui.theme":"dark"}})");
    }

    void badPartsOfAPolicyAreReportedAndTheRestCounts()
    {
        QFETCH(QByteArray, json);
        const auto policy = parsePolicy(json);
        QCOMPARE(policy.problems.size(), 1);
        QCOMPARE(policy.layers.enforced.size(), 1);
        QCOMPARE(settingsFrom(policy.layers, u"US"_s).theme, u"dark"_s);
    }

    void brokenPolicyNeverStopsTheProgram_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const auto* text : {"", "garbage", "[]", "{\"enforced\":", "{} trailing", "\xff\xfe"})
            QTest::addRow("%s", text) << QByteArray(text);
    }

    void brokenPolicyNeverStopsTheProgram()
    {
        QFETCH(QByteArray, json);
        const auto policy = parsePolicy(json);
        QCOMPARE(policy.problems.size(), 1);
        QVERIFY(policy.layers.enforced.isEmpty());
    }

    void policyFileThatIsNamedMustBeThere()
    {
        QTemporaryDir folder;
        QCOMPARE(readPolicy(folder.filePath(u"none.json"_s)).problems.size(), 1);
        write(folder.filePath(u"p.json"_s), R"({"defaults":{"ui.theme":"dark"}})");
        QCOMPARE(readPolicy(folder.filePath(u"p.json"_s)).problems.size(), 0);
    }

    // Folders

    void foldersAreForTheUserAlone()
    {
        QTemporaryDir folder;
        const Paths paths{.settingsFile = folder.filePath(u"c/app/P.ini"_s),
                          .databaseFile = folder.filePath(u"d/app/P/companion.db"_s),
                          .logFolder = folder.filePath(u"s/app/P/log"_s)};
        QVERIFY(paths.create());
        const auto others = QFileDevice::ReadGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther
            | QFileDevice::ExeOther;
        for (const auto& made : {QFileInfo(paths.settingsFile).path(),
                                 QFileInfo(paths.databaseFile).path(), paths.logFolder})
            QVERIFY2(!(QFile::permissions(made) & others), qPrintable(made));
    }
};

QTEST_GUILESS_MAIN(TestSettingsFile)
#include "tst_settingsfile.moc"
