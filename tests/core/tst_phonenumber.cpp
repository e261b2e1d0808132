// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/phonenumber.h"
#include "tests/core/numbertables.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace companion;
using namespace companion::testing;
using namespace Qt::StringLiterals;

using Kind = PhoneNumber::Kind;

namespace {

NumberRules us()
{
    return siteRules(u"US"_s);
}

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::Empty:
        return u"empty"_s;
    case Kind::Withheld:
        return u"withheld"_s;
    case Kind::Masked:
        return u"masked"_s;
    case Kind::Extension:
        return u"extension"_s;
    case Kind::Short:
        return u"short"_s;
    case Kind::National:
        return u"national"_s;
    case Kind::International:
        return u"international"_s;
    case Kind::Text:
        return u"text"_s;
    }
    return {};
}

} // namespace

class TestPhoneNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void presentedNumberFindsWhatPeopleStored_data();
    void presentedNumberFindsWhatPeopleStored();
    void tableOfSpellingsIsLargeAndManyCountriesWide();
    void endsInWhatTheStoredNumberEndsIn_data() { presentedNumberFindsWhatPeopleStored_data(); }
    void endsInWhatTheStoredNumberEndsIn();

    void isReadByTheSitesRules_data();
    void isReadByTheSitesRules();
    void isDialledByTheSitesRules_data();
    void isDialledByTheSitesRules();

    void withheldNumberIsNeitherShownNorLookedUpNorDialled();
    void keyIsOneForAllSpellingsOfALine_data();
    void keyIsOneForAllSpellingsOfALine();
    void explanationIsASentenceForPeople_data();
    void explanationIsASentenceForPeople();
    void extensionLengthsAreTheSites();
    void hugeTextIsBoundedAndNoNumber();
    void searchTermsAreFewDigitsMostTellingFirst();
    void spellingsHoldTheUsualOnesOnce();
};

void TestPhoneNumber::presentedNumberFindsWhatPeopleStored_data()
{
    QTest::addColumn<QString>("site");
    QTest::addColumn<QString>("presented");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<bool>("found");
    const auto rows = tableRows(u"matching.tsv"_s);
    QVERIFY(!rows.isEmpty());
    for (const auto& row : rows) {
        QVERIFY2(row.cells.size() >= 4, qPrintable(u"line %1"_s.arg(row.line)));
        const bool isFound = row.cells.at(3) == "found"_L1;
        QVERIFY2(isFound || row.cells.at(3) == "not found"_L1,
                 qPrintable(u"line %1"_s.arg(row.line)));
        QTest::addRow("line %d: %s, %s / %s", row.line, qPrintable(row.cells.at(0)),
                      qPrintable(row.cells.at(1)), qPrintable(row.cells.at(2)))
            << row.cells.at(0) << row.cells.at(1) << row.cells.at(2) << isFound;
    }
}

void TestPhoneNumber::presentedNumberFindsWhatPeopleStored()
{
    QFETCH(const QString, site);
    QFETCH(const QString, presented);
    QFETCH(const QString, stored);
    const auto rules = siteRules(site);
    const auto number = PhoneNumber::read(presented, rules);
    const QString how =
        number.explanation() + u" | stored is "_s + PhoneNumber::read(stored, rules).explanation();
    const bool matches = number.matches(stored, rules);
    QFETCH(const bool, found);
    QVERIFY2(matches == found, qPrintable(how));
}

void TestPhoneNumber::tableOfSpellingsIsLargeAndManyCountriesWide()
{
    const auto rows = tableRows(u"matching.tsv"_s);
    QSet<QString> regions;
    QSet<QStringList> pairs;
    for (const auto& row : rows) {
        regions.insert(row.cells.at(0).left(2));
        pairs.insert(row.cells.mid(0, 3));
    }
    QCOMPARE_GE(pairs.size(), 400);
    QCOMPARE_GE(regions.size(), 30);
}

void TestPhoneNumber::endsInWhatTheStoredNumberEndsIn()
{
    QFETCH(const QString, site);
    QFETCH(const QString, presented);
    QFETCH(const QString, stored);
    QFETCH(const bool, found);
    if (!found)
        return; // an index may offer too many, never too few
    const auto number = PhoneNumber::read(presented, siteRules(site));
    const auto digits = PhoneNumber::digitsIn(stored);
    QVERIFY2(std::any_of(digits.cbegin(), digits.cend(),
                         [&number](const QString& one) { return one.endsWith(number.lineEnd()); }),
             qPrintable(digits.join(u' ') + u" / "_s + number.lineEnd()));
}

