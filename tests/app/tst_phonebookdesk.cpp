// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/phonebookdesk.h"
#include "tests/support/realstores.h"
#include "ui/history/phonebookwindow.h"
#include "ui/theme.h"

#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace companion;
using namespace companion::test;
using namespace Qt::StringLiterals;

namespace {

PhonebookEntry entry(int number, bool isReadOnly = true)
{
    const QString phone = u"(415) 555-%1"_s.arg(number, 4, 10, QChar(u'0'));
    return {.match = {.record = {u"Contact"_s, u"003%1"_s.arg(number)},
                      .name = u"Person %1"_s.arg(number, 4, 10, QChar(u'0')),
                      .phone = phone,
                      .phones = {phone}},
            .isReadOnly = isReadOnly,
            .syncedAt = QDateTime::fromMSecsSinceEpoch(1767600000000)};
}

struct Desk
{
    RealStores stores;
    PhonebookDesk desk{stores.phonebook()};
    QSignalSpy failed{&desk, &PhonebookDesk::failed};

    explicit Desk(const QList<PhonebookEntry>& entries)
    {
        QVERIFY(stores.phonebook().put(entries));
        desk.show();
    }
    [[nodiscard]] QListView* people() const
    {
        return desk.window()->findChild<QListView*>(u"people"_s);
    }
    void type(const QString& text) const
    {
        desk.window()->findChild<QLineEdit*>(u"search"_s)->setText(text);
    }
    void click(const QString& button) const
    {
        desk.window()->findChild<QPushButton*>(button)->click();
    }
    void choose(int row) const { people()->setCurrentIndex(people()->model()->index(row, 0)); }
    void rename(const QString& name) const
    {
        click(u"edit"_s);
        desk.window()->findChild<QLineEdit*>(u"editName"_s)->setText(name);
        click(u"save"_s);
    }
    [[nodiscard]] QString nameOf(int number)
    {
        const auto kept = stores.phonebook().find(entry(number).match.record);
        return kept ? kept->match.name : QString();
    }
};

} // namespace

class TestPhonebookDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, u"light"_s); }

    void everyPageIsFetchedAsOneScrolls()
    {
        QList<PhonebookEntry> many;
        for (int number = 0; number < 450; ++number)
            many.append(entry(number));
        Desk desk(many);
        auto* model = desk.people()->model();
        QCOMPARE(model->rowCount(), 200);
        while (model->canFetchMore({}))
            model->fetchMore({});
        QCOMPARE(model->rowCount(), 450);
        QCOMPARE(model->index(449, 0).data().toString(), u"Person 0449"_s);
    }

    void typedTextIsFoundInNamesAndNumbers_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("found");
        QTest::newRow("name") << u"person 0007"_s << 1;
        QTest::newRow("part of a number") << u"5550"_s << 10;
        QTest::newRow("formatted number") << u"(415) 555-0008"_s << 1;
        QTest::newRow("nobody") << u"zed"_s << 0;
    }

    void typedTextIsFoundInNamesAndNumbers()
    {
        QFETCH(const QString, typed);
        QFETCH(const int, found);
        QList<PhonebookEntry> some;
        for (int number = 0; number < 10; ++number)
            some.append(entry(number));
        Desk desk(some);
        desk.type(typed);
        QTRY_COMPARE(desk.people()->model()->rowCount(), found);
    }

    void releasedEntryIsChangedAndRemovedForGood()
    {
        Desk desk({entry(1, false), entry(2, false)});
        desk.choose(0);
        desk.rename(u"Renamed"_s);
        QCOMPARE(desk.nameOf(1), u"Renamed"_s);
        QVERIFY(!desk.stores.phonebook().find(entry(1).match.record)->isReadOnly);
        desk.choose(1);
        desk.click(u"remove"_s);
        QCOMPARE(desk.stores.phonebook().count(), 1);
        QCOMPARE(desk.failed.size(), 0);
    }

    void entryThatBecameSalesforcesMeanwhileStaysAsItIs()
    {
        Desk desk({entry(1, false)});
        desk.choose(0);
        QVERIFY(desk.stores.phonebook().put({entry(1)})); // a call came, and synchronised it
        desk.rename(u"Renamed"_s);
        QCOMPARE(desk.nameOf(1), entry(1).match.name);
        QCOMPARE(desk.failed.size(), 1);
        QCOMPARE(desk.people()->model()->index(0, 0).data().toString(), entry(1).match.name);
    }

    void whatWasSynchronisedMeanwhileIsShown()
    {
        Desk desk({entry(1)});
        QVERIFY(desk.stores.phonebook().put({entry(2)}));
        desk.desk.refresh();
        QCOMPARE(desk.people()->model()->rowCount(), 2);
    }

    void maskedNumbersAreMaskedFromTheBeginning()
    {
        RealStores stores;
        QVERIFY(stores.phonebook().put({entry(1)}));
        PhonebookDesk desk(stores.phonebook());
        Settings settings;
        settings.maskNumbers = true;
        desk.setSettings(settings);
        desk.show();
        const auto* people = desk.window()->findChild<QListView*>(u"people"_s);
        QVERIFY(!people->model()
                     ->index(0, 0)
                     .data(Qt::AccessibleTextRole)
                     .toString()
                     .contains(u"555"_s));
    }
};

QTEST_MAIN(TestPhonebookDesk)
#include "tst_phonebookdesk.moc"
