// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/journaltemplate.h"

#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;

class TestJournalTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rendersAsGoDoes_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain text") << u"Extension Call"_s << u"Extension Call"_s;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("a variable") << u"from {{.Call_From}}!"_s << u"from <5503301>!"_s;
        QTest::newRow("white space inside") << u"{{ .Call_From }}"_s << u"<5503301>"_s;
        QTest::newRow("condition true")
            << u"{{if .Note}}Note: {{.Note}}{{end}}"_s << u"Note: hello"_s;
        QTest::newRow("condition false") << u"a{{if .Queue}}b{{end}}c"_s << u"ac"_s;
        QTest::newRow("else") << u"{{if .Queue}}queue{{else}}direct{{end}}"_s << u"direct"_s;
        QTest::newRow("nested") << u"{{if .Note}}{{if .Queue}}1{{else}}2{{end}}{{else}}3{{end}}"_s
                                << u"2"_s;
        QTest::newRow("trim left") << u"a \n{{- .Note}}"_s << u"ahello"_s;
        QTest::newRow("trim right") << u"{{.Note -}} \n b"_s << u"hellob"_s;
        QTest::newRow("lone braces") << u"{a} }} b"_s << u"{a} }} b"_s;
        QTest::newRow("a value is not read again") << u"{{.Outcome}}"_s << u"{{.Note}}"_s;
    }

    void rendersAsGoDoes()
    {
        QFETCH(QString, written);
        QFETCH(QString, expected);
        const auto parsed = JournalTemplate::parse(written);
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->render({{u"Call_From"_s, u"<5503301>"_s},
                                 {u"Note"_s, u"hello"_s},
                                 {u"Outcome"_s, u"{{.Note}}"_s}}),
                 expected);
    }

    void namesThePlaceOfAMistake_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("place");
        QTest::newRow("unknown variable") << u"a {{.Nothing}}"_s << u"line 1, column 3"_s;
        QTest::newRow("never closed") << u"one\ntwo {{.Note"_s << u"line 2, column 5"_s;
        QTest::newRow("if without end") << u"{{if .Note}}x"_s << u"line 1, column 1"_s;
        QTest::newRow("end without if") << u"x{{end}}"_s << u"line 1, column 2"_s;
        QTest::newRow("second else")
            << u"{{if .Note}}a{{else}}b{{else}}c{{end}}"_s << u"line 1, column 23"_s;
        QTest::newRow("a function") << u"{{printf .Note}}"_s << u"line 1, column 1"_s;
        QTest::newRow("empty action") << u"{{}}"_s << u"line 1, column 1"_s;
    }

    void namesThePlaceOfAMistake()
    {
        QFETCH(QString, written);
        QFETCH(QString, place);
        const auto parsed = JournalTemplate::parse(written);
        QVERIFY(!parsed.has_value());
        QVERIFY2(parsed.error().detail.startsWith(place), qPrintable(parsed.error().detail));
    }

    void deepNestingIsRefused()
    {
        QVERIFY(!JournalTemplate::parse(u"{{if .Note}}"_s.repeated(10000)).has_value());
    }
};

QTEST_GUILESS_MAIN(TestJournalTemplate)
#include "tst_journaltemplate.moc"
