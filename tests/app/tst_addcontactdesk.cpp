// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/addcontactdesk.h"
#include "app/flow/createflow.h"
#include "tests/support/fakecrmlink.h"
#include "tests/support/realstores.h"
#include "ui/dialogs/addcontactdialog.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace companion;
using namespace companion::test;
using namespace Qt::StringLiterals;

namespace {

const QString number = u"+14155551212"_s;

struct Desk
{
    FakeOrg org;
    FakeCrmLink crm{org};
    RealStores stores;
    LookupFlow lookup{crm, stores.phonebook()};
    CreateFlow creation{crm, lookup, stores.numbers()};
    AddContactDesk desk{creation, crm};
    QSignalSpy opened{&desk, &AddContactDesk::openRequested};

    Desk()
    {
        crm.connectAs();
        crm.answers.hold(CrmQuestion::Create);
    }
    [[nodiscard]] QLineEdit* line(const QString& field) const
    {
        return desk.dialog()->findChild<QLineEdit*>(field);
    }
    [[nodiscard]] QPushButton* saveButton() const
    {
        return desk.dialog()->findChild<QPushButton*>(u"save"_s);
    }
    void typeAndSave() const
    {
        line(u"LastName"_s)->setText(u"Typed by hand"_s);
        saveButton()->click();
    }
    [[nodiscard]] bool isAsked(int times = 1)
    {
        return QTest::qWaitFor([&] { return crm.answers.open(CrmQuestion::Create) == times; });
    }
    [[nodiscard]] static CallCard ringing(const CallId& call)
    {
        CallCard card;
        card.call.id = call;
        card.call.remoteNumber = number;
        return card;
    }
};

} // namespace

class TestAddContactDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savedOneIsOpenedAndTheFormCloses()
    {
        Desk desk;
        desk.desk.show(u"c1"_s, number);
        desk.typeAndSave();
        QVERIFY(desk.isAsked());
        QVERIFY(!desk.saveButton()->isEnabled());
        desk.crm.answers.answer(CrmQuestion::Create);
        QTRY_COMPARE(desk.opened.size(), 1);
        QCOMPARE(desk.opened.first().first().toString(), u"c1"_s);
        QVERIFY(!desk.desk.dialog()->isVisible());
    }

    void formOpenedForTheNextCallOfThatNumberHearsOfIt()
    {
        // Regression: it said "Saving…" for ever.
        Desk desk;
        desk.desk.show(u"c1"_s, number);
        desk.typeAndSave();
        QVERIFY(desk.isAsked());
        desk.desk.show(u"c2"_s, number); // the same caller rings again
        desk.crm.answers.answer(CrmQuestion::Create);
        QTRY_COMPARE(desk.opened.size(), 1);
        QVERIFY(!desk.desk.dialog()->isVisible());
    }

    void answerForAnotherNumberLeavesTheFormAlone()
    {
        Desk desk;
        desk.desk.show(u"c1"_s, number);
        desk.typeAndSave();
        QVERIFY(desk.isAsked());
        desk.desk.show(u"c2"_s, u"+12025550143"_s);
        desk.line(u"LastName"_s)->setText(u"Somebody else"_s);
        desk.crm.answers.answer(CrmQuestion::Create);
        QTRY_COMPARE(desk.opened.size(), 1); // opened, as its box wished
        QVERIFY(desk.desk.dialog()->isVisible());
        QCOMPARE(desk.line(u"LastName"_s)->text(), u"Somebody else"_s);
    }

    void recordMadeByItselfDoesNotThrowAwayWhatIsTyped()
    {
        Desk desk;
        desk.desk.show(u"c1"_s, number);
        desk.line(u"LastName"_s)->setText(u"Typed by hand"_s);
        desk.creation.createAutomatically(Desk::ringing(u"c1"_s));
        QVERIFY(desk.isAsked());
        QSignalSpy created(&desk.creation, &CreateFlow::created);
        desk.crm.answers.answer(CrmQuestion::Create);
        QTRY_COMPARE(created.size(), 1);
        QVERIFY(desk.desk.dialog()->isVisible());
        QCOMPARE(desk.line(u"LastName"_s)->text(), u"Typed by hand"_s);
        QCOMPARE(desk.opened.size(), 0);
    }

    void oneMadeByItselfMeanwhileIsNoSuccessOfWhatWasTyped()
    {
        Desk desk;
        desk.creation.createAutomatically(Desk::ringing(u"c1"_s));
        QVERIFY(desk.isAsked());
        desk.desk.show(u"c1"_s, number);
        desk.typeAndSave(); // waits for the one that is on its way
        desk.crm.answers.answer(CrmQuestion::Create);
        const auto* duplicates = desk.desk.dialog()->findChild<QWidget*>(u"duplicates"_s);
        QTRY_VERIFY(duplicates->isVisible());
        QVERIFY(desk.saveButton()->isEnabled());
        QCOMPARE(desk.line(u"LastName"_s)->text(), u"Typed by hand"_s);
        QCOMPARE(desk.opened.size(), 0);
    }

    void refusalIsToldWhereItWasTyped()
    {
        Desk desk;
        desk.desk.show(u"c1"_s, number);
        desk.typeAndSave();
        QVERIFY(desk.isAsked());
        desk.crm.answers.fail(CrmQuestion::Create, Error{Error::Kind::Offline, u"no network"_s});
        QTRY_VERIFY(desk.saveButton()->isEnabled());
        QVERIFY(desk.desk.dialog()->isVisible());
        QCOMPARE(desk.line(u"LastName"_s)->text(), u"Typed by hand"_s);
    }
};

QTEST_MAIN(TestAddContactDesk)
#include "tst_addcontactdesk.moc"
