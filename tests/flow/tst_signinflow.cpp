// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/flow/signinflow.h"
#include "tests/support/fakecrmlink.h"
#include "tests/support/fakepbxlink.h"
#include "tests/support/fakesecretstore.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace companion;
using namespace companion::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Desk
{
    FakeOrg org;
    FakeCrmLink crm{org};
    FakeSecretStore secrets;
    FakePbxLink pbx{{}};
    SignInFlow flow{crm, secrets, 10ms};
    Settings settings;

    Desk()
    {
        settings.pbxUrl = u"https://pbx.example"_s;
        settings.pbxExtension = u"1050"_s;
        apply();
        flow.setPbx(&pbx);
    }
    void apply() { flow.setSettings(settings); }
    QFuture<Result<Done>> signIn(const QString& secret = u"s3cret"_s)
    {
        return flow.signInPbx(SignInFlow::pbxAccount(settings), secret);
    }
    static void letTriesPass() //!< longer than the pause before the next
    {
        QTimer tries;
        tries.setSingleShot(true);
        tries.start(60ms);
        QTRY_VERIFY(!tries.isActive());
    }
    [[nodiscard]] QString stored() const { return secrets.secrets.value(u"pbx-secret"_s); }
};

} // namespace

class TestSignInFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretIsStoredOnlyOnceThePbxHasAcceptedIt()
    {
        Desk desk;
        const auto done = desk.signIn();
        QCOMPARE(desk.stored(), QString());
        QVERIFY(!done.isFinished());
        desk.pbx.connectNow();
        QTRY_VERIFY(done.isFinished());
        QVERIFY(done.result());
        QCOMPARE(desk.stored(), u"s3cret"_s);
    }

    void refusalEndsItAndStoresNothing_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("hasProblem");
        QTest::newRow("refused") << int(LinkState::Failed) << true;
        QTest::newRow("refused without a word") << int(LinkState::Failed) << false;
        QTest::newRow("cannot be reached") << int(LinkState::Reconnecting) << true;
    }

    void refusalEndsItAndStoresNothing()
    {
        QFETCH(int, state);
        QFETCH(bool, hasProblem);
        Desk desk;
        const auto done = desk.signIn();
        const auto problem =
            hasProblem ? std::optional(Error{Error::Kind::Unauthorized, u"no"_s}) : std::nullopt;
        desk.pbx.setState(static_cast<LinkState>(state), problem);
        QTRY_VERIFY(done.isFinished());
        QVERIFY(!done.result());
        QCOMPARE(desk.stored(), QString());
        // A wrong address is not tried for ever; a refusal has stopped by itself.
        QCOMPARE(desk.pbx.stops, state == int(LinkState::Failed) ? 0 : 1);
    }

    void secondTryEndsTheFirstAndOnlyItsSecretIsStored()
    {
        Desk desk;
        const auto first = desk.signIn(u"wrong"_s);
        const auto second = desk.signIn(u"right"_s);
        QTRY_VERIFY(first.isFinished());
        QCOMPARE(first.result().error().kind, Error::Kind::Cancelled);
        desk.pbx.connectNow();
        QTRY_VERIFY(second.isFinished());
        QCOMPARE(desk.stored(), u"right"_s);
    }

    void
    pbxOfBeforeIsNotTakenUpWhileASignInIsGoingOn() // Regression: its answer passed for the other's
    {
        Desk desk;
        const auto old = desk.signIn(u"old"_s);
        desk.pbx.connectNow();
        QTRY_VERIFY(old.isFinished());
        desk.settings.pbxUrl = u"https://other.example"_s;
        const auto done = desk.signIn(u"new"_s);
        desk.settings.pbxUrl = u"https://pbx.example"_s;
        desk.apply();
        desk.flow.resumePbx();
        QCoreApplication::processEvents();
        QCOMPARE(desk.pbx.started.last().url, u"https://other.example"_s);
        desk.pbx.connectNow();
        QTRY_VERIFY(done.isFinished());
        QCOMPARE(desk.stored(), u"new"_s);
        QCOMPARE(desk.pbx.secrets, (QStringList{u"old"_s, u"new"_s}));
    }

    void signOutEndsASignInThatIsGoingOn()
    {
        Desk desk;
        const auto done = desk.signIn();
        (void)desk.flow.signOutPbx();
        QTRY_VERIFY(done.isFinished());
        QVERIFY(!done.result());
        QCOMPARE(desk.pbx.stops, 1);
    }

    void signOutForgetsTheSecret()
    {
        Desk desk;
        const auto done = desk.signIn();
        desk.pbx.connectNow();
        QTRY_VERIFY(done.isFinished());
        const auto out = desk.flow.signOutPbx();
        QTRY_VERIFY(out.isFinished());
        QCOMPARE(desk.stored(), QString());
        desk.flow.resume();
        QCoreApplication::processEvents();
        QCOMPARE(desk.pbx.started.size(), 1);
    }

    void storeOutOfReachDoesNotSpoilTheSignIn()
    {
        Desk desk;
        desk.secrets.isReachable = false;
        const auto done = desk.signIn();
        desk.pbx.connectNow();
        QTRY_VERIFY(done.isFinished());
        QVERIFY(done.result());
    }

    void storeThatWaitsToBeUnlockedDoesNotHoldUpTheSignIn()
    {
        Desk desk;
        desk.secrets.lock();
        const auto done = desk.signIn();
        desk.pbx.connectNow();
        QTRY_VERIFY(done.isFinished());
        QVERIFY(done.result());
        QCOMPARE(desk.stored(), QString());
        desk.secrets.unlock(); // and nothing is lost
        QCOMPARE(desk.stored(), u"s3cret"_s);
    }

    void secretThatWasWrittenAfterTheSignOutIsForgotten()
    {
        Desk desk;
        desk.secrets.lock();
        const auto done = desk.signIn();
        desk.pbx.connectNow();
        QTRY_VERIFY(done.isFinished());
        (void)desk.flow.signOutPbx();
        desk.secrets.unlock();
        QTRY_COMPARE(desk.stored(), QString());
    }

    void whatIsMissingIsSaidAtOnce()
    {
        Desk desk;
        desk.settings.pbxExtension.clear();
        QVERIFY(!desk.signIn().result()); // nobody's e-mail is known either
        desk.settings.pbxExtension = u"1050"_s;
        desk.settings.pbxUrl = u" "_s;
        QVERIFY(!desk.signIn().result());
        desk.flow.setPbx(nullptr);
        QVERIFY(!desk.signIn().result());
        const auto crm = desk.flow.signInCrm({}, {});
        QVERIFY(!crm.result());
        QCOMPARE(desk.crm.answers.count(CrmQuestion::SignIn), 0);
    }

    // At a start

    void resumeGoesOnWithWhatIsStored()
    {
        Desk desk;
        desk.settings.salesforceClientId = u"3MVG9"_s;
        desk.apply();
        desk.secrets.secrets.insert(u"pbx-secret"_s, u"s3cret"_s);
        desk.flow.resume();
        QTRY_COMPARE(desk.pbx.started.size(), 1);
        QCOMPARE(desk.pbx.secrets.constFirst(), u"s3cret"_s);
        QCOMPARE(desk.crm.answers.count(CrmQuestion::Resume), 1);
    }

    void resumeWithoutAnythingStoredDoesNothing()
    {
        Desk desk;
        desk.settings.pbxUrl.clear();
        desk.apply();
        desk.flow.resume();
        QCoreApplication::processEvents();
        QCOMPARE(desk.pbx.started.size(), 0);
        QCOMPARE(desk.crm.answers.count(CrmQuestion::Resume), 0);
    }

    void lockedKeyStoreIsWaitedFor()
    {
        Desk desk;
        desk.secrets.isReachable = false;
        desk.secrets.secrets.insert(u"pbx-secret"_s, u"s3cret"_s);
        desk.flow.resume();
        QCoreApplication::processEvents();
        QCOMPARE(desk.pbx.started.size(), 0);
        desk.secrets.isReachable = true;
        QTRY_COMPARE(desk.pbx.started.size(), 1);
    }

    void salesforceWaitsForALockedKeyStoreAsThePbxDoes()
    {
        Desk desk;
        desk.settings.salesforceClientId = u"3MVG9"_s;
        desk.apply();
        desk.crm.answers.failNext(CrmQuestion::Resume, Error::Kind::Storage, 2);
        desk.flow.resume();
        QTRY_COMPARE(desk.crm.answers.count(CrmQuestion::Resume), 3);
        Desk::letTriesPass();
        QCOMPARE(desk.crm.answers.count(CrmQuestion::Resume), 3);
    }

    void salesforceIsNotAskedAgainForNothing_data()
    {
        QTest::addColumn<int>("problem");
        QTest::addColumn<QString>("byHand");
        QTest::newRow("nothing stored") << int(Error::Kind::Unauthorized) << QString();
        QTest::newRow("signed in by hand") << int(Error::Kind::Storage) << u"in"_s;
        QTest::newRow("signed out by hand") << int(Error::Kind::Storage) << u"out"_s;
    }

    void salesforceIsNotAskedAgainForNothing()
    {
        QFETCH(int, problem);
        QFETCH(QString, byHand);
        Desk desk;
        desk.settings.salesforceClientId = u"3MVG9"_s;
        desk.apply();
        desk.crm.answers.failNext(CrmQuestion::Resume, static_cast<Error::Kind>(problem));
        desk.flow.resume();
        if (byHand == u"in"_s)
            (void)desk.flow.signInCrm(SignInFlow::crmAccount(desk.settings), {});
        else if (byHand == u"out"_s)
            (void)desk.flow.signOutCrm();
        Desk::letTriesPass();
        QCOMPARE(desk.crm.answers.count(CrmQuestion::Resume), 1);
    }

    void signInByHandWinsOverALockedKeyStore()
    {
        Desk desk;
        desk.secrets.isReachable = false;
        desk.secrets.secrets.insert(u"pbx-secret"_s, u"old"_s);
        desk.flow.resume();
        QCoreApplication::processEvents();
        (void)desk.signIn(u"new"_s);
        desk.secrets.isReachable = true;
        Desk::letTriesPass();
        QCOMPARE(desk.pbx.secrets, QStringList{u"new"_s});
    }

    void extensionOfAnEmailWaitsForSalesforceToTellIt()
    {
        Desk desk;
        desk.settings.pbxExtension.clear();
        desk.apply();
        desk.secrets.secrets.insert(u"pbx-secret"_s, u"s3cret"_s);
        desk.flow.resume();
        QCoreApplication::processEvents();
        QCOMPARE(desk.pbx.started.size(), 0);
        desk.crm.connectAs(u"005A"_s, u"Jane@Acme.example"_s);
        QTRY_COMPARE(desk.pbx.started.size(), 1);
        QCOMPARE(desk.pbx.emails.constFirst(), u"Jane@Acme.example"_s);
        desk.crm.connectAs(u"005A"_s, u"jane@acme.example"_s); // the same person
        QCoreApplication::processEvents();
        QCOMPARE(desk.pbx.started.size(), 1);
    }

    void otherPersonsSignInFindsTheirExtension()
    {
        Desk desk;
        desk.settings.pbxExtension.clear();
        desk.apply();
        desk.secrets.secrets.insert(u"pbx-secret"_s, u"s3cret"_s);
        desk.crm.connectAs(u"005A"_s, u"jane@acme.example"_s);
        desk.flow.resume();
        QTRY_COMPARE(desk.pbx.started.size(), 1);
        desk.crm.connectAs(u"005B"_s, u"bob@acme.example"_s);
        QTRY_COMPARE(desk.pbx.started.size(), 2);
        QCOMPARE(desk.pbx.emails.last(), u"bob@acme.example"_s);
    }

    void givenExtensionStaysWhoeverSignsIn()
    {
        Desk desk;
        desk.secrets.secrets.insert(u"pbx-secret"_s, u"s3cret"_s);
        desk.flow.resume();
        QTRY_COMPARE(desk.pbx.started.size(), 1);
        desk.crm.connectAs(u"005B"_s, u"bob@acme.example"_s);
        QCoreApplication::processEvents();
        QCOMPARE(desk.pbx.started.size(), 1);
    }

    void disconnectTellsTheRestOfTheProgram()
    {
        Desk desk;
        desk.crm.connectAs();
        const QSignalSpy told(&desk.flow, &SignInFlow::crmDisconnected);
        const auto out = desk.flow.signOutCrm();
        QTRY_VERIFY(out.isFinished());
        QCOMPARE(told.size(), 1);
        QCOMPARE(desk.crm.status().state, LinkState::SignedOut);
    }
};

QTEST_GUILESS_MAIN(TestSignInFlow)
#include "tst_signinflow.moc"
