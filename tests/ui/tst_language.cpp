// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/samples.h"
#include "ui/dialogs/diagnosewindow.h"
#include "ui/text/calltext.h"
#include "ui/text/historytext.h"
#include "ui/text/language.h"
#include "ui/theme.h"

#include <QApplication>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString source;
    QStringList translations;
    bool isUnfinished = false;
};

QList<Message> messagesOf(const QString& language)
{
    QFile file(
        u"%1/translations/companion_%2.ts"_s.arg(QStringLiteral(COMPANION_SOURCE_DIR), language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader reader(&file);
    QList<Message> messages;
    bool isPlural = false;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == "message"_L1)
            messages.append(Message{});
        else if (reader.name() == "source"_L1)
            messages.last().source = reader.readElementText();
        else if (reader.name() == "numerusform"_L1)
            messages.last().translations.append(reader.readElementText());
        else if (reader.name() == "translation"_L1) {
            messages.last().isUnfinished = reader.attributes().hasAttribute(u"type"_s);
            isPlural = messages.last().source.contains(u"%n"_s);
            if (!isPlural)
                messages.last().translations.append(
                    reader.readElementText(QXmlStreamReader::IncludeChildElements));
        }
    }
    return messages;
}

//! "%1 %n", in order, each once.
QStringList places(const QString& text)
{
    static const QRegularExpression place(u"%[1-9n]"_s);
    QStringList found;
    auto all = place.globalMatch(text);
    while (all.hasNext())
        found.append(all.next().captured());
    found.removeDuplicates();
    found.sort();
    return found;
}

QString waiting(int count)
{
    DiagnoseWindow window;
    QJsonArray checks;
    for (int index = 0; index < count; ++index)
        checks.append(QJsonObject{{u"title"_s, u"x"_s}, {u"state"_s, u"problem"_s}});
    window.setChecks({{u"checks"_s, checks}});
    return window.findChild<QLabel*>(u"summary"_s)->text();
}

} // namespace

class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { text::useLanguage(u"en"_s); }
    void builtInLanguagesAreFound();
    void bestLanguageIsChosen_data();
    void bestLanguageIsChosen();
    void textsChange();
    void changingBackLeavesNothing();
    void numbersOfThingsAreSpokenRight_data();
    void numbersOfThingsAreSpokenRight();
    void arabicReadsFromTheRight();
    void latinTextStandsWhereAnArabicWindowBegins();
    void daysAreNamedInTheSameLanguage();
    void germanIsComplete();
    void translationsKeepTheirPlaces_data();
    void translationsKeepTheirPlaces();
    void translationsHoldNoTracesOfTheirMaking();
};

void TestLanguage::builtInLanguagesAreFound()
{
    QCOMPARE(text::languages(), (QStringList{u"ar"_s, u"de"_s, u"en"_s}));
}

void TestLanguage::bestLanguageIsChosen_data()
{
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QString>("best");
    QTest::newRow("exactly") << QStringList{u"de"_s} << u"de"_s;
    QTest::newRow("with its country") << QStringList{u"de-AT"_s} << u"de"_s;
    QTest::newRow("as a locale") << QStringList{u"de_CH"_s} << u"de"_s;
    QTest::newRow("the first that is spoken")
        << QStringList{u"fr-FR"_s, u"de"_s, u"ar"_s} << u"de"_s;
    QTest::newRow("none") << QStringList{u"fr"_s} << u"en"_s;
    QTest::newRow("nothing known") << QStringList{} << u"en"_s;
    QTest::newRow("the C locale") << QStringList{u"C"_s} << u"en"_s;
}

void TestLanguage::bestLanguageIsChosen()
{
    QFETCH(QStringList, wanted);
    QTEST(text::bestLanguage(wanted, {u"ar"_s, u"de"_s, u"en"_s}), "best");
}

void TestLanguage::textsChange()
{
    text::useLanguage(u"de"_s);
    QCOMPARE(text::resultName(CallResult::Missed), u"Verpasst"_s);
    QCOMPARE(text::actionName(CallAction::HangUp), u"Auflegen"_s);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
}

void TestLanguage::changingBackLeavesNothing()
{
    text::useLanguage(u"de"_s);
    text::useLanguage(u"en"_s);
    QCOMPARE(text::resultName(CallResult::Missed), u"Missed"_s);
    QCOMPARE(QLocale().language(), QLocale::English);
}

void TestLanguage::numbersOfThingsAreSpokenRight_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("said");
    QTest::newRow("English, one") << u"en"_s << 1 << u"One thing needs attention."_s;
    QTest::newRow("English, two") << u"en"_s << 2 << u"2 things need attention."_s;
    QTest::newRow("German, one") << u"de"_s << 1 << u"Eine Sache braucht Aufmerksamkeit."_s;
    QTest::newRow("German, three") << u"de"_s << 3 << u"3 Dinge brauchen Aufmerksamkeit."_s;
}

void TestLanguage::numbersOfThingsAreSpokenRight()
{
    QFETCH(QString, language);
    QFETCH(int, count);
    text::useLanguage(language);
    QTEST(waiting(count), "said");
}

void TestLanguage::arabicReadsFromTheRight()
{
    text::useLanguage(u"ar"_s);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
    QVERIFY(text::resultName(CallResult::Missed).isRightToLeft());
    // What is not translated yet is said in English, not left out.
    QVERIFY(!text::reasonSentence(Reason::PopupManual).isEmpty());
    text::useLanguage(u"en"_s);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
}

void TestLanguage::latinTextStandsWhereAnArabicWindowBegins()
{
    applyTheme(*qApp, u"light"_s);
    text::useLanguage(u"ar"_s);
    QLabel label(u"Salesforce"_s);
    label.ensurePolished();
    QVERIFY(label.alignment().testFlag(Qt::AlignRight));
    QVERIFY(label.alignment().testFlag(Qt::AlignAbsolute)); // else by the label's own text
}

void TestLanguage::daysAreNamedInTheSameLanguage()
{
    text::useLanguage(u"de"_s);
    auto row = samples::row(0);
    row.call.startedAt = samples::noon().addDays(-3); // a Friday
    QCOMPARE(text::rowDay(row, samples::noon()), u"Freitag"_s);
}

void TestLanguage::germanIsComplete()
{
    const auto messages = messagesOf(u"de"_s);
    QVERIFY(messages.size() > 500);
    for (const auto& message : messages)
        QVERIFY2(!message.isUnfinished && !message.translations.value(0).isEmpty(),
                 qPrintable(message.source));
}

void TestLanguage::translationsKeepTheirPlaces_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("German") << u"de"_s;
    QTest::newRow("Arabic") << u"ar"_s;
}

void TestLanguage::translationsKeepTheirPlaces()
{
    QFETCH(QString, language);
    const auto messages = messagesOf(language);
    QVERIFY(!messages.isEmpty());
    for (const auto& message : messages) {
        if (message.isUnfinished)
            continue;
        // One or two things may be said in words; the last form always has the number.
        QCOMPARE(places(message.translations.last()), places(message.source));
        QCOMPARE(message.translations.last().contains(u'&'), message.source.contains(u'&'));
    }
}

void TestLanguage::translationsHoldNoTracesOfTheirMaking() // as a search's “582|” once did
{
    for (const auto& language : {u"ar"_s, u"de"_s}) {
        const auto messages = messagesOf(language);
        for (const auto& message : messages)
            for (const auto& translation : message.translations)
                QVERIFY2(message.source.contains(u'|') || !translation.contains(u'|'),
                         qPrintable(translation));
    }
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
