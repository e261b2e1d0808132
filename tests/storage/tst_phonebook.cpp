// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/realstores.h"

#include <QTest>

using namespace companion;
using namespace companion::test;
using namespace Qt::StringLiterals;

namespace {

PhonebookEntry entry(const QString& id, const QString& name, const QString& phone,
                     const QString& account = {})
{
    return {.match = {.record = {u"Contact"_s, id},
                      .name = name,
                      .account = account,
                      .phone = phone,
                      .phones = {phone}},
            .syncedAt = QDateTime::fromMSecsSinceEpoch(1767600000000)};
}

QStringList names(const QList<PhonebookEntry>& entries)
{
    QStringList found;
    for (const auto& one : entries)
        found.append(one.match.name);
    return found;
}

} // namespace

class TestPhonebook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numberIsFoundHoweverItIsWritten_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("areaCode");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("presented");
        QTest::addColumn<bool>("found");
        const auto row = [](const char* name, QStringView region, QStringView area,
                            QStringView stored, QStringView presented, bool found) {
            QTest::newRow(name) << region.toString() << area.toString() << stored.toString()
                                << presented.toString() << found;
        };
        row("formatted", u"US", u"", u"(415) 555-1212", u"+14155551212", true);
        row("international stored", u"US", u"", u"+1 415 555 1212", u"4155551212", true);
        row("extension behind it", u"US", u"", u"415-555-1212 x77", u"4155551212", true);
        row("another area", u"US", u"", u"(212) 555-1212", u"4155551212", false);
        row("short country", u"AD", u"", u"+376 712 345", u"712345", true);
        row("short country, the other way", u"AD", u"", u"712345", u"+376712345", true);
        row("trunk zero", u"DE", u"", u"030 901820", u"+4930901820", true);
        row("local in the site's area", u"DE", u"30", u"901820", u"+4930901820", true);
    }

    void numberIsFoundHoweverItIsWritten()
    {
        QFETCH(QString, region);
        QFETCH(QString, areaCode);
        QFETCH(QString, stored);
        QFETCH(QString, presented);
        QFETCH(bool, found);
        RealStores stores;
        const NumberRules rules{.region = region, .areaCode = areaCode};
        QVERIFY(stores.phonebook().put({entry(u"003A"_s, u"Ann Lee"_s, stored)}));
        const auto hits = stores.phonebook().byNumber(PhoneNumber::read(presented, rules), rules);
        QCOMPARE(hits.size(), found ? 1 : 0);
    }

    void namesAreFoundAsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("beginning") << u"ann"_s << QStringList{u"Ann Lee"_s, u"Anna Gonzalez"_s};
        QTest::newRow("surname") << u"LEE"_s << QStringList{u"Lee Roe"_s, u"Ann Lee"_s};
        QTest::newRow("two words") << u"lee an"_s << QStringList{u"Ann Lee"_s};
        QTest::newRow("without accents") << u"zoe"_s << QStringList{u"Zoë Müller"_s};
        QTest::newRow("with accents") << u"müll"_s << QStringList{u"Zoë Müller"_s};
        QTest::newRow("company") << u"acme"_s << QStringList{u"Lee Roe"_s};
        QTest::newRow("nobody") << u"xyz"_s << QStringList{};
        QTest::newRow("nothing") << u" - "_s << QStringList{};
        QTest::newRow("sql") << u"a' OR 1=1 --"_s << QStringList{};
    }

    void namesAreFoundAsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, expected);
        RealStores stores;
        QVERIFY(stores.phonebook().put({entry(u"1"_s, u"Ann Lee"_s, u"1"_s),
                                        entry(u"2"_s, u"Anna Gonzalez"_s, u"2"_s),
                                        entry(u"3"_s, u"Lee Roe"_s, u"3"_s, u"Acme Inc."_s),
                                        entry(u"4"_s, u"Zoë Müller"_s, u"4"_s)}));
        QCOMPARE(names(stores.phonebook().byName(typed, 10)), expected);
    }

    void partsOfANumberFindIt_data()
    {
        QTest::addColumn<QString>("digits");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("beginning") << u"415555"_s << QStringList{u"Ann"_s, u"Bob"_s};
        QTest::newRow("whole") << u"4155551212"_s << QStringList{u"Ann"_s};
        QTest::newRow("end") << u"1213"_s << QStringList{u"Bob"_s};
        QTest::newRow("backwards") << u"2125"_s << QStringList{};
        QTest::newRow("nobody's") << u"999"_s << QStringList{};
        QTest::newRow("nothing") << QString() << QStringList{};
    }

    void partsOfANumberFindIt()
    {
        QFETCH(const QString, digits);
        RealStores stores;
        QVERIFY(stores.phonebook().put({entry(u"1"_s, u"Ann"_s, u"(415) 555-1212"_s),
                                        entry(u"2"_s, u"Bob"_s, u"+1 415 555 1213"_s)}));
        QTEST(names(stores.phonebook().byDigits(digits, 10)), "expected");
    }

    void twoCommonWordsFindTheOneWhoHasBoth()
    {
        // Regression: only the first few hundred hits of one word were looked at.
        RealStores stores;
        QList<PhonebookEntry> crowd;
        for (int i = 0; i < 3000; ++i)
            crowd.append(entry(u"a%1"_s.arg(i), u"Aaron Abbot%1"_s.arg(i), u"1"_s));
        crowd.append(entry(u"z"_s, u"Zed Aaronson"_s, u"2"_s));
        QVERIFY(stores.phonebook().put(crowd));
        QCOMPARE(names(stores.phonebook().byName(u"aaron z"_s, 10)),
                 QStringList{u"Zed Aaronson"_s});
    }

    void recordThatChangesLeavesNothingOfItsOldSelf()
    {
        RealStores stores;
        QVERIFY(stores.phonebook().put({entry(u"003A"_s, u"Ann Lee"_s, u"4155551212"_s)}));
        QVERIFY(stores.phonebook().put({entry(u"003A"_s, u"Ann Roe"_s, u"4155559999"_s)}));
        QCOMPARE(stores.phonebook().count(), 1);
        QVERIFY(stores.phonebook().byName(u"lee"_s, 5).isEmpty());
        QVERIFY(stores.phonebook().byNumber(PhoneNumber::read(u"4155551212"_s, {}), {}).isEmpty());
        QVERIFY(stores.phonebook().remove({u"Contact"_s, u"003A"_s}));
        QVERIFY(stores.phonebook().remove({u"Contact"_s, u"003A"_s}));
        QCOMPARE(stores.phonebook().count(), 0);
        QVERIFY(stores.phonebook().byName(u"ann"_s, 5).isEmpty());
    }

    void disconnectMakesEntriesEditable()
    {
        RealStores stores;
        QVERIFY(stores.phonebook().put({entry(u"003A"_s, {}, {})})); // no name, no number
        QVERIFY(stores.phonebook().all(1, 0).constFirst().isReadOnly);
        QVERIFY(stores.phonebook().makeEditable());
        QVERIFY(!stores.phonebook().all(1, 0).constFirst().isReadOnly);
    }

    void pagesFollowEachOtherByName()
    {
        RealStores stores;
        QVERIFY(
            stores.phonebook().put({entry(u"1"_s, u"c"_s, u"1"_s), entry(u"2"_s, u"A"_s, u"2"_s),
                                    entry(u"3"_s, u"b"_s, u"3"_s)}));
        QCOMPARE(names(stores.phonebook().all(2, 0)), (QStringList{u"A"_s, u"b"_s}));
        QCOMPARE(names(stores.phonebook().all(2, 2)), QStringList{u"c"_s});
    }
};

QTEST_GUILESS_MAIN(TestPhonebook)
#include "tst_phonebook.moc"
