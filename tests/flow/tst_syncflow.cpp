// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/flow/syncflow.h"
#include "tests/support/fakecrmlink.h"
#include "tests/support/fakepbxlink.h"
#include "tests/support/realstores.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace companion;
using namespace companion::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

CrmMatch ann(const QString& name = u"Ann Lee"_s)
{
    return {.record = {u"Contact"_s, u"003A"_s},
            .name = name,
            .phone = u"4155551212"_s,
            .phones = {u"4155551212"_s}};
}

struct Desk
{
    FakeOrg org;
    FakeCrmLink crm{org};
    RealStores stores;
    FakePbxLink pbx;
    Settings settings;
    SyncFlow flow{crm, stores.phonebook(), stores.memo(),
                  SyncTiming{.afterSignIn = 1ms, .period = 1h, .pbxRetry = 5ms}};

    explicit Desk(SyncTarget target = SyncTarget::Local)
    {
        settings.syncEnabled = true;
        settings.syncTarget = target;
        flow.setSettings(settings);
        flow.setPbx(&pbx);
        pbx.setState(LinkState::Connected);
        crm.connectAs();
    }
    ~Desk() { flow.setPbx(nullptr); }
    //! As LookupFlow does it.
    void keep(const CrmMatch& match)
    {
        QVERIFY(stores.phonebook().put({{.match = match}}));
        flow.onKept({match});
    }
    [[nodiscard]] int asked() const { return crm.answers.count(CrmQuestion::ChangedSince); }
};

} // namespace

class TestSyncFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changedAndDeletedRecordsFollow()
    {
        Desk desk;
        desk.keep(ann());
        auto bob = ann(u"Bob Roe"_s);
        bob.record.id = u"003B"_s;
        desk.keep(bob);
        auto stranger = ann(u"Nobody we called"_s);
        stranger.record.id = u"003C"_s;
        desk.crm.news = {.changed = {ann(u"Ann Smith"_s), stranger},
                         .removed = {u"003B"_s, u"003Z"_s},
                         .until = QDateTime(QDate(2026, 1, 5), QTime(9, 0), QTimeZone::utc())};
        desk.flow.refresh();
        QTRY_COMPARE(desk.stores.phonebook().count(), 1);
        QCOMPARE(desk.stores.phonebook().all(1, 0).constFirst().match.name, u"Ann Smith"_s);
    }

    void nextQuestionBeginsWhereTheLastEnded()
    {
        Desk desk;
        desk.keep(ann());
        const auto until = QDateTime::currentDateTimeUtc().addSecs(-60);
        desk.crm.news.until = until;
        desk.flow.refresh();
        QTRY_VERIFY(!desk.stores.memo().memo(u"sync-since/00D1/Contact"_s).isEmpty());
        desk.flow.refresh();
        QTRY_COMPARE(desk.crm.newsSince.toMSecsSinceEpoch(), until.toMSecsSinceEpoch());
    }

    void questionThatFailedIsAskedFromTheSameMomentAgain()
    {
        Desk desk;
        desk.keep(ann());
        desk.crm.news.until = QDateTime::currentDateTimeUtc();
        desk.crm.answers.failNext(CrmQuestion::ChangedSince, Error::Kind::Timeout, 5);
        desk.flow.refresh();
        QTRY_VERIFY(desk.asked() >= 1);
        QCOMPARE(desk.stores.memo().memo(u"sync-since/00D1/Contact"_s), QString());
    }

    void cutAnswerThatLeadsNoFurtherIsNotAskedForEver()
    {
        // Regression: more records of one moment than one answer holds used up the day's quota.
        Desk desk;
        desk.keep(ann());
        const auto until = QDateTime::currentDateTimeUtc().addSecs(-60);
        desk.crm.news = {
            .changed = {ann(u"Ann Smith"_s)}, .removed = {}, .until = until, .isCut = true};
        desk.flow.refresh();
        QTRY_VERIFY(desk.asked() >= 2); // the second one is from where the first ended
        for (int turn = 0; turn < 100; ++turn)
            QCoreApplication::processEvents();
        QVERIFY2(desk.asked() <= 4,
                 qPrintable(QString::number(desk.asked()))); // signing in asks too
    }

    void cutAnswerIsAskedForItsRest()
    {
        Desk desk;
        desk.keep(ann());
        desk.crm.answers.hold(CrmQuestion::ChangedSince);
        desk.crm.news = {.changed = {},
                         .removed = {},
                         .until = QDateTime::currentDateTimeUtc().addSecs(-60),
                         .isCut = true};
        desk.flow.refresh();
        QTRY_COMPARE(desk.crm.answers.open(CrmQuestion::ChangedSince), 1);
        desk.crm.news.isCut = false; // for the next one
        desk.crm.answers.answer(CrmQuestion::ChangedSince);
        QTRY_COMPARE(desk.crm.answers.open(CrmQuestion::ChangedSince), 1);
        desk.crm.answers.answer(CrmQuestion::ChangedSince);
        QCOMPARE(desk.asked(), 2);
    }

    void nothingIsAskedWhereNothingIsToBeKept_data()
    {
        QTest::addColumn<bool>("syncs");
        QTest::addColumn<bool>("enabled");
        QTest::addColumn<int>("used");
        QTest::addColumn<bool>("hasEntries");
        QTest::newRow("switched off") << false << true << 0 << true;
        QTest::newRow("integration off") << true << false << 0 << true;
        QTest::newRow("80 percent of the budget") << true << true << 80 << true;
        QTest::newRow("empty phonebook") << true << true << 0 << false;
    }

    void nothingIsAskedWhereNothingIsToBeKept()
    {
        QFETCH(bool, syncs);
        QFETCH(bool, enabled);
        QFETCH(int, used);
        QFETCH(bool, hasEntries);
        Desk desk;
        desk.settings.syncEnabled = syncs;
        desk.settings.integrationEnabled = enabled;
        desk.flow.setSettings(desk.settings);
        desk.crm.setApiUse(used, 100);
        if (hasEntries)
            QVERIFY(desk.stores.phonebook().put({{.match = ann()}}));
        desk.flow.refresh();
        QCOMPARE(desk.asked(), 0);
    }

    void entriesThatWereReleasedAreNoLongerOurs()
    {
        Desk desk;
        desk.keep(ann());
        (void)desk.flow.release();
        QVERIFY(!desk.stores.phonebook().all(1, 0).constFirst().isReadOnly);
        desk.crm.news = {.changed = {ann(u"Ann Smith"_s)}, .removed = {u"003A"_s}, .until = {}};
        desk.flow.refresh();
        QTRY_VERIFY(desk.asked() >= 1);
        QCoreApplication::processEvents();
        QCOMPARE(desk.stores.phonebook().all(1, 0).constFirst().match.name, u"Ann Lee"_s);
    }

    // The PBX's phonebook

    void matchesGoIntoThePbxsPhonebook()
    {
        Desk desk(SyncTarget::Pbx);
        desk.keep(ann());
        QTRY_COMPARE(desk.pbx.contacts.size(), 1);
        QCOMPARE(desk.pbx.contacts.begin()->name, u"Ann Lee"_s);
        QCOMPARE(desk.pbx.contacts.begin()->numbers, QStringList{u"4155551212"_s});
        desk.keep(ann(u"Ann Smith"_s)); // the same contact, not a second one
        QTRY_COMPARE(desk.pbx.contacts.begin()->name, u"Ann Smith"_s);
        QCOMPARE(desk.pbx.contacts.size(), 1);
        desk.crm.news = {.changed = {}, .removed = {u"003A"_s}, .until = {}};
        desk.flow.refresh();
        QTRY_COMPARE(desk.pbx.contacts.size(), 0);
    }

    void phonebookWithOtherContactsIsNotTouched()
    {
        Desk desk(SyncTarget::Pbx);
        desk.pbx.phonebook.contacts = 5;
        const QSignalSpy told(&desk.flow, &SyncFlow::problemChanged);
        desk.keep(ann());
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(desk.flow.problem()->code, u"PHONEBOOK_NOT_EMPTY"_s);
        QCOMPARE(desk.pbx.contacts.size(), 0);
        desk.pbx.phonebook = {.id = u"8"_s, .isNew = true};
        desk.settings.syncPhonebook = u"Another"_s;
        desk.flow.setSettings(desk.settings);
        QTRY_COMPARE(desk.pbx.contacts.size(), 1);
        QVERIFY(!desk.flow.problem());
    }

    void phonebookOfAColleaguesCompanionIsShared()
    {
        Desk desk(SyncTarget::Pbx);
        const QString remark = u"CRM: Salesforce Contact 003A"_s;
        desk.pbx.contacts.insert(u"77"_s, {.id = u"77"_s, .name = u"Ann"_s, .remark = remark});
        desk.pbx.phonebook.contacts = 1;
        desk.pbx.phonebook.byRemark = {{remark, u"77"_s}};
        desk.keep(ann(u"Ann Smith"_s));
        QTRY_COMPARE(desk.pbx.contacts.value(u"77"_s).name, u"Ann Smith"_s);
        QCOMPARE(desk.pbx.contacts.size(), 1); // not a second one
        QVERIFY(!desk.flow.problem());
    }

    void phonebookThatHoldsEverybodyIsNotTaken()
    {
        Desk desk(SyncTarget::Pbx);
        desk.pbx.phonebook.holdsEverybody = true;
        desk.keep(ann());
        QTRY_VERIFY(desk.flow.problem().has_value());
        QCOMPARE(desk.pbx.contacts.size(), 0);
    }

    void phonebookThatWasReleasedIsNotTakenAgain()
    {
        Desk desk(SyncTarget::Pbx);
        desk.keep(ann());
        QTRY_COMPARE(desk.pbx.contacts.size(), 1);
        (void)desk.flow.release();
        QCOMPARE(desk.pbx.contacts.size(), 1); // entries stay, and people may change them
        desk.pbx.phonebook.contacts = 1;
        desk.pbx.phonebook.isNew = false;
        desk.pbx.phonebook.byRemark = {{u"CRM: Salesforce Contact 003A"_s, u"1"_s}};
        desk.keep(ann(u"Ann Smith"_s));
        QTRY_VERIFY(desk.flow.problem().has_value());
        QCOMPARE(desk.flow.problem()->code, u"PHONEBOOK_NOT_EMPTY"_s);
        QCOMPARE(desk.pbx.contacts.begin()->name, u"Ann Lee"_s);
    }

    void otherPhonebookGetsAllThereIs()
    {
        Desk desk(SyncTarget::Pbx);
        desk.keep(ann());
        QTRY_COMPARE(desk.pbx.contacts.size(), 1);
        desk.pbx.phonebook = {.id = u"8"_s, .isNew = true};
        desk.settings.syncPhonebook = u"Another"_s;
        desk.flow.setSettings(desk.settings);
        QTRY_COMPARE(desk.pbx.contacts.size(), 2); // the first stays in the first
    }

    void refusedRightIsToldAndTriedAgainWhenThePbxReturns()
    {
        Desk desk(SyncTarget::Pbx);
        desk.pbx.answers.failNext(PbxQuestion::OpenPhonebook, Error::Kind::Forbidden);
        desk.keep(ann());
        QTRY_VERIFY(desk.flow.problem().has_value());
        desk.pbx.lose();
        desk.pbx.setState(LinkState::Connected);
        QTRY_COMPARE(desk.pbx.contacts.size(), 1);
        QVERIFY(!desk.flow.problem());
    }

    void ownPhonebookIsKnownAgainAfterARestart()
    {
        Desk desk(SyncTarget::Pbx);
        desk.keep(ann());
        QTRY_COMPARE(desk.pbx.contacts.size(), 1);
        desk.pbx.phonebook.contacts = 1;
        desk.flow.setPbx(nullptr);
        SyncFlow again(desk.crm, desk.stores.phonebook(), desk.stores.memo());
        again.setSettings(desk.settings);
        again.setPbx(&desk.pbx);
        auto bob = ann(u"Bob"_s);
        bob.record.id = u"003B"_s;
        again.onKept({bob});
        QTRY_COMPARE(desk.pbx.contacts.size(), 2);
        again.setPbx(nullptr);
    }

    void pbxThatIsAwayGetsItLater()
    {
        Desk desk(SyncTarget::Pbx);
        desk.pbx.lose();
        desk.keep(ann());
        QCoreApplication::processEvents();
        QCOMPARE(desk.pbx.answers.count(PbxQuestion::SaveContact), 0);
        desk.pbx.answers.failNext(PbxQuestion::OpenPhonebook, Error::Kind::Timeout);
        desk.pbx.answers.failNext(PbxQuestion::SaveContact, Error::Kind::Offline, 2);
        desk.pbx.setState(LinkState::Connected);
        QTRY_COMPARE(desk.pbx.contacts.size(), 1);
    }

    void contactDeletedOnThePbxIsMadeAnew()
    {
        Desk desk(SyncTarget::Pbx);
        desk.keep(ann());
        QTRY_COMPARE(desk.pbx.contacts.size(), 1);
        desk.pbx.contacts.clear();
        desk.keep(ann(u"Ann Smith"_s));
        QTRY_COMPARE(desk.pbx.contacts.size(), 1);
    }

    void pbxWithoutPhonebooksSaysSoOnce()
    {
        Desk desk(SyncTarget::Pbx);
        desk.pbx.answers.failNext(PbxQuestion::OpenPhonebook, Error::Kind::Unsupported, 10);
        desk.keep(ann());
        QTRY_VERIFY(desk.flow.problem().has_value());
        desk.keep(ann(u"Ann Smith"_s));
        QCoreApplication::processEvents();
        QCOMPARE(desk.pbx.answers.count(PbxQuestion::OpenPhonebook), 1);
    }

    void localTargetLeavesThePbxAlone()
    {
        Desk desk(SyncTarget::Local);
        desk.keep(ann());
        QCoreApplication::processEvents();
        QCOMPARE(desk.pbx.answers.count(PbxQuestion::OpenPhonebook), 0);
    }
};

QTEST_GUILESS_MAIN(TestSyncFlow)
#include "tst_syncflow.moc"
