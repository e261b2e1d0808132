// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"

#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileNamesAreMeantFromWhereTheWordsWereTyped_data();
    void fileNamesAreMeantFromWhereTheWordsWereTyped();
    void commandIsTakenWithItsWords_data();
    void commandIsTakenWithItsWords();
    void meaninglessWordsAreRefusedInOneSentence_data();
    void meaninglessWordsAreRefusedInOneSentence();
    void generalOptionsStandAnywhere();
    void nothingMeansStart();
    void helpAndVersionNeedNoCommand();
    void helpNamesEveryCommandAndOption();
    void emptyWordIsAWord();
    void wordsBehindTwoDashesAreNoOptions();
    void profileIsASafeFileName_data();
    void profileIsASafeFileName();
};

void TestCommandLine::commandIsTakenWithItsWords_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("options"); // "call=1"
    const auto row = [](const QStringList& words, const char* command,
                        const QStringList& arguments = {}, const QStringList& options = {}) {
        QTest::newRow(qPrintable(words.join(u' ')))
            << words << QString::fromLatin1(command) << arguments << options;
    };
    row({u"tel:+14155551212"_s}, "link", {u"tel:+14155551212"_s});
    row({u"TEL:%28415%29%20555-1212"_s}, "link", {u"TEL:%28415%29%20555-1212"_s});
    row({u"callto:1001"_s}, "link", {u"callto:1001"_s});
    row({u"sip:1001@pbx"_s}, "link", {u"sip:1001@pbx"_s});
    row({u"sips:1001@pbx"_s}, "link", {u"sips:1001@pbx"_s});
    row({u"dial"_s, u"(415) 555-1212"_s}, "dial", {u"(415) 555-1212"_s});
    for (const auto* command : {"hangup", "hold", "resume", "answer", "open-record"}) {
        row({QString::fromLatin1(command)}, command);
        row({QString::fromLatin1(command), u"--call"_s, u"1.1"_s}, command, {}, {u"call=1.1"_s});
        row({QString::fromLatin1(command), u"--call=1.1"_s}, command, {}, {u"call=1.1"_s});
    }
    row({u"transfer"_s, u"1002"_s, u"--call"_s, u"1.1"_s}, "transfer", {u"1002"_s},
        {u"call=1.1"_s});
    row({u"note"_s, u"calls back"_s}, "note", {u"calls back"_s});
    row({u"status"_s}, "status");
    row({u"calls"_s}, "calls");
    row({u"-session"_s, u"1_2"_s}, "");
    row({u"history"_s}, "history");
    row({u"history"_s, u"--limit"_s, u"5"_s, u"--pending"_s}, "history", {},
        {u"limit=5"_s, u"pending=1"_s});
    row({u"lookup"_s, u"+14155551212"_s}, "lookup", {u"+14155551212"_s});
    row({u"diagnose"_s}, "diagnose");
    row({u"diagnose"_s, u"--report"_s, u"out.zip"_s, u"--with-personal-data"_s}, "diagnose", {},
        {u"report=out.zip"_s, u"with-personal-data=1"_s});
    row({u"sign-in"_s, u"pbx"_s}, "sign-in", {u"pbx"_s});
    row({u"sign-in"_s, u"pbx"_s, u"--kind"_s, u"asterisk"_s, u"--url"_s, u"https://p"_s,
         u"--client-id"_s, u"id"_s, u"--extension"_s, u"1001"_s, u"--secret-stdin"_s},
        "sign-in", {u"pbx"_s},
        {u"client-id=id"_s, u"extension=1001"_s, u"kind=asterisk"_s, u"secret-stdin=1"_s,
         u"url=https://p"_s});
    row({u"sign-in"_s, u"salesforce"_s, u"--login-url"_s, u"https://test.salesforce.com"_s,
         u"--client-id"_s, u"id"_s, u"--secret-stdin"_s},
        "sign-in", {u"salesforce"_s},
        {u"client-id=id"_s, u"login-url=https://test.salesforce.com"_s, u"secret-stdin=1"_s});
    row({u"sign-out"_s, u"pbx"_s}, "sign-out", {u"pbx"_s});
    row({u"sign-out"_s, u"salesforce"_s}, "sign-out", {u"salesforce"_s});
    row({u"settings"_s, u"list"_s}, "settings", {u"list"_s});
    row({u"settings"_s, u"get"_s, u"pbx.url"_s}, "settings", {u"get"_s, u"pbx.url"_s});
    row({u"settings"_s, u"set"_s, u"card.show"_s, u"false"_s}, "settings",
        {u"set"_s, u"card.show"_s, u"false"_s});
    row({u"settings"_s, u"export"_s}, "settings", {u"export"_s});
    row({u"settings"_s, u"export"_s, u"f.json"_s}, "settings", {u"export"_s, u"f.json"_s});
    row({u"settings"_s, u"import"_s, u"f.json"_s}, "settings", {u"import"_s, u"f.json"_s});
    row({u"quit"_s}, "quit");
}

