// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/flow/dialflow.h"
#include "tests/support/fakecrmlink.h"
#include "tests/support/fakepbxlink.h"
#include "tests/support/realstores.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace companion;
using namespace companion::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto number = "4155551212"_L1;

struct Desk
{
    FakeOrg org;
    FakeCrmLink crm{org};
    RealStores stores;
    Settings settings;
    LookupFlow lookup{crm, stores.phonebook()};
    CallFlow calls{lookup,           crm,           stores.calls(),
                   stores.numbers(), stores.memo(), CallTiming{.heldBack = 200ms}};
    DialFlow flow{calls, lookup, stores.phonebook(), stores.calls(),
                  DialTiming{.connecting = 300ms, .signedOut = 60ms, .findingOut = 100ms}};
    FakePbxLink pbx;
    QSignalSpy cards{&calls, &CallFlow::cardChanged};
    QSignalSpy asked{&flow, &DialFlow::confirmRequested};
    QSignalSpy failed{&flow, &DialFlow::dialFailed};

    Desk()
    {
        apply();
        calls.setPbx(&pbx);
        flow.setPbx(&pbx);
    }
    ~Desk()
    {
        calls.setPbx(nullptr);
        flow.setPbx(nullptr);
    }
    void apply()
    {
        settings.confirmLinks = ConfirmLinks::Unknown;
        set(settings);
    }
    void set(const Settings& to)
    {
        settings = to;
        lookup.setSettings(to);
        calls.setSettings(to);
        flow.setSettings(to);
    }
    void confirmLinks(ConfirmLinks rule)
    {
        settings.confirmLinks = rule;
        set(settings);
    }
    [[nodiscard]] bool wasEverIncoming() const
    {
        return std::any_of(cards.cbegin(), cards.cend(), [this](const auto& shown) {
            const auto call = shown.at(0).template value<CallCard>().call;
            return call.id == pbx.nextCall
                && (call.phase == CallPhase::Ringing || call.origin == CallOrigin::Remote);
        });
    }
};

} // namespace

class TestDialFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownCallIsNeverShownAsIncoming_data()
    {
        QTest::addColumn<QString>("order");
        // A: the answer of call/dial; R: own phone rings; P: own phone is picked up; O: the far
        // end rings; T: it talks
        for (const auto& order : {u"ARPOT"_s, u"RAPOT"_s, u"RPAOT"_s, u"RPOAT"_s, u"RPOTA"_s})
            QTest::addRow("%s", qPrintable(order)) << order;
    }

    void ownCallIsNeverShownAsIncoming()
    {
        QFETCH(QString, order);
        Desk desk;
        desk.pbx.connectNow();
        desk.pbx.answers.hold(PbxQuestion::Dial);
        const auto dialled = desk.flow.dial(number);
        const auto& id = desk.pbx.nextCall;
        for (const QChar step : order) {
            switch (step.unicode()) {
            case 'A':
                desk.pbx.answers.answer(PbxQuestion::Dial);
                QTRY_VERIFY(dialled.isFinished());
                break;
            case 'R': {
                auto own = desk.pbx.own(LegState::Ringing);
                own.name = u"Click to call"_s;
                desk.pbx.tell(id, {own});
                break;
            }
            case 'P':
                desk.pbx.tell(id, {desk.pbx.own(LegState::Talking)});
                break;
            case 'O':
                desk.pbx.tell(id, {FakePbxLink::outbound(number, LegState::Ringing)});
                break;
            case 'T':
                desk.pbx.tell(id, {FakePbxLink::outbound(number, LegState::Talking)});
                break;
            }
        }
        QTRY_COMPARE(desk.calls.card(id)->call.phase, CallPhase::Connected);
        QVERIFY(!desk.wasEverIncoming());
        QCOMPARE(desk.calls.card(id)->call.remoteNumber, QString(number));
        QCOMPARE(desk.calls.card(id)->call.direction, CallDirection::Outbound);
        QVERIFY(desk.calls.card(id)->call.placedHere);
    }

    void customersCallIsNotHeldUpByADialRequest()
    {
        Desk desk;
        desk.pbx.connectNow();
        desk.pbx.answers.hold(PbxQuestion::Dial);
        const auto dialled = desk.flow.dial(number);
        desk.pbx.ring(u"in"_s, u"4155550000"_s);
        QVERIFY(desk.calls.card(u"in"_s).has_value());
        QVERIFY(!dialled.isFinished());
    }

    void legsOfACustomersCallThatWereHeldBackComeFirst()
    {
        Desk desk;
        desk.pbx.connectNow();
        desk.pbx.answers.hold(PbxQuestion::Dial);
        const auto dialled = desk.flow.dial(number);
        desk.pbx.tell(u"in"_s, {desk.pbx.own(LegState::Ringing, u"6400"_s)});
        QVERIFY(!desk.calls.card(u"in"_s));
        desk.pbx.tell(u"in"_s, {FakePbxLink::trunk(u"4155550000"_s, LegState::Alerting)});
        QCOMPARE(desk.calls.card(u"in"_s)->call.remoteNumber, u"4155550000"_s);
        QCOMPARE(desk.calls.card(u"in"_s)->call.queue, u"6400"_s);
        QVERIFY(!dialled.isFinished());
    }

    void slowPbxHoldsNothingBackForLong()
    {
        // Regression: after the limit later calls waited for the answer all the same.
        Desk desk;
        desk.pbx.connectNow();
        desk.pbx.answers.hold(PbxQuestion::Dial);
        const auto dialled = desk.flow.dial(number);
        const auto colleague = [&desk](const CallId& id) {
            desk.pbx.tell(id,
                          {FakePbxLink::colleague(u"1051"_s, LegState::Alerting),
                           desk.pbx.own(LegState::Ringing)});
        };
        colleague(u"i1"_s);
        QVERIFY(!desk.calls.card(u"i1"_s));
        QTRY_VERIFY(desk.calls.card(u"i1"_s).has_value());
        colleague(u"i2"_s);
        QVERIFY(desk.calls.card(u"i2"_s).has_value());
        QVERIFY(!dialled.isFinished());
    }

    void refusedAndDroppedDialsEndOnceAndReleaseWhatWasHeldBack_data()
    {
        QTest::addColumn<bool>("isDropped");
        QTest::newRow("refused") << false;
        QTest::newRow("dropped") << true;
    }

    void refusedAndDroppedDialsEndOnceAndReleaseWhatWasHeldBack()
    {
        QFETCH(bool, isDropped);
        Desk desk;
        desk.pbx.connectNow();
        desk.pbx.answers.hold(PbxQuestion::Dial);
        const auto dialled = desk.flow.dial(number);
        desk.pbx.tell(u"i1"_s,
                      {FakePbxLink::colleague(u"1051"_s, LegState::Alerting),
                       desk.pbx.own(LegState::Ringing)});
        if (isDropped)
            desk.pbx.answers.drop(PbxQuestion::Dial);
        else
            desk.pbx.answers.fail(PbxQuestion::Dial, {Error::Kind::Rejected, u"no"_s});
        QTRY_VERIFY(dialled.isFinished());
        QVERIFY(!dialled.result());
        QVERIFY(desk.calls.card(u"i1"_s).has_value());
    }

    void twoDialsAtOnceAreBothOurs()
    {
        Desk desk;
        desk.pbx.connectNow();
        desk.pbx.answers.hold(PbxQuestion::Dial);
        const auto first = desk.flow.dial(number);
        desk.pbx.nextCall = u"dialled-2"_s;
        const auto second = desk.flow.dial(u"4155550000"_s);
        desk.pbx.answers.answer(PbxQuestion::Dial);
        desk.pbx.answers.answer(PbxQuestion::Dial);
        QTRY_VERIFY(first.isFinished() && second.isFinished());
        QVERIFY(desk.calls.card(u"dialled-1"_s)->call.placedHere);
        QVERIFY(desk.calls.card(u"dialled-2"_s)->call.placedHere);
    }

    void whatCannotBeDialledSaysSo()
    {
        Desk desk;
        QCOMPARE(desk.flow.dial(number).result().error().kind, Error::Kind::Unauthorized);
        desk.pbx.connectNow();
        QVERIFY(!desk.flow.dial(u"not a number"_s).result());
        QVERIFY(!desk.flow.openLink(u"mailto:ann@acme.example"_s));
        QCOMPARE(desk.pbx.dialled.size(), 0);
    }

    // Links

    void linkThatStartedTheProgramWaitsForTheSignIn()
    {
        Desk desk;
        desk.confirmLinks(ConfirmLinks::Never);
        QVERIFY(desk.flow.openLink(u"tel:%28415%29%20555-1212"_s));
        desk.pbx.setState(LinkState::Connecting);
        QCOMPARE(desk.pbx.dialled.size(), 0);
        desk.pbx.connectNow();
        QTRY_COMPARE(desk.pbx.dialled.size(), 1);
        desk.pbx.setState(LinkState::Connected);
        QCoreApplication::processEvents();
        QCOMPARE(desk.pbx.dialled.size(), 1);
        QCOMPARE(desk.failed.size(), 0);
    }

    void linkWaitsForAPbxThatIsChosenLater()
    {
        Desk desk;
        desk.confirmLinks(ConfirmLinks::Never);
        desk.flow.setPbx(nullptr);
        QVERIFY(desk.flow.openLink(u"tel:4155551212"_s));
        desk.flow.setPbx(&desk.pbx);
        desk.pbx.setState(LinkState::Connecting);
        desk.pbx.connectNow();
        QTRY_COMPARE(desk.pbx.dialled.size(), 1);
    }

    void linkThatWaitsInVainSaysSo_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("signed out") << int(LinkState::SignedOut);
        QTest::newRow("connecting for ever") << int(LinkState::Connecting);
        QTest::newRow("failed") << int(LinkState::Failed);
    }

    void linkThatWaitsInVainSaysSo()
    {
        QFETCH(int, state);
        Desk desk;
        QVERIFY(desk.flow.openLink(u"tel:4155551212"_s));
        desk.pbx.setState(static_cast<LinkState>(state));
        QTRY_COMPARE(desk.failed.size(), 1);
        desk.pbx.connectNow();
        QCoreApplication::processEvents();
        QCOMPARE(desk.pbx.dialled.size() + desk.asked.size(), 0);
    }

    void linkIsRefusedWhereNobodySignsIn_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("failed") << int(LinkState::Failed);
        QTest::newRow("signed out, and not just started") << int(LinkState::SignedOut);
    }

    void linkIsRefusedWhereNobodySignsIn() // Regression: was taken, and told to nobody but later
    {
        QFETCH(int, state);
        Desk desk;
        desk.pbx.setState(static_cast<LinkState>(state));
        int opened = 0;
        const auto refusal = [&] {
            ++opened;
            const auto taken = desk.flow.openLink(u"tel:4155551212"_s);
            return taken ? QString() : taken.error().code;
        };
        QTRY_COMPARE(refusal(), u"signed_out"_s);
        QVERIFY(!desk.flow.openLink(u"tel:"_s));
        QTRY_COMPARE(desk.failed.size(), opened + 1); // each is told of
        desk.pbx.connectNow();
        QCoreApplication::processEvents();
        QCOMPARE(desk.pbx.dialled.size() + desk.asked.size(), 0);
    }

    void linksAreAskedForAsTheRuleSays_data()
    {
        QTest::addColumn<int>("rule");
        QTest::addColumn<QString>("known");
        QTest::addColumn<bool>("asks");
        const auto row = [](const char* name, ConfirmLinks rule, const QString& known, bool asks) {
            QTest::newRow(name) << int(rule) << known << asks;
        };
        row("unknown, nobody", ConfirmLinks::Unknown, {}, true);
        row("unknown, in the phonebook", ConfirmLinks::Unknown, u"phonebook"_s, false);
        row("unknown, called before", ConfirmLinks::Unknown, u"history"_s, false);
        row("unknown, only like one called before", ConfirmLinks::Unknown, u"alike"_s, true);
        row("unknown, in a note only", ConfirmLinks::Unknown, u"note"_s, true);
        row("always", ConfirmLinks::Always, u"phonebook"_s, true);
        row("never", ConfirmLinks::Never, {}, false);
        row("never, but does not want calls", ConfirmLinks::Never, u"doNotCall"_s, true);
        row("unknown, known but does not want calls", ConfirmLinks::Unknown, u"doNotCall"_s, true);
    }

    void linksAreAskedForAsTheRuleSays()
    {
        QFETCH(int, rule);
        QFETCH(QString, known);
        QFETCH(bool, asks);
        Desk desk;
        desk.pbx.connectNow();
        desk.confirmLinks(static_cast<ConfirmLinks>(rule));
        const CrmMatch match{.record = {u"Contact"_s, u"003A"_s},
                             .name = u"Ann Lee"_s,
                             .phone = u"(415) 555-1212"_s,
                             .doNotCall = known == "doNotCall"_L1};
        if (known == "phonebook"_L1 || known == "doNotCall"_L1)
            QVERIFY(desk.stores.phonebook().put({{.match = match}}));
        HistoryRow row;
        row.call.id = u"old"_s;
        row.call.remoteNumber = known == "history"_L1 ? u"+14155551212"_s
            : known == "alike"_L1                     ? u"2125551212"_s
                                                      : u"4150000000"_s;
        row.note = known == "note"_L1 ? u"call 4155551212"_s : QString();
        QVERIFY(desk.stores.calls().save(row));
        QVERIFY(desk.flow.openLink(u"tel:4155551212"_s));
        QTRY_COMPARE(desk.asked.size() + desk.pbx.dialled.size(), 1);
        QCOMPARE(desk.asked.size(), asks ? 1 : 0);
        if (asks) {
            QCOMPARE(desk.asked.constFirst().at(1).toBool(), match.doNotCall);
            desk.flow.confirm(desk.asked.constFirst().at(0).value<DialRequest>());
            QTRY_COMPARE(desk.pbx.dialled.size(), 1);
        }
    }

    void codesForThePhoneSystemAreNeverDialledUnasked_data()
    {
        QTest::addColumn<QString>("link");
        QTest::newRow("forwards all calls") << u"tel:*724155551212"_s;
        QTest::newRow("escaped") << u"tel:%2A72%204155551212"_s;
        QTest::newRow("full width") << u"tel:＊７２4155551212"_s;
        QTest::newRow("as mobile networks have it") << u"tel:**21*+4930123456#"_s;
        QTest::newRow("switches off") << u"tel:*73"_s;
        QTest::newRow("by SIP") << u"sip:*724155551212@pbx.example.com"_s;
    }

    void codesForThePhoneSystemAreNeverDialledUnasked()
    {
        // Regression: `dial.confirmLinks = never` let a page's link forward all calls.
        QFETCH(const QString, link);
        Desk desk;
        desk.pbx.connectNow();
        desk.confirmLinks(ConfirmLinks::Never);
        QVERIFY(desk.flow.openLink(link));
        QTRY_COMPARE(desk.asked.size() + desk.pbx.dialled.size(), 1);
        QCOMPARE(desk.pbx.dialled.size(), 0);
    }

    void salesforceSaysWhoIsKnownAndWhoWantsNoCalls_data()
    {
        QTest::addColumn<int>("rule");
        QTest::addColumn<bool>("doNotCall");
        QTest::addColumn<bool>("asks");
        QTest::newRow("a contact") << int(ConfirmLinks::Unknown) << false << false;
        QTest::newRow("a contact who wants no calls") << int(ConfirmLinks::Unknown) << true << true;
        QTest::newRow("never asked, but wants no calls")
            << int(ConfirmLinks::Never) << true << true;
    }

    void salesforceSaysWhoIsKnownAndWhoWantsNoCalls()
    {
        QFETCH(const int, rule);
        QFETCH(const bool, doNotCall);
        QFETCH(const bool, asks);
        Desk desk;
        desk.crm.connectAs();
        desk.pbx.connectNow();
        desk.confirmLinks(static_cast<ConfirmLinks>(rule));
        desk.org.add(u"Contact"_s, u"Ann Lee"_s, number);
        desk.org.records.last().match.doNotCall = doNotCall;
        QVERIFY(desk.flow.openLink(u"tel:4155551212"_s));
        QTRY_COMPARE(desk.asked.size() + desk.pbx.dialled.size(), 1);
        QCOMPARE(desk.asked.size(), asks ? 1 : 0);
        QVERIFY(desk.crm.forgotten.isEmpty()); // the answer does for the call as well
    }

    void someoneWhoWantsNoCallsIsAskedAboutBeforeATypedNumberIsDialled()
    {
        Desk desk;
        desk.crm.connectAs();
        desk.pbx.connectNow();
        desk.org.add(u"Lead"_s, u"Tom Baker"_s, number);
        desk.org.records.last().match.doNotCall = true;
        const auto call = desk.flow.dial(number);
        QTRY_VERIFY(call.isFinished());
        QCOMPARE(call.result().error().code, u"DO_NOT_CALL"_s);
        QCOMPARE(desk.asked.size(), 1);
        QVERIFY(desk.asked.constFirst().at(1).toBool());
        QCOMPARE(desk.pbx.dialled.size(), 0);
        desk.flow.confirm(desk.asked.constFirst().at(0).value<DialRequest>());
        QTRY_COMPARE(desk.pbx.dialled.size(), 1);
    }

    void aSlowSalesforceDoesNotHoldUpTheCall()
    {
        Desk desk;
        desk.crm.connectAs();
        desk.pbx.connectNow();
        desk.crm.answers.hold(CrmQuestion::LookUp);
        const auto call = desk.flow.dial(number);
        QTRY_COMPARE(desk.pbx.dialled.size(), 1);
        desk.crm.answers.answer(CrmQuestion::LookUp);
        QTRY_VERIFY(call.isFinished());
        QCoreApplication::processEvents();
        QCOMPARE(desk.pbx.dialled.size(), 1);
    }

    void extensionBehindANumberIsToldAndNotDialled()
    {
        Desk desk;
        desk.pbx.connectNow();
        const QSignalSpy left(&desk.flow, &DialFlow::extensionLeft);
        const auto call = desk.flow.dial(u"(415) 555-1212 x12"_s);
        QTRY_VERIFY(call.isFinished());
        QCOMPARE(desk.pbx.dialled, QStringList{u"4155551212"_s});
        QTRY_COMPARE(left.size(), 1);
        QCOMPARE(left.constFirst().at(0).toString(), u"12"_s);
        QVERIFY(desk.calls.card(*call.result())->number.endsWith(u"ext. 12"_s));
    }

    void refusalOfALinksCallIsTold()
    {
        Desk desk;
        desk.pbx.connectNow();
        desk.confirmLinks(ConfirmLinks::Never);
        desk.pbx.answers.failNext(PbxQuestion::Dial, Error::Kind::Rejected);
        QVERIFY(desk.flow.openLink(u"tel:4155551212"_s));
        QTRY_COMPARE(desk.failed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestDialFlow)
#include "tst_dialflow.moc"
