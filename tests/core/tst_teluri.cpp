// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/teluri.h"
#include "tests/core/numbertables.h"

#include <QRandomGenerator>
#include <QTest>

using namespace companion;
using namespace companion::testing;
using namespace Qt::StringLiterals;

class TestTelUri : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linkBecomesWhatIsDialled_data();
    void linkBecomesWhatIsDialled();
    void everySchemeIsOursInAnyCase();
    void whatIsShownHoldsNoInvisibleCharacter();
    void hugeLinkIsRefused();
    void anyTextIsRefusedOrBecomesDigits();
};

void TestTelUri::linkBecomesWhatIsDialled_data()
{
    QTest::addColumn<QString>("site");
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QString>("dialled");
    const auto rows = tableRows(u"links.tsv"_s);
    QCOMPARE_GE(rows.size(), 100);
    for (const auto& row : rows) {
        const auto cell = [&row](qsizetype i) {
            return row.cells.value(i);
        };
        QVERIFY2((QStringList{u"plain"_s, u"shown"_s, u"refused"_s}.contains(cell(2))),
                 qPrintable(u"line %1"_s.arg(row.line)));
        QTest::addRow("line %d: %s", row.line, qPrintable(cell(1)))
            << cell(0) << cell(1) << cell(2) << cell(3) << cell(4) << cell(5);
    }
}

void TestTelUri::linkBecomesWhatIsDialled()
{
    QFETCH(const QString, site);
    QFETCH(const QString, link);
    QFETCH(const QString, how);
    const auto request = readDialRequest(link);
    if (how == "refused"_L1) {
        QVERIFY2(!request, request ? qPrintable(request->number) : "");
        QCOMPARE(request.error().kind, Error::Kind::Rejected);
        QVERIFY(!request.error().detail.isEmpty());
        return;
    }
    QVERIFY2(request.has_value(), request ? "" : qPrintable(request.error().detail));
    QTEST(request->number, "number");
    QTEST(request->suffix, "suffix");
    QCOMPARE(request->isPlain ? u"plain"_s : u"shown"_s, how);
    const auto rules = siteRules(site);
    QTEST(dialString(PhoneNumber::read(request->number, rules), rules), "dialled");
}

void TestTelUri::everySchemeIsOursInAnyCase()
{
    for (const auto& ours : {u"tel:1"_s, u"TEL:1"_s, u" callto:1"_s, u"Sip:1@host"_s, u"sips:1"_s})
        QVERIFY2(isDialUri(ours), qPrintable(ours));
    for (const auto& other : {u"mailto:anna@example.com"_s, u"https://tel:1"_s, u"telnet:1"_s,
                              u"4155551212"_s, u"tel"_s, QString()})
        QVERIFY2(!isDialUri(other), qPrintable(other));
}

void TestTelUri::whatIsShownHoldsNoInvisibleCharacter()
{
    const auto request = readDialRequest(u"tel:%E2%80%AE%2B1%20415%20555%201212%E2%80%8B"_s);
    QVERIFY(request.has_value());
    QCOMPARE(request->original, u"+1 415 555 1212"_s);
    QVERIFY(!request->isPlain); // written backwards for the eye: shown before it is dialled
}

void TestTelUri::hugeLinkIsRefused()
{
    for (const auto& filler : {u"4"_s, u"%34"_s, u"/"_s, u" "_s, u";ext=1"_s, u"%25"_s})
        QVERIFY(!readDialRequest(u"tel:"_s + filler.repeated(100'000)));
    QVERIFY(!readDialRequest(u"tel:"_s + u"4"_s.repeated(25)));
    QVERIFY(readDialRequest(u"tel:"_s + u"4"_s.repeated(24)));
}

void TestTelUri::anyTextIsRefusedOrBecomesDigits()
{
    QRandomGenerator random(20263);
    const QString alphabet = u"0123456789+()-./ ;,=x*#@:%2B<>\"'$`ABCext?&\n\t\u0660\uFF11\u202E"_s;
    int accepted = 0;
    for (int i = 0; i < 20'000; ++i) {
        QString link = i % 2 == 0 ? u"tel:"_s : u"sip:"_s;
        const int length = random.bounded(40);
        for (int at = 0; at < length; ++at)
            link += alphabet.at(random.bounded(int(alphabet.size())));
        const auto request = readDialRequest(link);
        if (!request)
            continue;
        ++accepted;
        for (qsizetype at = 0; at < request->number.size(); ++at) {
            const QChar c = request->number.at(at);
            QVERIFY2((c >= u'0' && c <= u'9') || (c == u'+') || c == u'*' || c == u'#',
                     qPrintable(link));
            QVERIFY2(c != u'*' || !request->isPlain, qPrintable(link));
        }
        for (const QChar c : request->suffix)
            QVERIFY2(c >= u'0' && c <= u'9', qPrintable(link));
    }
    QCOMPARE_GE(accepted, 100); // else this proves nothing
}

QTEST_GUILESS_MAIN(TestTelUri)
#include "tst_teluri.moc"