void TestPhoneNumber::isReadByTheSitesRules_data()
{
    QTest::addColumn<QString>("site");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("e164");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QString>("display");
    for (const auto& row : tableRows(u"reading.tsv"_s))
        QTest::addRow("line %d: %s, %s", row.line, qPrintable(row.cells.at(0)),
                      qPrintable(row.cells.at(1)))
            << row.cells.at(0) << row.cells.at(1) << row.cells.at(2) << row.cells.value(3)
            << row.cells.value(4) << row.cells.value(5);
}

void TestPhoneNumber::isReadByTheSitesRules()
{
    QFETCH(const QString, site);
    QFETCH(const QString, input);
    const auto number = PhoneNumber::read(input, siteRules(site));
    QTEST(kindName(number.kind()), "kind");
    QTEST(number.e164(), "e164");
    QTEST(number.suffix(), "suffix");
    QTEST(number.display(), "display");
    QCOMPARE(number.input(), input);
    QVERIFY(number.kind() != Kind::International || !number.e164().isEmpty());
    QCOMPARE(number.key().isEmpty(), !number.isDialable());
    if (!number.e164().isEmpty())
        QCOMPARE(u'+' + number.countryCode() + number.national(), number.e164());
}

void TestPhoneNumber::isDialledByTheSitesRules_data()
{
    QTest::addColumn<QString>("site");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("dialled");
    const auto row = [](const char* site, const char* input, const char* dialled) {
        QTest::addRow("%s, %s", site, input)
            << QString::fromLatin1(site) << QString::fromUtf8(input)
            << QString::fromLatin1(dialled);
    };
    row("US", "(415) 555-1212", "4155551212");
    row("US", "1-415-555-1212", "14155551212");
    row("US", "+1 415 555 1212", "+14155551212");
    row("US", "+44 (0)20 7946 0958", "+442079460958");
    row("US", "(415) 555-1212 x12", "4155551212");
    row("US", "1-800-FLOWERS", "18003569377");
    row("US", "1001", "1001");
    row("US", "2005", "2005");
    row("US", "911", "911");
    row("US", "*97", "*97");
    row("US", "*72*1001#", "*72*1001#");
    row("US", "5551212", "5551212");
    row("US", "anonymous", "");
    row("US", "415555****", "");
    row("US", "Anna", "");
    row("US", "", "");
    row("US - 9", "(415) 555-1212", "94155551212");
    row("US - 9", "1 415 555 1212", "914155551212");
    row("US - 9", "+1 415 555 1212", "914155551212");
    row("US - 9", "+44 20 7946 0958", "9011442079460958");
    row("US - 9", "9 1 415 555 1212", "914155551212");
    row("US - 9", "94155551212", "94155551212");
    row("US - 9", "915 555 1212", "99155551212");
    row("US - 9", "011 44 20 7946 0958", "9011442079460958");
    row("US - 9", "2005", "2005");
    row("US - 9", "911", "911");
    row("US - 9", "*97", "*97");
    row("US 415 9", "555-1212", "95551212");
    row("US 415 9", "95551212", "95551212");
    row("CA - 9", "+1 415 555 1212", "914155551212");
    row("DE", "030 123456", "030123456");
    row("DE", "+49 30 123456", "+4930123456");
    row("DE", "+49 (0)30 123456", "+4930123456");
    row("DE", "0049 30 123456", "004930123456");
    row("DE", "0049 (0)30 123456", "+4930123456");
    row("DE - 0", "030 123456", "0030123456");
    row("DE - 0", "0030 123456", "0030123456");
    row("DE - 0", "+49 30 123456", "0030123456");
    row("DE - 0", "+44 20 7946 0958", "000442079460958");
    row("DE - 0", "0044 20 7946 0958", "000442079460958");
    row("DE 30 0", "123456", "0123456");
    row("GB - 9", "+44 20 7946 0958", "902079460958");
    row("GB - 9", "020 7946 0958", "902079460958");
    row("GB - 9", "+1 415 555 1212", "90014155551212");
    row("IT - 0", "+39 06 1234 5678", "00612345678");
    row("AU - 0", "+1 415 555 1212", "0001114155551212");
    row("JP - 0", "+1 415 555 1212", "001014155551212");
    row("BR - 0", "+1 415 555 1212", "00014155551212");
    row("US - 9", "14155550100", "914155550100"); // a number of this site, but an outside one
}