void TestCommandLine::commandIsTakenWithItsWords()
{
    QFETCH(const QStringList, words);
    const auto line = readCommandLine(words);
    QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error().detail));
    QTEST(line->command, "command");
    QTEST(line->arguments, "arguments");
    QStringList options;
    for (auto at = line->options.cbegin(); at != line->options.cend(); ++at)
        options.append(at.key() + u'=' + at.value());
    options.sort();
    QTEST(options, "options");
}

void TestCommandLine::meaninglessWordsAreRefusedInOneSentence_data()
{
    QTest::addColumn<QStringList>("words");
    const auto row = [](const QStringList& words) {
        QTest::newRow(qPrintable(words.join(u' '))) << words;
    };
    row({u"phone"_s});
    row({u"link"_s, u"tel:1"_s}); // the word is ours alone
    row({u"dial"_s});
    row({u"dial"_s, u"415"_s, u"5551212"_s});
    row({u"tel:1"_s, u"tel:2"_s});
    row({u"hangup"_s, u"now"_s});
    row({u"status"_s, u"--call"_s, u"1"_s});
    row({u"hangup"_s, u"--call"_s});
    row({u"transfer"_s});
    row({u"note"_s});
    row({u"lookup"_s});
    row({u"history"_s, u"--limit"_s, u"many"_s});
    row({u"history"_s, u"--limit"_s, u"-1"_s});
    row({u"history"_s, u"--limit"_s});
    row({u"sign-in"_s});
    row({u"sign-in"_s, u"zendesk"_s});
    row({u"sign-in"_s, u"pbx"_s, u"--login-url"_s, u"https://x"_s});
    row({u"sign-in"_s, u"salesforce"_s, u"--extension"_s, u"1001"_s});
    row({u"sign-out"_s});
    row({u"settings"_s});
    row({u"settings"_s, u"get"_s});
    row({u"settings"_s, u"set"_s, u"card.show"_s});
    row({u"settings"_s, u"list"_s, u"card.show"_s});
    row({u"settings"_s, u"drop"_s, u"card.show"_s});
    row({u"settings"_s, u"import"_s});
    row({u"--unknown"_s});
    row({u"--unknown"_s, u"1"_s});
    row({u"status"_s, u"--unknown=1"_s});
    row({u"--profile"_s});
    row({u"--log-level"_s, u"loud"_s});
    row({QString()});
}

void TestCommandLine::meaninglessWordsAreRefusedInOneSentence()
{
    QFETCH(const QStringList, words);
    const auto line = readCommandLine(words);
    QVERIFY(!line);
    QCOMPARE(line.error().kind, Error::Kind::Rejected);
    QVERIFY(line.error().detail.endsWith(u'.'));
    QVERIFY(!line.error().detail.contains(u'\n'));
}

void TestCommandLine::generalOptionsStandAnywhere()
{
    const QStringList options{u"--profile"_s,   u"work"_s,       u"--policy"_s, u"p.json"_s,
                              u"--log-level"_s, u"debug"_s,      u"--log"_s,    u"l.txt"_s,
                              u"--json"_s,      u"--minimized"_s};
    for (const auto& words :
         {options + QStringList{u"status"_s}, QStringList{u"status"_s} + options}) {
        const auto line = readCommandLine(words);
        QVERIFY(line.has_value());
        QCOMPARE(line->command, u"status"_s);
        QCOMPARE(line->profile, u"work"_s);
        QCOMPARE(line->policyFile, u"p.json"_s);
        QCOMPARE(line->logLevel, u"debug"_s);
        QCOMPARE(line->logFile, u"l.txt"_s);
        QVERIFY(line->wantsJson);
        QVERIFY(line->isMinimized);
        QVERIFY(line->options.isEmpty());
    }
}

void TestCommandLine::nothingMeansStart()
{
    const auto line = readCommandLine({});
    QVERIFY(line.has_value());
    QCOMPARE(*line, CommandLine{});
    QCOMPARE(line->profile, u"default"_s);
    const auto hidden = readCommandLine({u"--minimized"_s});
    QVERIFY(hidden.has_value());
    QVERIFY(hidden->isMinimized);
    QVERIFY(hidden->command.isEmpty());
}

void TestCommandLine::helpAndVersionNeedNoCommand()
{
    for (const auto& words :
         {QStringList{u"--help"_s}, QStringList{u"-h"_s}, QStringList{u"dial"_s, u"--help"_s}})
        QVERIFY2(readCommandLine(words)->wantsHelp, qPrintable(words.join(u' ')));
    QVERIFY(readCommandLine({u"--version"_s})->wantsVersion);
}

