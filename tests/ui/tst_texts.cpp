// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/samples.h"
#include "ui/text/calltext.h"
#include "ui/text/historytext.h"
#include "ui/text/plaintext.h"

#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;

class TestTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textFromOutsideIsMadeHarmless_data();
    void textFromOutsideIsMadeHarmless();
    void surrogatesAreNotCutApart();
    void linesStayInNotes();
    void isolatesKeepDirectionsApart();
    void tooltipsAreNotMarkup();
    void durationsAreReadable_data();
    void durationsAreReadable();
    void daysAreNamed_data();
    void daysAreNamed();
    void everyResultHasItsWord();
    void everyReasonHasItsSentence();
    void everyJournalStateIsExplained();
    void failedCallsAreExplained_data();
    void failedCallsAreExplained();
    void numberForANameIsNoName_data();
    void numberForANameIsNoName();
    void rowIsSpokenWhole();
    void numberBeforeAnArabicCompanyStaysANumber();
};

void TestTexts::textFromOutsideIsMadeHarmless_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("shown");
    QTest::newRow("ordinary") << u"Anna Bergström"_s << u"Anna Bergström"_s;
    QTest::newRow("lines and tabs") << u" a\r\n\tb "_s << u"a b"_s;
    QTest::newRow("controls") << u"a\u0000b\u001b[31m"_s << u"ab[31m"_s;
    QTest::newRow("overrides") << u"abc\u202Efdp.exe"_s << u"abcfdp.exe"_s;
    QTest::newRow("invisible") << u"\u200b\u2060\ufeff"_s << QString();
    QTest::newRow("joined emoji") << u"👩‍👧"_s << u"👩‍👧"_s;
    QTest::newRow("stacked marks")
        << QString(u'Z' + QString(60, QChar(0x0351))) << QString(u'Z' + QString(3, QChar(0x0351)));
    QTest::newRow("markup stays text") << u"<b>x</b>"_s << u"<b>x</b>"_s;
}

void TestTexts::textFromOutsideIsMadeHarmless()
{
    QFETCH(QString, given);
    QTEST(text::plain(given), "shown");
}

void TestTexts::surrogatesAreNotCutApart()
{
    const QString cut = text::plain(u"ab😀😀"_s, 3);
    QCOMPARE(cut, u"ab…"_s);
    QVERIFY(!cut.at(1).isSurrogate());
}

void TestTexts::linesStayInNotes()
{
    QCOMPARE(text::plainLines(u"a\nb"_s), u"a\nb"_s);
}

void TestTexts::isolatesKeepDirectionsApart()
{
    QCOMPARE(text::isolated(u"x"_s), u"\u2068x\u2069"_s);
    QCOMPARE(text::isolated(u"x\u2069y"_s), u"\u2068xy\u2069"_s); // nobody closes ours
    QCOMPARE(text::isolated({}), QString());
}

void TestTexts::tooltipsAreNotMarkup()
{
    QVERIFY(text::toolTip(u"<img src=x>"_s).contains(u"&lt;img"_s));
}

void TestTexts::durationsAreReadable_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("shown");
    QTest::newRow("none") << qint64(0) << u"0:00"_s;
    QTest::newRow("seconds") << qint64(9) << u"0:09"_s;
    QTest::newRow("minutes") << qint64(65) << u"1:05"_s;
    QTest::newRow("hours") << qint64(3725) << u"1:02:05"_s;
    QTest::newRow("days") << qint64(90000) << u"25:00:00"_s;
    QTest::newRow("unknown") << qint64(-1) << QString();
}

void TestTexts::durationsAreReadable()
{
    QFETCH(qint64, seconds);
    QTEST(text::duration(seconds), "shown");
}

void TestTexts::daysAreNamed_data()
{
    QTest::addColumn<int>("daysAgo");
    QTest::addColumn<QString>("shown");
    QTest::newRow("today") << 0 << u"Today"_s;
    QTest::newRow("yesterday") << 1 << u"Yesterday"_s;
    QTest::newRow("this week") << 3 << QLocale().standaloneDayName(5);
    QTest::newRow("earlier") << 7 << QLocale().toString(QDate(2025, 12, 29), QLocale::ShortFormat);
    QTest::newRow("the clock was set back")
        << -2 << QLocale().toString(QDate(2026, 1, 7), QLocale::ShortFormat);
}

void TestTexts::daysAreNamed()
{
    QFETCH(int, daysAgo);
    auto row = samples::row(0);
    row.call.startedAt = samples::noon().addDays(-daysAgo);
    QTEST(text::rowDay(row, samples::noon()), "shown");
}