void TestPhoneNumber::isDialledByTheSitesRules()
{
    QFETCH(const QString, site);
    QFETCH(const QString, input);
    const auto rules = siteRules(site);
    QTEST(dialString(PhoneNumber::read(input, rules), rules), "dialled");
}

void TestPhoneNumber::withheldNumberIsNeitherShownNorLookedUpNorDialled()
{
    const auto number = PhoneNumber::read(u"Anonymous"_s, us());
    QCOMPARE(number.kind(), Kind::Withheld);
    QVERIFY(number.display().isEmpty());
    QVERIFY(!number.isLookupWorthy());
    QVERIFY(!number.isDialable());
    QVERIFY(number.key().isEmpty());
}

void TestPhoneNumber::keyIsOneForAllSpellingsOfALine_data()
{
    QTest::addColumn<QString>("site");
    QTest::addColumn<QStringList>("spellings");
    QTest::newRow("American") << u"US - 9"_s
                              << QStringList{u"+14155551212"_s, u"(415) 555-1212"_s,
                                             u"914155551212"_s, u"415.555.1212 x9"_s};
    QTest::newRow("German") << u"DE 30 0"_s
                            << QStringList{u"+4930123456"_s, u"030/123456"_s, u"123456"_s,
                                           u"0049 (0)30 123456"_s};
    QTest::newRow("Argentine, with and without the mobile 9")
        << u"AR"_s
        << QStringList{u"+5491112345678"_s, u"+54 11 1234 5678"_s, u"011 15-1234-5678"_s};
    QTest::newRow("Brazilian, with and without the ninth digit")
        << u"BR"_s << QStringList{u"+5511999991234"_s, u"(11) 9999-1234"_s};
    QTest::newRow("extension") << u"US"_s << QStringList{u"2005"_s, u" 2005 "_s, u"sip:2005@pbx"_s};
}

void TestPhoneNumber::keyIsOneForAllSpellingsOfALine()
{
    QFETCH(const QString, site);
    QFETCH(const QStringList, spellings);
    QSet<QString> keys;
    for (const auto& spelling : spellings)
        keys.insert(PhoneNumber::read(spelling, siteRules(site)).key());
    QCOMPARE(QStringList(keys.cbegin(), keys.cend()).join(u' '),
             PhoneNumber::read(spellings.constFirst(), siteRules(site)).key());
}

void TestPhoneNumber::explanationIsASentenceForPeople_data()
{
    QTest::addColumn<QString>("site");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("explanation");
    const auto row = [](const char* site, const char* input, const char* explanation) {
        QTest::addRow("%s, %s", site, input)
            << QString::fromLatin1(site) << QString::fromUtf8(input)
            << QString::fromUtf8(explanation);
    };
    row("US", "(415) 555-1212 x12",
        "+1 415-555-1212 in United States (country code +1), read as people in United States "
        "write it; extension 12 behind it");
    row("US", "+44 20 7946 0958", "+44 20 7946 0958 in United Kingdom (country code +44)");
    row("US - 9", "914155551212",
        "+1 415-555-1212 in United States (country code +1), the outside prefix 9 taken off");
    row("DE 30", "123456",
        "+49 30 123456 in Germany (country code +49), the site's area code 30 added");
    row("DE - 0", "00302101234567",
        "+30 21 0123 4567 in Greece (country code +30), read as people in Germany write it; it may "
        "also be +49302101234567");
    row("US", "+1 234 567",
        "7 digits without a country: compared with what is stored as they are "
        "(the site's area code is not set)");
    row("US", "5551212",
        "7 digits without a country: compared with what is stored as they are "
        "(the site's area code is not set)");
    row("US", "1001", "the own extension: not looked up");
    row("US", "2005", "an extension of 4 digits: not looked up");
    row("US", "911", "an emergency or service number: not looked up");
    row("US", "*97", "a code for the PBX: not looked up");
    row("US", "4155550100", "a number of this site: not looked up");
    row("US", "<unknown>", "withheld by the caller: not looked up");
    row("US", "415555****", "some digits are hidden: not looked up");
    row("US", "Anna Arnold", "not a number: not looked up");
    row("US", "", "no number");
}

void TestPhoneNumber::explanationIsASentenceForPeople()
{
    QFETCH(const QString, site);
    QFETCH(const QString, input);
    QTEST(PhoneNumber::read(input, siteRules(site)).explanation(), "explanation");
}

