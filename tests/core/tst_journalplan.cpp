// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/journalplan.h"

#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

HistoryRow answeredCall()
{
    HistoryRow row;
    row.call.id = u"1725446451.243"_s;
    row.call.serial = u"3631B4444099"_s;
    row.call.extension = u"1050"_s;
    row.call.remoteNumber = u"5503308"_s;
    row.call.phase = CallPhase::Ended;
    row.call.result = CallResult::Answered;
    row.call.startedAt = QDateTime(QDate(2021, 12, 18), QTime(9, 10, 7));
    row.call.answeredAt = row.call.startedAt.addSecs(4);
    row.call.endedAt = row.call.startedAt.addSecs(100);
    row.call.talkSeconds = 96;
    row.matches = {{.record = {u"Contact"_s, u"003A"_s}, .name = u"Leo Ball"_s}};
    row.chosen = row.matches.constFirst().record;
    return row;
}

const JournalContext context{.ownerId = u"005A"_s, .ownName = u"John Smith"_s, .recordingLink = {}};

} // namespace

class TestJournalPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guidesDefaultTextIsWritten()
    {
        const auto plan = planJournal(answeredCall(), context, {});
        QCOMPARE(plan.action, JournalPlan::Action::Write);
        QCOMPARE(plan.entry.subject, u"Extension Call"_s);
        QCOMPARE(
            plan.entry.description,
            u"Call: 18/12/2021 09:10:07 Incoming Call from <5503308> to John Smith<1050> 00:01:36"_s);
        QCOMPARE(plan.entry.callObject, u"3631B4444099:1725446451.243:1050"_s);
        QCOMPARE(plan.entry.callType, u"Inbound"_s);
        QCOMPARE(plan.entry.talkSeconds, 96);
        QCOMPARE(plan.entry.ownerId, u"005A"_s);
    }

    void outgoingCallNamesTheOwnSideFirst()
    {
        auto row = answeredCall();
        row.call.direction = CallDirection::Outbound;
        row.call.origin = CallOrigin::Own;
        QVERIFY(
            planJournal(row, context, {})
                .entry.description.contains(u"Outgoing Call from John Smith<1050> to <5503308>"_s));
    }

    void missedCallIsLogged()
    {
        auto row = answeredCall();
        row.call.result = CallResult::Missed;
        QVERIFY(planJournal(row, context, {}).entry.description.contains(u"Missed Call"_s));
    }

    void colleaguesCallIsNotLoggedWhereTheGuidesSwitchIsOn()
    {
        auto row = answeredCall();
        row.call.queue = u"6400"_s;
        row.call.result = CallResult::AnsweredElsewhere;
        Settings settings;
        QCOMPARE(planJournal(row, context, settings).action, JournalPlan::Action::Write);
        settings.skipMissedInUnansweredAgents = true;
        QCOMPARE(planJournal(row, context, settings).action, JournalPlan::Action::Skip);
    }

    void directCallThatAColleaguePickedUpIsLoggedInSpiteOfTheGuidesSwitch()
    {
        // Regression: the switch is for queues and ring groups, and took these as well.
        auto row = answeredCall();
        row.call.queue.clear();
        row.call.result = CallResult::AnsweredElsewhere;
        Settings settings;
        settings.skipMissedInUnansweredAgents = true;
        QCOMPARE(planJournal(row, context, settings).action, JournalPlan::Action::Write);
    }

    void groupCallThatNobodyAnsweredIsLoggedOnce()
    {
        auto row = answeredCall();
        row.call.queue = u"6400"_s;
        row.call.result = CallResult::Missed;
        Settings settings;
        settings.skipMissedInUnansweredAgents = true;
        const auto plan = planJournal(row, context, settings);
        QVERIFY(plan.lookFirst);
        QCOMPARE(plan.entry.callObject, u"3631B4444099:1725446451.243:6400"_s);
    }

    void nothingIsWrittenWithoutAContact()
    {
        auto row = answeredCall();
        row.matches.clear();
        row.chosen.reset();
        QCOMPARE(planJournal(row, context, {}).action, JournalPlan::Action::Skip);
    }

    void severalUnchosenContactsWaitForAChoice()
    {
        auto row = answeredCall();
        row.matches.append({.record = {u"Contact"_s, u"003B"_s}});
        row.chosen.reset();
        QCOMPARE(planJournal(row, context, {}).action, JournalPlan::Action::NeedsChoice);
    }

    void eachSwitchThatForbidsItIsHeeded()
    {
        Settings off;
        off.journalEnabled = false;
        Settings paused;
        paused.integrationEnabled = false;
        Settings pbxWrites;
        pbxWrites.journalWriter = JournalWriter::Pbx;
        for (const auto& settings : {off, paused, pbxWrites})
            QCOMPARE(planJournal(answeredCall(), context, settings).action,
                     JournalPlan::Action::Skip);
        auto row = answeredCall();
        row.doNotLog = true;
        QCOMPARE(planJournal(row, context, {}).action, JournalPlan::Action::Skip);
    }

    void pbxsEntryIsToBeFoundByTheNumber()
    {
        Settings pbxWrites;
        pbxWrites.journalWriter = JournalWriter::Pbx;
        auto row = answeredCall();
        row.note = u"Wants a quote"_s;
        const auto plan = planJournal(row, context, pbxWrites);
        QCOMPARE(plan.action, JournalPlan::Action::Annotate);
        QCOMPARE(plan.entry.remoteNumber, row.call.remoteNumber);
        QVERIFY(planJournal(row, context, {}).entry.remoteNumber.isEmpty()); // it is in the texts
    }

    void noteAndRecordingStandInTheEntryOnce()
    {
        auto row = answeredCall();
        row.note = u"Wants a quote"_s;
        auto withLink = context;
        withLink.recordingLink = u"http://localhost/r"_s;
        const auto text = planJournal(row, withLink, {}).entry.description;
        QCOMPARE(text.count(u"Wants a quote"_s), 1);
        QCOMPARE(text.count(u"http://localhost/r"_s), 1);
        Settings settings;
        settings.journalDescription = u"{{.Note}} {{.Recording}}"_s;
        const auto own = planJournal(row, withLink, settings).entry.description;
        QCOMPARE(own, u"Wants a quote http://localhost/r"_s);
    }

    void textsAreCutToTheFieldsLimits()
    {
        Settings settings;
        settings.journalSubject = u"s"_s.repeated(400);
        settings.journalDescription = u"d"_s.repeated(40000);
        const auto entry = planJournal(answeredCall(), context, settings).entry;
        QCOMPARE(entry.subject.size(), 255);
        QCOMPARE(entry.description.size(), 32000);
    }
};

QTEST_GUILESS_MAIN(TestJournalPlan)
#include "tst_journalplan.moc"