void TestTexts::everyResultHasItsWord()
{
    QSet<QString> words;
    const QList<CallResult> results{CallResult::None,     CallResult::Answered,
                                    CallResult::Missed,   CallResult::AnsweredElsewhere,
                                    CallResult::NoAnswer, CallResult::Busy,
                                    CallResult::Declined, CallResult::Failed,
                                    CallResult::Voicemail};
    for (const auto result : results)
        words.insert(text::resultName(result));
    QCOMPARE(words.size(), results.size());
    QVERIFY(!words.contains(QString()));
}

void TestTexts::everyReasonHasItsSentence()
{
    QSet<QString> sentences;
    for (int reason = 1; reason <= int(Reason::SearchPageOpened); ++reason) {
        const QString sentence = text::reasonSentence(Reason(reason));
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(QString::number(reason)));
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), int(Reason::SearchPageOpened));
}

void TestTexts::everyJournalStateIsExplained()
{
    auto row = samples::row(0);
    for (int state = 0; state <= int(JournalState::Failed); ++state) {
        row.journal = JournalState(state);
        QVERIFY(text::logSentence(row).endsWith(u'.'));
    }
    row.journal = JournalState::None;
    row.doNotLog = true;
    QCOMPARE(text::logSentence(row), u"Not logged, as you wished."_s);
    row.doNotLog = false;
    row.call.direction = CallDirection::Internal;
    QCOMPARE(text::logSentence(row), u"Internal calls are not logged."_s);
}

void TestTexts::failedCallsAreExplained_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("says");
    QTest::newRow("busy") << u"486 Busy Here"_s << u"busy"_s;
    QTest::newRow("declined") << u"603 Decline"_s << u"declined"_s;
    QTest::newRow("number") << u"404 Not Found"_s << u"does not exist"_s;
    QTest::newRow("incomplete") << u"484 Address Incomplete"_s << u"incomplete"_s;
    QTest::newRow("time") << u"408 Request Timeout"_s << u"in time"_s;
    QTest::newRow("lines") << u"Congestion"_s << u"lines are busy"_s;
    QTest::newRow("rights") << u"No permission"_s << u"may not call"_s;
    QTest::newRow("anything") << u"zzz"_s << u"could not be put through"_s;
}

void TestTexts::failedCallsAreExplained()
{
    QFETCH(QString, reason);
    QFETCH(QString, says);
    QVERIFY2(text::failureReason(reason).contains(says), qPrintable(text::failureReason(reason)));
}

void TestTexts::numberForANameIsNoName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("number");
    QTest::addColumn<bool>("isName");
    QTest::newRow("a name") << u"Thames Ltd"_s << u"+14155551212"_s << true;
    QTest::newRow("the number") << u"+14155551212"_s << u"+14155551212"_s << false;
    QTest::newRow("spelled otherwise") << u"(415) 555-1212"_s << u"+14155551212"_s << false;
    QTest::newRow("with a word") << u"Tel. 415 555 1212"_s << u"4155551212"_s << false;
    QTest::newRow("with the country") << u"0014155551212"_s << u"4155551212"_s << false;
    QTest::newRow("a number in a name") << u"Depot 12345"_s << u"+14155551212"_s << true;
    QTest::newRow("an extension") << u"1003"_s << u"1003"_s << false;
    QTest::newRow("an extension and a year") << u"Expo 2003"_s << u"2003"_s << true;
}

void TestTexts::numberForANameIsNoName()
{
    QFETCH(QString, name);
    QFETCH(QString, number);
    QFETCH(bool, isName);
    CallCard card;
    card.call.remoteName = name;
    card.call.remoteNumber = number;
    card.number = u"***12"_s; // masked
    QCOMPARE(text::remoteParty(card), isName ? name : card.number);
    HistoryRow row;
    row.call = card.call;
    const auto party = text::rowParty(row, {.rules = {}, .isMasked = true});
    QCOMPARE(party == name, isName);
    QVERIFY2(isName || party.contains(u'*'), qPrintable(party));
}

void TestTexts::rowIsSpokenWhole()
{
    auto row = samples::row(0);
    row.note = u"x"_s;
    row.call.queue = u"Support"_s;
    const QString spoken = text::rowSpoken(row, {}, samples::noon());
    for (const auto& part : {u"Anna Bergström"_s, u"Nordwind"_s, u"Incoming via Support"_s,
                             u"Answered · 1:05"_s, u"Today"_s, u"Logged"_s, u"Note"_s})
        QVERIFY2(spoken.contains(part), qPrintable(spoken));
    QVERIFY(!spoken.contains(QChar(0x2068)));
}

void TestTexts::numberBeforeAnArabicCompanyStaysANumber()
{
    auto row = samples::row(0);
    row.matches[0].account = u"شركة الشمال"_s;
    const QString detail = text::rowPartyDetail(row, {});
    QVERIFY(!detail.isRightToLeft());
    QVERIFY(detail.startsWith(QChar(0x2068)));
}

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