void TestPhoneNumber::extensionLengthsAreTheSites()
{
    auto rules = us();
    rules.extensionMinDigits = 2;
    rules.extensionMaxDigits = 7;
    QCOMPARE(PhoneNumber::read(u"12"_s, rules).kind(), Kind::Extension);
    QCOMPARE(PhoneNumber::read(u"5551212"_s, rules).kind(), Kind::Extension);
    QCOMPARE(PhoneNumber::read(u"+5551212"_s, rules).kind(), Kind::National);
    rules.extensionMaxDigits = 3;
    QCOMPARE(PhoneNumber::read(u"2005"_s, rules).kind(), Kind::Short);
    QCOMPARE(PhoneNumber::read(u"12345"_s, rules).kind(), Kind::National);
    QCOMPARE(PhoneNumber::read(u"1001"_s, rules).kind(), Kind::Extension); // the own one
}

void TestPhoneNumber::hugeTextIsBoundedAndNoNumber()
{
    for (const auto& filler : {u"4"_s, u"x"_s, u"*"_s, u" "_s, u"/415-555-1212 "_s, u"\u0664"_s,
                               u";ext="_s, u"((("_s, u"anonymous "_s}) {
        const auto number = PhoneNumber::read(filler.repeated(100'000), us());
        QCOMPARE_LE(number.display().size(), 100);
        QCOMPARE_LE(number.digits().size(), 80);
        QVERIFY(number.e164().size() <= 16);
        const auto caller = PhoneNumber::read(u"+14155551213"_s, us());
        QVERIFY(!caller.matches(filler.repeated(100'000), us()));
    }
}

void TestPhoneNumber::searchTermsAreFewDigitsMostTellingFirst()
{
    const auto termsOf = [](const char* site, const char* text) {
        return PhoneNumber::read(QString::fromLatin1(text), siteRules(QString::fromLatin1(site)))
            .searchTerms();
    };
    QCOMPARE(termsOf("US", "(415) 555-1212"), (QStringList{u"14155551212"_s, u"4155551212"_s}));
    QCOMPARE(termsOf("DE", "+4930123456"),
             (QStringList{u"4930123456"_s, u"30123456"_s, u"030123456"_s, u"49030123456"_s,
                          u"004930123456"_s}));
    QCOMPARE(termsOf("US", "5551212"), QStringList{u"5551212"_s});
    QVERIFY(termsOf("AR", "+5491112345678").contains(u"1112345678"_s));
    QVERIFY(termsOf("AR", "+5491112345678").contains(u"0111512345678"_s));
    QVERIFY(termsOf("BR", "+5511999991234").contains(u"551199991234"_s));
    QVERIFY(termsOf("IT", "0612345678").contains(u"390612345678"_s));
    for (const auto& row : tableRows(u"matching.tsv"_s)) {
        const auto terms =
            PhoneNumber::read(row.cells.at(1), siteRules(row.cells.at(0))).searchTerms();
        QCOMPARE_LE(terms.size(), 12);
        for (const auto& term : terms)
            for (const QChar c : term)
                QVERIFY2((c >= u'0' && c <= u'9') || c == u'*' || c == u'#', qPrintable(term));
    }
}

void TestPhoneNumber::spellingsHoldTheUsualOnesOnce()
{
    const auto spellings = PhoneNumber::read(u"4155551212"_s, us()).spellings();
    for (const auto& usual :
         {u"+14155551212"_s, u"14155551212"_s, u"4155551212"_s, u"(415) 555-1212"_s,
          u"415-555-1212"_s, u"415.555.1212"_s, u"+1 415 555 1212"_s, u"+1 (415) 555-1212"_s,
          u"+1-415-555-1212"_s, u"1-415-555-1212"_s})
        QVERIFY2(spellings.contains(usual), qPrintable(usual));
    const auto german = PhoneNumber::read(u"+4930123456"_s, siteRules(u"DE"_s)).spellings();
    for (const auto& usual :
         {u"+4930123456"_s, u"+49 30 123456"_s, u"030 123456"_s, u"030/123456"_s, u"030123456"_s,
          u"+49 (0)30 123456"_s, u"0049 30 123456"_s, u"004930123456"_s})
        QVERIFY2(german.contains(usual), qPrintable(usual));
    for (const auto& list : {spellings, german}) {
        QCOMPARE(QSet<QString>(list.cbegin(), list.cend()).size(), list.size());
        QCOMPARE_LE(list.size(), 40);
    }
}

QTEST_GUILESS_MAIN(TestPhoneNumber)
#include "tst_phonenumber.moc"
