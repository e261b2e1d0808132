// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dialdesk.h"
#include "tests/support/fakecrmlink.h"
#include "tests/support/realstores.h"
#include "ui/dialogs/dialbox.h"
#include "ui/theme.h"

#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace companion;
using namespace companion::test;
using namespace Qt::StringLiterals;

namespace {

CrmMatch person(const QString& id, const QString& name, const QString& phone)
{
    return {.record = {u"Contact"_s, id}, .name = name, .phone = phone, .phones = {phone}};
}

//! A call that this person placed.
HistoryRow dialled(const QString& number, const QString& name, int secondsAgo = 0)
{
    HistoryRow row;
    row.call.id = u"c1"_s;
    row.call.remoteNumber = number;
    row.call.remoteName = name;
    row.call.origin = CallOrigin::Own;
    row.call.startedAt = QDateTime::currentDateTimeUtc().addSecs(-secondsAgo);
    return row;
}

struct Desk
{
    FakeOrg org;
    FakeCrmLink crm{org};
    RealStores stores;
    Settings settings;
    LookupFlow lookup{crm, stores.phonebook()};
    QList<Colleague> colleagues{{.number = u"1002"_s, .name = u"Anna Colleague"_s}};
    DialDesk desk{{.lookup = lookup,
                   .phonebook = stores.phonebook(),
                   .store = stores.calls(),
                   .colleagues = [this] {
                       return colleagues;
                   }}};
    QSignalSpy dialled{&desk, &DialDesk::dialRequested};

    Desk()
    {
        crm.connectAs();
        settings.alwaysQuery = true;
        apply();
    }
    void apply()
    {
        lookup.setSettings(settings);
        desk.setSettings(settings);
    }
    [[nodiscard]] QLineEdit* edit() const { return desk.box()->findChild<QLineEdit*>(u"number"_s); }
    [[nodiscard]] QStringList offered() const
    {
        const auto* model = desk.box()->findChild<QListView*>(u"suggestions"_s)->model();
        QStringList names;
        for (int row = 0; row < model->rowCount(); ++row)
            names.append(model->index(row, 0).data().toString());
        return names;
    }
    [[nodiscard]] int asked() const { return crm.answers.count(CrmQuestion::Search); }
};

} // namespace

class TestDialDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, u"light"_s); }

    void colleaguesAndThePhonebookAreOfferedAtOnceSalesforceAfterAPause()
    {
        Desk desk;
        QVERIFY(desk.stores.phonebook().put(
            {{.match = person(u"003A"_s, u"Ann Lee"_s, u"4155551212"_s)}}));
        desk.org.add(u"Contact"_s, u"Annette Roe"_s, u"4155551300"_s);
        desk.desk.show();
        QTest::keyClicks(desk.edit(), u"ann"_s);
        QCOMPARE(desk.offered(), (QStringList{u"Anna Colleague"_s, u"Ann Lee"_s}));
        QCOMPARE(desk.asked(), 0);
        QTRY_COMPARE(desk.offered().size(), 3);
        QCOMPARE(desk.offered().last(), u"Annette Roe"_s);
        QCOMPARE(desk.asked(), 1);
    }

    void twoCharactersAreTooFewForSalesforce()
    {
        Desk desk;
        desk.desk.show();
        QTest::keyClicks(desk.edit(), u"an"_s);
        QTest::keyClicks(desk.edit(), u"n"_s);
        QTRY_COMPARE(desk.asked(), 1); // of the three together
        QTest::keyClick(desk.edit(), Qt::Key_Backspace);
        desk.edit()->setText(u"xyz"_s);
        QTRY_COMPARE(desk.asked(), 2); // and the two in between were not asked for
    }

    void earlierQuestionIsTakenBack()
    {
        Desk desk;
        desk.desk.show();
        desk.crm.answers.hold(CrmQuestion::Search);
        desk.org.add(u"Contact"_s, u"Annette Roe"_s, u"4155551300"_s);
        desk.edit()->setText(u"ann"_s);
        QTRY_COMPARE(desk.crm.answers.open(CrmQuestion::Search), 1);
        desk.edit()->setText(u"annx"_s);
        QTRY_COMPARE(desk.asked(), 2);
        desk.crm.answers.answer(CrmQuestion::Search);
        desk.crm.answers.answer(CrmQuestion::Search);
        QCoreApplication::processEvents();
        QCOMPARE(desk.offered(), QStringList());
    }

    void salesforceIsNotAskedWhereItMustNot_data()
    {
        QTest::addColumn<bool>("alwaysQuery");
        QTest::addColumn<bool>("masked");
        QTest::addColumn<int>("used");
        QTest::newRow("not always query") << false << false << 0;
        QTest::newRow("masked numbers") << true << true << 0;
        QTest::newRow("80 percent of the budget") << true << false << 80;
    }

    void salesforceIsNotAskedWhereItMustNot()
    {
        QFETCH(const bool, alwaysQuery);
        QFETCH(const bool, masked);
        QFETCH(const int, used);
        Desk desk;
        desk.settings.alwaysQuery = alwaysQuery;
        desk.settings.maskNumbers = masked;
        desk.apply();
        desk.crm.setApiUse(used, 100);
        desk.desk.show();
        desk.edit()->setText(u"annette"_s);
        // Whatever would have been asked has been asked when this allowed one is.
        desk.settings.alwaysQuery = true;
        desk.settings.maskNumbers = false;
        desk.crm.setApiUse(0, 100);
        desk.apply();
        desk.edit()->setText(u"bob"_s);
        QTRY_COMPARE(desk.asked(), 1);
    }

    void numbersAreFoundByTheirDigits()
    {
        Desk desk;
        QVERIFY(desk.stores.phonebook().put(
            {{.match = person(u"003A"_s, u"Ann Lee"_s, u"(415) 555-1212"_s)},
             {.match = person(u"003B"_s, u"Bob Roe"_s, u"+49 30 901820"_s)}}));
        desk.desk.show();
        desk.edit()->setText(u"415 555"_s);
        QCOMPARE(desk.offered(), QStringList{u"Ann Lee"_s});
        desk.edit()->setText(u"100"_s);
        QCOMPARE(desk.offered(), QStringList{u"Anna Colleague"_s});
    }

    void whatWasChosenStaysChosenWhenMoreIsFound()
    {
        Desk desk;
        QVERIFY(desk.stores.phonebook().put(
            {{.match = person(u"003A"_s, u"Lee Ann"_s, u"4155551212"_s)}}));
        desk.crm.answers.hold(CrmQuestion::Search);
        desk.org.add(u"Contact"_s, u"Ann Abbot"_s, u"4155551300"_s);
        desk.desk.show();
        desk.edit()->setText(u"ann"_s);
        QTest::keyClick(desk.edit(), Qt::Key_Down);
        QTRY_COMPARE(desk.crm.answers.open(CrmQuestion::Search), 1);
        desk.crm.answers.answer(CrmQuestion::Search);
        QTRY_COMPARE(desk.offered(),
                     (QStringList{u"Anna Colleague"_s, u"Ann Abbot"_s, u"Lee Ann"_s}));
        QTest::keyClick(desk.edit(), Qt::Key_Return);
        QCOMPARE(desk.dialled.first().first().toString(), u"4155551212"_s);
    }

    void earlierCallsAreFoundAndTheLastIsRedialled()
    {
        Desk desk;
        const auto row = dialled(u"+442079460958"_s, u"Thames"_s);
        QVERIFY(desk.stores.calls().save(row));
        desk.desk.show();
        QCOMPARE(desk.offered(), QStringList{u"Thames"_s});
        desk.edit()->setText(u"tham"_s);
        QCOMPARE(desk.offered(), QStringList{u"Thames"_s});
        desk.edit()->clear();
        QTest::keyClick(desk.edit(), Qt::Key_Return);
        QCOMPARE(desk.dialled.first().first().toString(), row.call.remoteNumber);
    }

    void redialIsForWhomOneCalledLast()
    {
        Desk desk;
        const auto own = dialled(u"+442079460958"_s, u"Thames"_s, 60);
        QVERIFY(desk.stores.calls().save(own));
        HistoryRow later;
        later.call.id = u"c2"_s;
        later.call.remoteNumber = u"+14155551212"_s;
        later.call.remoteName = u"Gate"_s;
        later.call.startedAt = QDateTime::currentDateTimeUtc();
        QVERIFY(desk.stores.calls().save(later));
        desk.desk.show();
        QCOMPARE(desk.offered(), (QStringList{u"Thames"_s, u"Gate"_s}));
        QTest::keyClick(desk.edit(), Qt::Key_Return); // “Redial”
        QCOMPARE(desk.dialled.first().first().toString(), own.call.remoteNumber);
    }

    void numbersAreWrittenAsOnTheCard()
    {
        Desk desk;
        desk.settings.numbers.region = u"US"_s;
        desk.apply();
        const auto row = dialled(u"+14155551212"_s, {});
        QVERIFY(desk.stores.calls().save(row));
        desk.desk.show();
        QCOMPARE(desk.offered(), QStringList{u"(415) 555-1212"_s});
        desk.edit()->setText(u"5551212"_s);
        QCOMPARE(desk.offered(), QStringList{u"(415) 555-1212"_s});
        QTest::keyClick(desk.edit(), Qt::Key_Down);
        QTest::keyClick(desk.edit(), Qt::Key_Return);
        QCOMPARE(desk.dialled.first().first().toString(), row.call.remoteNumber);
        desk.edit()->clear();
        desk.desk.show();
        QCOMPARE(desk.offered(), QStringList{u"(415) 555-1212"_s}); // the last one, to redial
    }

    void maskedNumbersAreOfferedUnseen()
    {
        Desk desk;
        desk.settings.maskNumbers = true;
        desk.apply();
        QVERIFY(desk.stores.phonebook().put(
            {{.match = person(u"003A"_s, u"Lee Ann"_s, u"4155551212"_s)}}));
        desk.desk.show();
        desk.edit()->setText(u"lee"_s);
        const auto* model = desk.desk.box()->findChild<QListView*>(u"suggestions"_s)->model();
        QVERIFY(!model->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"4155"_s));
        QTest::keyClick(desk.edit(), Qt::Key_Return);
        QCOMPARE(desk.dialled.first().first().toString(), u"4155551212"_s);
    }
};

QTEST_MAIN(TestDialDesk)
#include "tst_dialdesk.moc"
