// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/flow/createflow.h"
#include "tests/support/fakecrmlink.h"
#include "tests/support/realstores.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace companion;
using namespace companion::test;
using namespace Qt::StringLiterals;
using Fault = FakeCrmLink::Answers::Fault;

namespace {

constexpr auto number = "4155551212"_L1;

//! One computer on an org; several may share the org.
struct Computer
{
    FakeCrmLink crm;
    RealStores stores;
    Settings settings;
    std::unique_ptr<LookupFlow> lookup;
    std::unique_ptr<CreateFlow> flow;
    std::unique_ptr<QSignalSpy> created;
    std::unique_ptr<QSignalSpy> failed;
    std::unique_ptr<QSignalSpy> duplicates;
    std::unique_ptr<QSignalSpy> creating;

    explicit Computer(FakeOrg& org) : crm(org)
    {
        crm.connectAs();
        start();
    }
    void start()
    {
        lookup = std::make_unique<LookupFlow>(crm, stores.phonebook());
        flow = std::make_unique<CreateFlow>(crm, *lookup, stores.numbers());
        lookup->setSettings(settings);
        flow->setSettings(settings);
        created = std::make_unique<QSignalSpy>(flow.get(), &CreateFlow::created);
        failed = std::make_unique<QSignalSpy>(flow.get(), &CreateFlow::failed);
        duplicates = std::make_unique<QSignalSpy>(flow.get(), &CreateFlow::duplicatesFound);
        creating = std::make_unique<QSignalSpy>(flow.get(), &CreateFlow::creatingChanged);
    }
    void restart()
    {
        creating.reset();
        duplicates.reset();
        failed.reset();
        created.reset();
        flow.reset();
        lookup.reset();
        stores.reopen();
        start();
    }
    void byItself(const CallId& call = u"c1"_s, const QString& from = number)
    {
        CallCard card;
        card.call.id = call;
        card.call.remoteNumber = from;
        flow->createAutomatically(card);
    }
    void byHand(const CallId& call = u"c1"_s, bool allowDuplicate = false,
                const QString& to = number)
    {
        NewRecord record;
        record.fields = {
            {u"FirstName"_s, u"William"_s}, {u"LastName"_s, u"Smith"_s}, {u"Phone"_s, to}};
        record.allowDuplicate = allowDuplicate;
        flow->createByHand(call, to, record);
    }
};

} // namespace

class TestCreateFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordIsNamedAsTheGuideNamesIt()
    {
        FakeOrg org;
        Computer pc(org);
        pc.settings.createObject = u"Lead"_s;
        pc.flow->setSettings(pc.settings);
        pc.byItself(u"c1"_s, u"5503301"_s);
        QTRY_COMPARE(pc.created->size(), 1);
        const auto& record = pc.crm.created.constFirst();
        QCOMPARE(record.object, u"Lead"_s);
        QCOMPARE(record.fields.value(u"FirstName"_s), u"Automatic New Contact"_s);
        QCOMPARE(record.fields.value(u"LastName"_s), u"-5503301"_s);
        QCOMPARE(record.fields.value(u"Company"_s), u"5503301"_s);
        QVERIFY(record.keepOwner);
    }

    void whoIsThereAlreadyIsNotMadeAgain()
    {
        FakeOrg org;
        const auto match = org.add(u"Account"_s, u"Acme"_s, number);
        org.records.last().isIndexed = false; // the search did not find it
        Computer pc(org);
        pc.byItself();
        QTRY_COMPARE(pc.created->size(), 1);
        QCOMPARE(pc.created->constFirst().at(1).value<CrmMatch>().record, match.record);
        QCOMPARE(pc.crm.answers.count(CrmQuestion::Create), 0);
    }

    void twoCallsAtOnceMakeOneRecordForBoth()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.answers.hold(CrmQuestion::Create);
        pc.byItself(u"c1"_s);
        pc.byItself(u"c2"_s, u"+1 415 555 1212"_s);
        QTRY_COMPARE(pc.crm.answers.open(CrmQuestion::Create), 1);
        pc.crm.answers.answer(CrmQuestion::Create);
        QTRY_COMPARE(pc.created->size(), 2);
        QCOMPARE(org.records.size(), 1);
        QCOMPARE(pc.creating->size(), 4); // on and off for each
    }

    void secondCallWithinMinutesFindsTheFirstOnesRecordWithoutAsking()
    {
        FakeOrg org;
        Computer pc(org);
        pc.byItself(u"c1"_s);
        QTRY_COMPARE(pc.created->size(), 1);
        const auto asked = pc.crm.answers.count(CrmQuestion::LookUpExactly);
        pc.byItself(u"c2"_s);
        QCOMPARE(pc.created->size(), 2);
        QCOMPARE(pc.crm.answers.count(CrmQuestion::LookUpExactly), asked);
        QCOMPARE(org.records.size(), 1);
    }

    void answerThatWasLostIsFoundOutBeforeTheNextOne_data()
    {
        QTest::addColumn<bool>("restarts");
        QTest::addColumn<bool>("isByHand");
        QTest::newRow("automatic") << false << false;
        QTest::newRow("automatic, after a crash") << true << false;
        QTest::newRow("by hand") << false << true;
        QTest::newRow("by hand, after a crash") << true << true;
    }

    void answerThatWasLostIsFoundOutBeforeTheNextOne()
    {
        QFETCH(bool, restarts);
        QFETCH(bool, isByHand);
        FakeOrg org;
        Computer pc(org);
        pc.crm.answers.failNext(CrmQuestion::Create, Fault{.where = Fault::Where::OnTheWayBack});
        pc.byItself();
        QTRY_COMPARE(pc.failed->size(), 1);
        QCOMPARE(org.records.size(), 1); // it was made all the same
        if (restarts)
            pc.restart();
        if (isByHand) {
            pc.byHand(u"c2"_s);
            QTRY_COMPARE(pc.duplicates->size(), 1); // open the existing one, or go on
        } else {
            pc.byItself(u"c2"_s);
            QTRY_COMPARE(pc.created->size(), 1);
        }
        QCOMPARE(org.records.size(), 1);
    }

    void crashWhileTheAnswerIsOnItsWayMakesNoSecondRecord()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.answers.hold(CrmQuestion::Create);
        pc.byItself();
        QTRY_COMPARE(pc.crm.answers.open(CrmQuestion::Create), 1);
        pc.restart();
        pc.crm.answers.release(CrmQuestion::Create);
        pc.byItself(u"c2"_s);
        QTRY_COMPARE(pc.created->size(), 1);
        QCOMPARE(org.records.size(), 1);
    }

    void twoComputersLeaveOneRecord()
    {
        FakeOrg org;
        Computer one(org);
        Computer other(org);
        one.crm.answers.hold(CrmQuestion::Create);
        other.crm.answers.hold(CrmQuestion::Create);
        one.byItself();
        other.byItself();
        QTRY_COMPARE(one.crm.answers.open(CrmQuestion::Create), 1);
        QTRY_COMPARE(other.crm.answers.open(CrmQuestion::Create), 1);
        QCOMPARE(org.records.size(), 2);
        one.crm.answers.release(CrmQuestion::Create);
        other.crm.answers.release(CrmQuestion::Create);
        QTRY_COMPARE(one.created->size(), 1);
        QTRY_COMPARE(other.created->size(), 1);
        QCOMPARE(org.records.size(), 1);
        const auto kept = org.records.constFirst().match.record;
        QCOMPARE(one.created->constFirst().at(1).value<CrmMatch>().record, kept);
        QCOMPARE(other.created->constFirst().at(1).value<CrmMatch>().record, kept);
    }

    void secondRecordThatMayNotBeDeletedIsUsed()
    {
        FakeOrg org;
        Computer one(org);
        Computer other(org);
        other.crm.answers.failNext(CrmQuestion::RemoveRecord, Error::Kind::Forbidden);
        one.crm.answers.hold(CrmQuestion::Create);
        other.crm.answers.hold(CrmQuestion::Create);
        one.byItself();
        other.byItself();
        QTRY_COMPARE(other.crm.answers.open(CrmQuestion::Create), 1);
        QCOMPARE(org.records.size(), 2);
        other.crm.answers.release(CrmQuestion::Create);
        QTRY_COMPARE(other.created->size(), 1);
        QCOMPARE(other.created->constFirst().at(1).value<CrmMatch>().record,
                 org.records.last().match.record);
    }

    void handAndAutomaticOnOneNumberMakeOne()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.answers.hold(CrmQuestion::Create);
        pc.byItself(u"c1"_s);
        pc.byHand(u"c1"_s);
        QTRY_COMPARE(pc.crm.answers.open(CrmQuestion::Create), 1);
        pc.crm.answers.answer(CrmQuestion::Create);
        QTRY_COMPARE(pc.created->size(), 2);
        QCOMPARE(org.records.size(), 1);
    }

    void savePressedTwiceMakesOne()
    {
        FakeOrg org;
        Computer pc(org);
        pc.byHand();
        pc.byHand();
        QTRY_COMPARE(pc.created->size(), 2);
        QCOMPARE(org.records.size(), 1);
    }

    void peopleWithoutAComparableNumberDoNotMix()
    {
        FakeOrg org;
        Computer pc(org);
        pc.byHand(u"c1"_s, false, {});
        pc.byHand(u"c2"_s, false, {});
        QTRY_COMPARE(pc.created->size(), 2);
        QCOMPARE(org.records.size(), 2);
    }

    void duplicateIsMadeWhereThePersonInsists()
    {
        FakeOrg org;
        org.add(u"Contact"_s, u"Ann Lee"_s, number);
        Computer pc(org);
        pc.byHand();
        QTRY_COMPARE(pc.duplicates->size(), 1);
        QVERIFY(pc.duplicates->constFirst().at(1).value<CreateAnswer>().mayCreateAnyway);
        pc.byHand(u"c1"_s, true);
        QTRY_COMPARE(pc.created->size(), 1);
        QCOMPARE(org.records.size(), 2);
    }

    void duplicateRuleOfTheOrgIsPassedOnWithItsWords()
    {
        FakeOrg org;
        Computer pc(org);
        const CreateAnswer rule{.created = {},
                                .duplicates = {{.record = {u"Contact"_s, u"003X"_s}}},
                                .sentence = u"You're creating a duplicate."_s};
        pc.crm.answersCreate = [&rule](const NewRecord&) {
            return std::optional(Result<CreateAnswer>(rule));
        };
        pc.byHand();
        QTRY_COMPARE(pc.duplicates->size(), 1);
        QCOMPARE(pc.duplicates->constFirst().at(1).value<CreateAnswer>().sentence, rule.sentence);
        pc.byItself(u"c2"_s); // nobody to ask, and it is somebody else
        QTRY_COMPARE(pc.failed->size(), 1);
        QCOMPARE(pc.created->size(), 0);
    }

    void whoHasTheNumberIsTakenWhereARuleNamesThem()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.answersCreate = [](const NewRecord&) {
            return std::optional(Result<CreateAnswer>(CreateAnswer{
                .created = {},
                .duplicates = {{.record = {u"Contact"_s, u"003X"_s}, .phone = u"212 555 0100"_s},
                               {.record = {u"Contact"_s, u"003Y"_s}, .phone = number}}}));
        };
        pc.byItself();
        QTRY_COMPARE(pc.created->size(), 1);
        QCOMPARE(pc.created->constFirst().at(1).value<CrmMatch>().record.id, u"003Y"_s);
        QCOMPARE(pc.failed->size(), 0);
    }

    void ruleThatOnlyWarnsDoesNotStopWhatNobodyIsAskedAbout()
    {
        FakeOrg org;
        Computer pc(org);
        QList<bool> asked;
        pc.crm.answersCreate = [&asked](const NewRecord& record) {
            asked.append(record.allowDuplicate);
            return record.allowDuplicate
                ? std::nullopt
                : std::optional(Result<CreateAnswer>(CreateAnswer{
                    .created = {}, .duplicates = {}, .mayCreateAnyway = true, .sentence = {}}));
        };
        pc.byItself();
        QTRY_COMPARE(pc.created->size(), 1);
        QCOMPARE(asked, (QList<bool>{false, true}));
        QCOMPARE(org.records.size(), 1);
    }

    void recordIsMadeWhereNoneOfAllKindsHasTheNumber()
    {
        FakeOrg org;
        org.add(u"Lead"_s, u"Ann Lee"_s, number);
        Computer pc(org);
        pc.settings.crmObjects = {u"Contact"_s};
        pc.restart();
        pc.byItself();
        QTRY_COMPARE(pc.created->size(), 1);
        QCOMPARE(pc.created->constFirst().at(1).value<CrmMatch>().record.object, u"Lead"_s);
        QCOMPARE(org.records.size(), 1);
    }

    void prefixForAnOutsideLineIsNoPartOfTheNumber()
    {
        FakeOrg org;
        Computer pc(org);
        pc.settings.numbers.outsidePrefix = u"9"_s;
        pc.restart();
        CallCard card;
        card.call.id = u"c1"_s;
        card.call.direction = CallDirection::Outbound;
        card.call.remoteNumber = u"95507788"_s;
        pc.flow->createAutomatically(card);
        QTRY_COMPARE(pc.created->size(), 1);
        QCOMPARE(pc.crm.created.constFirst().fields.value(u"Phone"_s), u"5507788"_s);
        pc.byItself(u"c2"_s, u"5507788"_s); // calls back: the same line
        QTRY_COMPARE(pc.created->size(), 2);
        QCOMPARE(org.records.size(), 1);
    }

    void plainNoLeavesNothingBehind()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.answersCreate = [](const NewRecord&) {
            return std::optional(Result<CreateAnswer>(
                Error{.kind = Error::Kind::Rejected, .detail = {}, .sentence = u"No"_s}));
        };
        pc.byItself(u"c1"_s);
        pc.byItself(u"c2"_s);
        QTRY_COMPARE(pc.failed->size(), 2); // each call that waited hears of it
        QVERIFY(!pc.stores.numbers().creationFor(u"+14155551212"_s));
        QCOMPARE(pc.creating->last().at(1).toBool(), false);
    }

    void nothingIsMadeWhenItCannotBeAskedFirst()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.answers.failNext(CrmQuestion::LookUpExactly, Error::Kind::Timeout);
        pc.byItself();
        QTRY_COMPARE(pc.failed->size(), 1);
        QCOMPARE(org.records.size(), 0);
    }

    void droppedAnswerEndsItOnce()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.answers.hold(CrmQuestion::LookUpExactly);
        pc.byItself();
        pc.crm.answers.drop(CrmQuestion::LookUpExactly);
        QTRY_COMPARE(pc.failed->size(), 1);
        QCOMPARE(pc.failed->constFirst().at(1).value<Error>().kind, Error::Kind::Cancelled);
    }

    void nearTheEndOfTheBudgetNothingIsMade()
    {
        FakeOrg org;
        Computer pc(org);
        pc.crm.setApiUse(95, 100);
        pc.byItself();
        QCOMPARE(pc.failed->size(), 1);
        QCOMPARE(pc.crm.answers.count(CrmQuestion::LookUpExactly), 0);
        pc.byHand(); // the dialog says so, and keeps what was typed
        QCOMPARE(pc.failed->size(), 2);
        QCOMPARE(pc.failed->constLast().at(1).value<Error>().code, u"api_budget"_s);
        pc.crm.setApiUse(94, 100);
        pc.byHand();
        QTRY_COMPARE(pc.created->size(), 1);
    }

    void maskedAndInternalNumbersMakeNobody()
    {
        FakeOrg org;
        Computer pc(org);
        pc.byItself(u"c1"_s, u"1051"_s);
        pc.byItself(u"c2"_s, u"anonymous"_s);
        pc.settings.maskNumbers = true;
        pc.flow->setSettings(pc.settings);
        pc.byItself(u"c3"_s);
        QCoreApplication::processEvents();
        QCOMPARE(pc.crm.answers.count(CrmQuestion::LookUpExactly), 0);
    }

    void newRecordsGoIntoThePhonebook()
    {
        FakeOrg org;
        Computer pc(org);
        pc.settings.syncEnabled = true;
        pc.lookup->setSettings(pc.settings);
        pc.byItself();
        QTRY_COMPARE(pc.created->size(), 1);
        QCOMPARE(pc.stores.phonebook().count(), 1);
    }

    void newLeadGoesIntoThePhonebookAlthoughOnlyContactsAreSynchronised()
    {
        FakeOrg org;
        Computer pc(org);
        pc.settings.syncEnabled = true;
        pc.settings.syncObjects = {u"Contact"_s};
        pc.settings.createObject = u"Lead"_s;
        pc.lookup->setSettings(pc.settings);
        pc.flow->setSettings(pc.settings);
        pc.byItself();
        QTRY_COMPARE(pc.created->size(), 1);
        QCOMPARE(pc.stores.phonebook().all(10, 0).constFirst().match.record.object, u"Lead"_s);
    }
};

QTEST_GUILESS_MAIN(TestCreateFlow)
#include "tst_createflow.moc"