void TestCommandLine::helpNamesEveryCommandAndOption()
{
    for (const auto& word : {u"tel:"_s,
                             u"callto:"_s,
                             u"sip:"_s,
                             u"dial NUMBER"_s,
                             u"hangup"_s,
                             u"hold"_s,
                             u"resume"_s,
                             u"answer"_s,
                             u"transfer"_s,
                             u"note"_s,
                             u"open-record"_s,
                             u"--call"_s,
                             u"status"_s,
                             u"calls"_s,
                             u"history"_s,
                             u"--limit"_s,
                             u"--pending"_s,
                             u"lookup"_s,
                             u"diagnose"_s,
                             u"--report"_s,
                             u"--with-personal-data"_s,
                             u"sign-in pbx"_s,
                             u"--kind"_s,
                             u"--url"_s,
                             u"--client-id"_s,
                             u"--extension"_s,
                             u"--secret-stdin"_s,
                             u"sign-in salesforce"_s,
                             u"--login-url"_s,
                             u"sign-out"_s,
                             u"settings"_s,
                             u"list"_s,
                             u"get KEY"_s,
                             u"set KEY VALUE"_s,
                             u"export"_s,
                             u"import FILE"_s,
                             u"quit"_s,
                             u"--json"_s,
                             u"--profile"_s,
                             u"--policy"_s,
                             u"--minimized"_s,
                             u"--log-level"_s,
                             u"--log FILE"_s,
                             u"--version"_s,
                             u"--help"_s})
        QVERIFY2(helpText().contains(word), qPrintable(word));
}

void TestCommandLine::emptyWordIsAWord()
{
    // Regression: a setting could not be emptied.
    const auto line = readCommandLine({u"settings"_s, u"set"_s, u"pbx.caFile"_s, QString()});
    QVERIFY(line.has_value());
    QCOMPARE(line->arguments, (QStringList{u"set"_s, u"pbx.caFile"_s, QString()}));
    QCOMPARE(readCommandLine({u"note"_s, QString()})->arguments, QStringList{QString()});
}

void TestCommandLine::wordsBehindTwoDashesAreNoOptions()
{
    const auto line = readCommandLine({u"note"_s, u"--"_s, u"--call me"_s});
    QVERIFY(line.has_value());
    QCOMPARE(line->arguments, QStringList{u"--call me"_s});
    const auto help = readCommandLine({u"note"_s, u"--"_s, u"-h"_s});
    QVERIFY(help.has_value());
    QVERIFY(!help->wantsHelp);
    QCOMPARE(help->arguments, QStringList{u"-h"_s});
}

void TestCommandLine::profileIsASafeFileName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("taken");
    QTest::newRow("letters") << u"work"_s << true;
    QTest::newRow("letters of other scripts") << u"büro-2_a.b"_s << true;
    QTest::newRow("64") << u"a"_s.repeated(64) << true;
    QTest::newRow("65") << u"a"_s.repeated(65) << false;
    QTest::newRow("empty") << u""_s << false;
    QTest::newRow("path") << u"../other"_s << false;
    QTest::newRow("absolute") << u"/etc/passwd"_s << false;
    QTest::newRow("hidden") << u".ssh"_s << false;
    QTest::newRow("space") << u"a b"_s << false;
    QTest::newRow("backslash") << u"a\\b"_s << false;
}

void TestCommandLine::profileIsASafeFileName()
{
    QFETCH(const QString, name);
    QTEST(readCommandLine({u"--profile"_s, name, u"status"_s}).has_value(), "taken");
}

void TestCommandLine::fileNamesAreMeantFromWhereTheWordsWereTyped_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("meant");
    QTest::newRow("import") << QStringList{u"settings"_s, u"import"_s, u"mine.json"_s}
                            << u"/home/jane/mine.json"_s;
    QTest::newRow("export, a folder up")
        << QStringList{u"settings"_s, u"export"_s, u"../mine.json"_s} << u"/home/mine.json"_s;
    QTest::newRow("absolute") << QStringList{u"settings"_s, u"import"_s, u"/etc/all.json"_s}
                              << u"/etc/all.json"_s;
    QTest::newRow("export to standard output")
        << QStringList{u"settings"_s, u"export"_s} << QString();
    QTest::newRow("a setting that names a file")
        << QStringList{u"settings"_s, u"set"_s, u"pbx.caFile"_s, u"ca.pem"_s}
        << u"/home/jane/ca.pem"_s;
    QTest::newRow("no file") << QStringList{u"settings"_s, u"set"_s, u"pbx.caFile"_s, QString()}
                             << QString();
    QTest::newRow("a setting that does not")
        << QStringList{u"settings"_s, u"set"_s, u"journal.subject"_s, u"ca.pem"_s} << u"ca.pem"_s;
    QTest::newRow("report") << QStringList{u"diagnose"_s, u"--report"_s, u"out"_s}
                            << u"/home/jane/out"_s;
}

void TestCommandLine::fileNamesAreMeantFromWhereTheWordsWereTyped()
{
    QFETCH(const QStringList, words);
    auto line = readCommandLine(words);
    QVERIFY(line.has_value());
    makePathsAbsolute(*line, u"/home/jane"_s);
    const bool isReport = line->command == "diagnose"_L1;
    const qsizetype place = words.value(1) == "set"_L1 ? 2 : 1;
    QTEST(isReport ? line->options.value(u"report"_s) : line->arguments.value(place), "meant");
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
