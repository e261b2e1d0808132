// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/async.h"
#include "app/flow/lookupflow.h"
#include "tests/support/fakecrmlink.h"
#include "tests/support/realstores.h"

#include <QSignalSpy>
#include <QTest>

using namespace companion;
using namespace companion::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto number = "4155551212"_L1;

struct Desk
{
    FakeOrg org;
    FakeCrmLink crm{org};
    RealStores stores;
    Settings settings;
    LookupFlow flow{crm, stores.phonebook()};

    Desk()
    {
        crm.connectAs();
        flow.setSettings(settings);
    }
    Result<LookupAnswer> ask(LookupFlow::Ask how = LookupFlow::Ask::CachedToo,
                             const QString& asked = number)
    {
        const auto future = flow.lookUp(PhoneNumber::read(asked, settings.numbers), how);
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }))
            return Error{Error::Kind::Timeout, u"no answer"_s};
        return future.result();
    }
    [[nodiscard]] int asked() const { return crm.answers.count(CrmQuestion::LookUp); }
    void keep(const CrmMatch& match, bool isReadOnly = true)
    {
        QVERIFY(stores.phonebook().put({{.match = match, .isReadOnly = isReadOnly}}));
    }
};

CrmMatch contact(const QString& id, const QString& object = u"Contact"_s)
{
    return {.record = {object, id}, .name = id, .phone = number, .phones = {number}};
}

} // namespace

class TestLookupFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numberOfThePhonebookIsNotAskedForAgain()
    {
        Desk desk;
        desk.keep(contact(u"003A"_s));
        const auto answer = desk.ask();
        QVERIFY(answer);
        QCOMPARE(answer->matches.size(), 1);
        QCOMPARE(answer->asked.constFirst().where, u"phonebook"_s);
        QCOMPARE(desk.asked(), 0);
    }

    void entryThatAPersonEditedStaysAsItIsWhenItsRecordIsMatchedAgain()
    {
        // Regression: after Disconnect entries may be edited; the next match took that back.
        Desk desk;
        desk.settings.alwaysQuery = true;
        desk.settings.syncEnabled = true;
        desk.flow.setSettings(desk.settings);
        const auto edited = desk.org.add(u"Contact"_s, u"Ann Lee"_s, number);
        const auto released = desk.org.add(u"Contact"_s, u"Bob Ray"_s, number);
        auto mine = edited;
        mine.name = u"Annie"_s;
        auto old = released;
        old.name = u"Robert"_s;
        QVERIFY(desk.stores.phonebook().put({{.match = mine, .isReadOnly = false, .isEdited = true},
                                             {.match = old, .isReadOnly = false}}));
        QVERIFY(desk.ask());
        QCOMPARE(desk.stores.phonebook().find(edited.record)->match.name, u"Annie"_s);
        QVERIFY(!desk.stores.phonebook().find(edited.record)->isReadOnly);
        QCOMPARE(desk.stores.phonebook().find(released.record)->match.name, u"Bob Ray"_s);
    }

    void alwaysQueryAsksInSpiteOfThePhonebook()
    {
        Desk desk;
        desk.settings.alwaysQuery = true;
        desk.flow.setSettings(desk.settings);
        desk.keep(contact(u"003A"_s));
        desk.org.add(u"Contact"_s, u"Ann Lee"_s, number);
        QCOMPARE(desk.ask()->matches.constFirst().name, u"Ann Lee"_s);
        QCOMPARE(desk.asked(), 1);
    }

    void phonebookAnswersWhenSalesforceDoesNot_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("quota used up") << int(Error::Kind::RateLimited);
        QTest::newRow("offline") << int(Error::Kind::Offline);
        QTest::newRow("dropped") << int(Error::Kind::Cancelled);
    }

    void phonebookAnswersWhenSalesforceDoesNot()
    {
        QFETCH(int, kind);
        Desk desk;
        desk.settings.alwaysQuery = true;
        desk.flow.setSettings(desk.settings);
        desk.keep(contact(u"003A"_s));
        desk.crm.answers.failNext(CrmQuestion::LookUp, static_cast<Error::Kind>(kind));
        const auto answer = desk.ask();
        QVERIFY(answer);
        QCOMPARE(answer->matches.constFirst().record.id, u"003A"_s);
    }

    void phonebookAnswersWhileSignedOut()
    {
        Desk desk;
        desk.crm.setState(LinkState::SignedOut);
        QCOMPARE(desk.ask().error().kind, Error::Kind::Unauthorized);
        desk.keep(contact(u"003A"_s));
        QCOMPARE(desk.ask()->matches.size(), 1);
    }

    void entriesOfAnOrgThatWasLeftDoNotAnswerForTheNewOne()
    {
        Desk desk;
        desk.keep(contact(u"003A"_s), false); // editable since Disconnect
        desk.org.add(u"Contact"_s, u"Ann Lee"_s, number);
        QCOMPARE(desk.ask()->matches.constFirst().name, u"Ann Lee"_s);
    }

    void onlyTheChosenObjectsOfThePhonebookCountInTheirOrder()
    {
        Desk desk;
        desk.keep(contact(u"001A"_s, u"Account"_s));
        desk.keep(contact(u"00QA"_s, u"Lead"_s));
        desk.keep(contact(u"003A"_s));
        desk.settings.crmObjects = {u"Lead"_s, u"Contact"_s};
        desk.flow.setSettings(desk.settings);
        const auto matches = desk.ask()->matches;
        QCOMPARE(matches.size(), 2);
        QCOMPARE(matches.at(0).record.object, u"Lead"_s);
        QCOMPARE(matches.at(1).record.object, u"Contact"_s);
    }

    void questionsAboutOneNumberAtATimeAreAskedOnce()
    {
        Desk desk;
        desk.crm.answers.hold(CrmQuestion::LookUp);
        desk.org.add(u"Contact"_s, u"Ann Lee"_s, number);
        const auto read = PhoneNumber::read(number, {});
        const auto first = desk.flow.lookUp(read);
        const auto second = desk.flow.lookUp(PhoneNumber::read(u"+1 415 555 1212"_s, {}));
        QCOMPARE(desk.asked(), 1);
        desk.crm.answers.answer(CrmQuestion::LookUp);
        QTRY_VERIFY(first.isFinished() && second.isFinished());
        QCOMPARE(second.result()->matches.size(), 1);
    }

    void nobodyIsBelievedForAMoment()
    {
        Desk desk;
        QVERIFY(desk.ask()->matches.isEmpty());
        const auto again = desk.ask();
        QCOMPARE(again->asked.constLast().where, u"cache"_s);
        QCOMPARE(desk.asked(), 1);
        desk.org.add(u"Contact"_s, u"Ann Lee"_s, number);
        QCOMPARE(desk.ask(LookupFlow::Ask::Afresh)->matches.size(), 1); // asked by a person
        QCOMPARE(desk.ask()->matches.size(), 1);
    }

    void nobodyIsNotBelievedWhereSalesforceIsAlwaysAsked()
    {
        Desk desk;
        desk.settings.alwaysQuery = true;
        desk.flow.setSettings(desk.settings);
        QVERIFY(desk.ask()->matches.isEmpty());
        QVERIFY(desk.ask()->matches.isEmpty());
        QCOMPARE(desk.asked(), 2);
    }

    void answersThatTheLinkKeepsDoNotDo_data()
    {
        QTest::addColumn<bool>("alwaysQuery");
        QTest::addColumn<int>("how");
        QTest::addColumn<int>("forgotten");
        QTest::newRow("ordinary") << false << int(LookupFlow::Ask::CachedToo) << 0;
        QTest::newRow("asked by a person") << false << int(LookupFlow::Ask::Afresh) << 1;
        QTest::newRow("always query") << true << int(LookupFlow::Ask::CachedToo) << 1;
        QTest::newRow("before dialling") << false << int(LookupFlow::Ask::BeforeDialling) << 0;
    }

    void answersThatTheLinkKeepsDoNotDo()
    {
        QFETCH(const bool, alwaysQuery);
        QFETCH(const int, how);
        Desk desk;
        desk.settings.alwaysQuery = alwaysQuery;
        desk.flow.setSettings(desk.settings);
        QVERIFY(desk.ask(static_cast<LookupFlow::Ask>(how)));
        QTEST(int(desk.crm.forgotten.size()), "forgotten");
    }

    void questionBeforeDiallingIsTheCallsOwn()
    {
        Desk desk;
        desk.settings.alwaysQuery = true;
        desk.flow.setSettings(desk.settings);
        QVERIFY(desk.ask(LookupFlow::Ask::BeforeDialling));
        QVERIFY(desk.ask()); // the call it was asked for
        QCOMPARE(desk.asked(), 1);
        QVERIFY(desk.ask()); // the next one
        QCOMPARE(desk.asked(), 2);
    }

    void recordThatWasMadeIsNobodysNoLonger()
    {
        Desk desk;
        QVERIFY(desk.ask()->matches.isEmpty());
        const auto made = desk.org.add(u"Contact"_s, u"New"_s, number);
        desk.flow.keepCreated(PhoneNumber::read(number, {}), made);
        QCOMPARE(desk.ask()->matches.size(), 1);
    }

    void signInOfAnotherUserForgetsNobody()
    {
        Desk desk;
        QVERIFY(desk.ask()->matches.isEmpty());
        desk.crm.connectAs(u"005B"_s);
        QVERIFY(desk.ask()->matches.isEmpty());
        QCOMPARE(desk.asked(), 2);
    }

    void matchesGoIntoThePhonebookAsSyncSays()
    {
        Desk desk;
        desk.org.add(u"Contact"_s, u"Ann Lee"_s, number);
        desk.org.add(u"Account"_s, u"Acme"_s, number);
        QCOMPARE(desk.ask()->matches.size(), 2);
        QCOMPARE(desk.stores.phonebook().count(), 0);
        desk.settings.syncEnabled = true;
        desk.flow.setSettings(desk.settings);
        const QSignalSpy kept(&desk.flow, &LookupFlow::kept);
        QCOMPARE(desk.ask(LookupFlow::Ask::Afresh)->matches.size(), 2);
        QCOMPARE(desk.stores.phonebook().count(), 1);
        QVERIFY(desk.stores.phonebook().all(1, 0).constFirst().isReadOnly);
        QCOMPARE(kept.size(), 1);
    }

    void numberOfWhichOnlyAPartIsKeptIsAskedForAgain()
    {
        // Regression: of a contact and a lead the contact alone was kept, and was the only match
        // from then on.
        Desk desk;
        desk.settings.syncEnabled = true;
        desk.flow.setSettings(desk.settings);
        desk.org.add(u"Contact"_s, u"Ann Lee"_s, number);
        desk.org.add(u"Lead"_s, u"Ann Lead"_s, number);
        QCOMPARE(desk.ask()->matches.size(), 2);
        QCOMPARE(desk.stores.phonebook().count(), 1);
        QCOMPARE(desk.ask()->matches.size(), 2);
        QCOMPARE(desk.asked(), 2);
        // After a restart as well.
        LookupFlow later(desk.crm, desk.stores.phonebook());
        later.setSettings(desk.settings);
        const auto answer = later.lookUp(PhoneNumber::read(number, {}));
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result()->matches.size(), 2);
        desk.crm.answers.failNext(CrmQuestion::LookUp, Error::Kind::Offline);
        QCOMPARE(desk.ask()->matches.size(), 1); // better than nothing
        desk.crm.setState(LinkState::SignedOut);
        QCOMPARE(desk.ask()->matches.size(), 1);
        // Once the lead has gone, the contact is all there is.
        desk.crm.setState(LinkState::Connected);
        desk.org.records.removeLast();
        QCOMPARE(desk.ask()->matches.size(), 1);
        const int asked = desk.asked();
        QCOMPARE(desk.ask()->matches.size(), 1);
        QCOMPARE(desk.asked(), asked);
    }

    void contactThatIsGivenTheNumberOfALeadIsNotItsOnlyOwner()
    {
        // As the contact synchronisation brings it: the lead was found for the number before.
        Desk desk;
        desk.settings.syncEnabled = true;
        desk.flow.setSettings(desk.settings);
        desk.org.add(u"Lead"_s, u"Ann Lead"_s, number);
        QCOMPARE(desk.ask()->matches.size(), 1);
        desk.keep(desk.org.add(u"Contact"_s, u"Ann Lee"_s, number));
        QCOMPARE(desk.ask()->matches.size(), 2);
    }

    void otherNumbersOfAKeptContactAreNotAskedFor()
    {
        Desk desk;
        desk.settings.syncEnabled = true;
        desk.flow.setSettings(desk.settings);
        desk.org.add(u"Contact"_s, u"Ann Lee"_s, number);
        desk.org.records.last().match.phones.append(u"4155551313"_s);
        QCOMPARE(desk.ask()->matches.size(), 1);
        QCOMPARE(desk.ask(LookupFlow::Ask::CachedToo, u"4155551313"_s)->matches.size(), 1);
        QCOMPARE(desk.asked(), 1);
    }

    void liveSearchStopsWhereItMust_data()
    {
        QTest::addColumn<bool>("alwaysQuery");
        QTest::addColumn<bool>("masked");
        QTest::addColumn<int>("used");
        QTest::addColumn<bool>("enabled");
        QTest::addColumn<bool>("may");
        QTest::newRow("allowed") << true << false << 79 << true << true;
        QTest::newRow("not always query") << false << false << 0 << true << false;
        QTest::newRow("masked numbers") << true << true << 0 << true << false;
        QTest::newRow("80 percent") << true << false << 80 << true << false;
        QTest::newRow("95 percent") << true << false << 95 << true << false;
        QTest::newRow("integration off") << true << false << 0 << false << false;
    }

    void liveSearchStopsWhereItMust()
    {
        QFETCH(bool, alwaysQuery);
        QFETCH(bool, masked);
        QFETCH(int, used);
        QFETCH(bool, enabled);
        QFETCH(bool, may);
        Desk desk;
        desk.settings.alwaysQuery = alwaysQuery;
        desk.settings.maskNumbers = masked;
        desk.settings.integrationEnabled = enabled;
        desk.flow.setSettings(desk.settings);
        desk.crm.setApiUse(used, 100);
        QCOMPARE(desk.flow.maySearchLive(), may);
        const auto found = desk.flow.searchCrm(u"ann"_s);
        QTRY_VERIFY(found.isFinished());
        QCOMPARE(desk.crm.answers.count(CrmQuestion::Search), may ? 1 : 0);
    }

    void searchByHandGoesOutUntilOnlyCallsMay_data()
    {
        QTest::addColumn<int>("used");
        QTest::addColumn<bool>("enabled");
        QTest::addColumn<bool>("signedIn");
        QTest::addColumn<QString>("refusal");
        QTest::newRow("94 percent") << 94 << true << true << QString();
        QTest::newRow("95 percent") << 95 << true << true << u"api_budget_search"_s;
        QTest::newRow("integration off") << 0 << false << true << u"integration_off"_s;
        QTest::newRow("signed out") << 0 << true << false << u"signed_out"_s;
    }

    void searchByHandGoesOutUntilOnlyCallsMay() // Regression: it went out whatever was left
    {
        QFETCH(int, used);
        QFETCH(bool, enabled);
        QFETCH(bool, signedIn);
        QFETCH(QString, refusal);
        Desk desk;
        desk.settings.integrationEnabled = enabled;
        desk.flow.setSettings(desk.settings);
        desk.crm.setApiUse(used, 100);
        if (!signedIn)
            desk.crm.setState(LinkState::SignedOut);
        desk.org.add(u"Contact"_s, u"Ann Lee"_s, number);
        const auto found = desk.flow.searchByHand(u"ann"_s);
        QTRY_VERIFY(found.isFinished());
        QCOMPARE(desk.crm.answers.count(CrmQuestion::Search), refusal.isEmpty() ? 1 : 0);
        const auto answer = found.result();
        QCOMPARE(answer.has_value(), refusal.isEmpty());
        if (!answer)
            QCOMPARE(answer.error().code, refusal);
    }

    void lookupGoesOutAlsoNearTheEndOfTheBudget()
    {
        Desk desk;
        desk.crm.setApiUse(99, 100);
        QVERIFY(desk.ask());
        QCOMPARE(desk.asked(), 1);
    }
};

QTEST_GUILESS_MAIN(TestLookupFlow)
#include "tst_lookupflow.moc"
