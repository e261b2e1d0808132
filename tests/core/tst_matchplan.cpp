// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/matchplan.h"

#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

CrmMatch contact(const QString& id, int modifiedDay = 1)
{
    return {.record = {u"Contact"_s, id},
            .name = id,
            .lastModified = QDateTime(QDate(2026, 1, modifiedDay), QTime(9, 0))};
}

Call inbound(CallPhase phase, bool wasAnswered = false)
{
    Call call{.id = u"1"_s};
    call.phase = phase;
    call.remoteNumber = u"5503301"_s;
    if (wasAnswered)
        call.answeredAt = QDateTime(QDate(2026, 1, 1), QTime(9, 0));
    return call;
}

MatchKnowledge knowing(const QList<CrmMatch>& matches)
{
    return {.crm = matches.isEmpty() ? CrmState::Unknown : CrmState::Found,
            .matches = matches,
            .crmSignedIn = true};
}

} // namespace

class TestMatchPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void triggerDecidesWhenTheRecordOpens_data()
    {
        QTest::addColumn<int>("trigger");
        QTest::addColumn<int>("phase");
        QTest::addColumn<bool>("answered");
        QTest::addColumn<int>("firstPhase");
        QTest::addColumn<bool>("opens");
        const auto row = [](const char* name, PopupTrigger trigger, CallPhase phase, bool answered,
                            CallPhase first, bool opens) {
            QTest::newRow(name) << int(trigger) << int(phase) << answered << int(first) << opens;
        };
        using enum CallPhase;
        row("ringing, rings", PopupTrigger::Ringing, Ringing, false, Ringing, true);
        row("ringing, answered before the lookup came back", PopupTrigger::Ringing, Connected, true,
            Ringing, true);
        row("ringing, caller gone before the lookup came back", PopupTrigger::Ringing, Ended, false,
            Ringing, false);
        row("ringing, companion started during the talk", PopupTrigger::Ringing, Connected, true,
            Connected, false);
        row("answered, rings", PopupTrigger::Answered, Ringing, false, Ringing, false);
        row("answered, talks", PopupTrigger::Answered, Connected, true, Ringing, true);
        row("answered, on hold", PopupTrigger::Answered, Held, true, Ringing, true);
        row("answered, started during the talk", PopupTrigger::Answered, Connected, true, Connected,
            true);
        row("answered, missed", PopupTrigger::Answered, Ended, false, Ringing, false);
        row("answered, over before the lookup came back", PopupTrigger::Answered, Ended, true,
            Ringing, false);
        row("end, talks", PopupTrigger::CallEnd, Connected, true, Ringing, false);
        row("end, over", PopupTrigger::CallEnd, Ended, true, Ringing, true);
        row("end, missed", PopupTrigger::CallEnd, Ended, false, Ringing, false);
        row("end, ended while we were away", PopupTrigger::CallEnd, Ended, true, Ended, false);
    }

    void triggerDecidesWhenTheRecordOpens()
    {
        QFETCH(int, trigger);
        QFETCH(int, phase);
        QFETCH(bool, answered);
        QFETCH(int, firstPhase);
        QFETCH(bool, opens);
        Settings settings;
        settings.popupTrigger = static_cast<PopupTrigger>(trigger);
        auto known = knowing({contact(u"a"_s)});
        known.firstPhase = static_cast<CallPhase>(firstPhase);
        const auto plan =
            planMatches(inbound(static_cast<CallPhase>(phase), answered), known, settings);
        QCOMPARE(plan.openNow.has_value(), opens);
        QVERIFY(plan.why != Reason::None);
    }

    void recordOpensOnceForACall()
    {
        auto known = knowing({contact(u"a"_s)});
        known.wasOpened = true;
        const auto plan = planMatches(inbound(CallPhase::Ringing), known, {});
        QVERIFY(!plan.openNow);
        QCOMPARE(plan.why, Reason::AlreadyOpened);
    }

    void outgoingCallsPopOnlyWhereChosen()
    {
        Call call = inbound(CallPhase::Dialling);
        call.direction = CallDirection::Outbound;
        Settings settings;
        const auto known = knowing({contact(u"a"_s)});
        QCOMPARE(planMatches(call, known, settings).why, Reason::DirectionNotPopped);
        settings.popupDirections.append(u"outbound"_s);
        QVERIFY(planMatches(call, known, settings).openNow);
    }

    void manualAndOffNeverOpenByThemselves()
    {
        Settings settings;
        const auto known = knowing({contact(u"a"_s)});
        settings.popupMethod = PopupMethod::Manual;
        QCOMPARE(planMatches(inbound(CallPhase::Ringing), known, settings).why,
                 Reason::PopupManual);
        settings.popupMethod = PopupMethod::Off;
        QCOMPARE(planMatches(inbound(CallPhase::Ringing), known, settings).why, Reason::PopupOff);
    }

    void severalMatchesAskFirst()
    {
        const auto plan = planMatches(inbound(CallPhase::Ringing),
                                      knowing({contact(u"a"_s), contact(u"b"_s)}), {});
        QVERIFY(!plan.openNow);
        QCOMPARE(plan.crm, CrmState::Several);
        QCOMPARE(plan.why, Reason::SeveralMatches);
    }

    void whatWasMissingIsSaidWhenTheMomentHasGone_data()
    {
        QTest::addColumn<int>("trigger");
        QTest::addColumn<int>("phase");
        QTest::addColumn<bool>("answered");
        QTest::addColumn<int>("firstPhase");
        QTest::addColumn<bool>("came"); // while we were there: it failed for want of a choice
        const auto row = [](const char* name, PopupTrigger trigger, CallPhase phase, bool answered,
                            CallPhase first, bool came) {
            QTest::newRow(name) << int(trigger) << int(phase) << answered << int(first) << came;
        };
        using enum CallPhase;
        row("ringing, it rang here", PopupTrigger::Ringing, Ended, true, Ringing, true);
        row("ringing, it was dialled here", PopupTrigger::Ringing, Ended, true, Dialling, true);
        row("ringing, missed", PopupTrigger::Ringing, Ended, false, Ringing, true);
        row("ringing, we came later", PopupTrigger::Ringing, Ended, true, Connected, false);
        row("ringing, still talked, came later", PopupTrigger::Ringing, Connected, true, Connected,
            false);
        row("ringing, ended while we were away", PopupTrigger::Ringing, Ended, true, Ended, false);
        row("answered, it was talked", PopupTrigger::Answered, Ended, true, Ringing, true);
        row("answered, still rings", PopupTrigger::Answered, Ringing, false, Ringing, false);
        row("answered, ended while we were away", PopupTrigger::Answered, Ended, true, Ended,
            false);
    }

    void whatWasMissingIsSaidWhenTheMomentHasGone()
    {
        QFETCH(int, trigger);
        QFETCH(int, phase);
        QFETCH(bool, answered);
        QFETCH(int, firstPhase);
        QFETCH(bool, came);
        Settings settings;
        settings.popupTrigger = static_cast<PopupTrigger>(trigger);
        auto known = knowing({contact(u"a"_s), contact(u"b"_s)});
        known.firstPhase = static_cast<CallPhase>(firstPhase);
        const auto call = inbound(static_cast<CallPhase>(phase), answered);
        QCOMPARE(planMatches(call, known, settings).why,
                 came ? Reason::SeveralMatches : Reason::TriggerNotReached);
    }

    void rememberedChoiceIsTaken()
    {
        auto known = knowing({contact(u"a"_s), contact(u"b"_s)});
        known.remembered = RecordId{u"Contact"_s, u"b"_s};
        const auto plan = planMatches(inbound(CallPhase::Ringing), known, {});
        QCOMPARE(plan.openNow, known.remembered);
        QCOMPARE(plan.crm, CrmState::Found);
    }

    void rememberedRecordThatIsGoneIsAskedAgain()
    {
        auto known = knowing({contact(u"a"_s), contact(u"b"_s)});
        known.remembered = RecordId{u"Contact"_s, u"deleted"_s};
        QCOMPARE(planMatches(inbound(CallPhase::Ringing), known, {}).crm, CrmState::Several);
    }

    void newestIsTheLastModified()
    {
        Settings settings;
        settings.whenSeveral = WhenSeveral::Newest;
        const auto plan = planMatches(inbound(CallPhase::Ringing),
                                      knowing({contact(u"a"_s, 3), contact(u"b"_s, 9)}), settings);
        QCOMPARE(plan.openNow->id, u"b"_s);
    }

    void choiceIsAlwaysOneOfTheMatches_data()
    {
        QTest::addColumn<QStringList>("ids");
        QTest::addColumn<QString>("remembered");
        QTest::addColumn<bool>("takesNewest");
        QTest::addColumn<QString>("chosen");
        const QStringList both{u"a"_s, u"b"_s};
        QTest::newRow("nobody, one remembered") << QStringList{} << u"a"_s << false << QString();
        QTest::newRow("another than the one remembered")
            << QStringList{u"a"_s} << u"x"_s << false << u"a"_s;
        QTest::newRow("several with the one remembered") << both << u"b"_s << false << u"b"_s;
        // Regression: the lookup command named one that nobody had found.
        QTest::newRow("several without it") << both << u"x"_s << false << QString();
        QTest::newRow("several, none remembered") << both << QString() << false << QString();
        QTest::newRow("the newest") << both << u"x"_s << true << u"b"_s;
    }

    void choiceIsAlwaysOneOfTheMatches()
    {
        QFETCH(const QStringList, ids);
        QFETCH(const QString, remembered);
        QFETCH(const bool, takesNewest);
        QFETCH(const QString, chosen);
        QList<CrmMatch> matches;
        for (int i = 0; i < ids.size(); ++i)
            matches.append(contact(ids.at(i), i + 1));
        Settings settings;
        if (takesNewest)
            settings.whenSeveral = WhenSeveral::Newest;
        std::optional<RecordId> before;
        if (!remembered.isEmpty())
            before = RecordId{u"Contact"_s, remembered};
        QCOMPARE(planChoice(matches, before, settings).value_or(RecordId{}).id, chosen);
    }

    void searchPageOpensForSeveral()
    {
        Settings settings;
        settings.whenSeveral = WhenSeveral::SearchPage;
        const auto plan = planMatches(inbound(CallPhase::Ringing),
                                      knowing({contact(u"a"_s), contact(u"b"_s)}), settings);
        QVERIFY(plan.openSearchPage);
        QVERIFY(!plan.openNow);
        QCOMPARE(plan.why, Reason::SearchPageOpened); // Regression: it told of a record
    }

    void maskedNumberGoesIntoNoSearchPagesAddress()
    {
        Settings settings;
        settings.whenSeveral = WhenSeveral::SearchPage;
        settings.maskNumbers = true;
        const auto plan = planMatches(inbound(CallPhase::Ringing),
                                      knowing({contact(u"a"_s), contact(u"b"_s)}), settings);
        QVERIFY(!plan.openSearchPage);
        QCOMPARE(plan.why, Reason::SeveralMatches);
    }

    void choiceThatNobodyMadeIsTheReasonAfterTheCallToo()
    {
        const auto several = knowing({contact(u"a"_s), contact(u"b"_s)});
        Settings settings;
        settings.popupTrigger = PopupTrigger::Answered;
        QCOMPARE(planMatches(inbound(CallPhase::Ended, true), several, settings).why,
                 Reason::SeveralMatches);
        QCOMPARE(planMatches(inbound(CallPhase::Ended), several, settings).why,
                 Reason::NeverAnswered); // then a choice would have opened nothing either
    }

    void unknownNumberIsOfferedOrCreated()
    {
        Settings settings;
        const auto plan = planMatches(inbound(CallPhase::Ringing), knowing({}), settings);
        QVERIFY(plan.offerCreation);
        QVERIFY(!plan.createNow);
        settings.createMethod = CreateMethod::Automatic;
        QVERIFY(!planMatches(inbound(CallPhase::Ringing), knowing({}), settings).createNow);
        settings.createEnabled = true;
        settings.createCallTypes = {u"outbound"_s};
        QVERIFY(!planMatches(inbound(CallPhase::Ringing), knowing({}), settings).createNow);
        settings.createCallTypes = {u"inbound"_s};
        QVERIFY(planMatches(inbound(CallPhase::Ringing), knowing({}), settings).createNow);
    }

    void failedLookupCreatesNothing()
    {
        Settings settings;
        settings.createEnabled = true;
        settings.createMethod = CreateMethod::Automatic;
        const auto plan = planMatches(inbound(CallPhase::Ringing),
                                      {.crm = CrmState::Failed, .crmSignedIn = true}, settings);
        QVERIFY(!plan.createNow);
        QVERIFY(!plan.offerCreation);
        QCOMPARE(plan.why, Reason::CrmFailed);
    }

    void switchedOffIntegrationDoesNothing()
    {
        Settings settings;
        settings.integrationEnabled = false;
        const auto plan =
            planMatches(inbound(CallPhase::Ringing), knowing({contact(u"a"_s)}), settings);
        QVERIFY(!plan.openNow);
        QCOMPARE(plan.why, Reason::IntegrationOff);
    }
};

QTEST_GUILESS_MAIN(TestMatchPlan)
#include "tst_matchplan.moc"
