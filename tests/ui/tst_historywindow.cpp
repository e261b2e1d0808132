// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/samples.h"
#include "ui/card/recordbutton.h"
#include "ui/dialogs/notice.h"
#include "ui/history/calldetails.h"
#include "ui/history/emptyhint.h"
#include "ui/history/historydelegate.h"
#include "ui/history/historymodel.h"
#include "ui/history/historywindow.h"
#include "ui/text/errortext.h"
#include "ui/text/historycsv.h"
#include "ui/theme.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

//! Answers as the database does: newest first, from behind `after` on, as many as the limit.
class FakeCalls : public QObject
{
public:
    FakeCalls(HistoryWindow& window, QList<HistoryRow> rows) : m_rows(std::move(rows))
    {
        connect(&window, &HistoryWindow::moreRequested, this,
                [this, &window](const HistoryQuery& query) {
                    asked.append(query);
                    window.addRows(answer(query));
                });
    }

    [[nodiscard]] QList<HistoryRow> answer(const HistoryQuery& query) const
    {
        QList<HistoryRow> found;
        bool isBehind = !query.after;
        for (const auto& row : m_rows) {
            if (isBehind && isAskedFor(row, query) && found.size() < query.limit)
                found.append(row);
            isBehind = isBehind || HistoryPlace::of(row.call) == *query.after;
        }
        return found;
    }

    QList<HistoryQuery> asked;

private:
    QList<HistoryRow> m_rows;
};

QList<HistoryRow> rows(int count)
{
    QList<HistoryRow> made;
    for (int number = 0; number < count; ++number)
        made.append(samples::row(number));
    return made;
}

QTableView* tableOf(const HistoryWindow& window)
{
    return window.findChild<QTableView*>(u"calls"_s);
}

QStringList namesIn(const HistoryWindow& window)
{
    const auto* model = tableOf(window)->model();
    QStringList names;
    for (int row = 0; row < model->rowCount(); ++row)
        names.append(model->index(row, 0).data().toString());
    return names;
}

QPushButton* button(const HistoryWindow& window, const QString& name)
{
    return window.findChild<QPushButton*>(name);
}

//! The window with one row, chosen.
std::unique_ptr<HistoryWindow> showing(const HistoryRow& row)
{
    auto window = std::make_unique<HistoryWindow>();
    window->setRows({row});
    window->show();
    tableOf(*window)->selectRow(0);
    return window;
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, u"light"_s); }
    void modelKeepsItsPromises();
    void nextPageIsAskedForFromTheLastCall();
    void endOfTheHistoryAsksNoMore();
    void filtersAskTheStore();
    void searchAsksOnceTypingPauses();
    void changedCallStaysWhereItIs();
    void newCallComesFirst();
    void loggedCallLeavesNotLogged();
    void refreshingKeepsFilterAndChoice();
    void missedCallTicksItselfOff();
    void emptyListSaysWhy();
    void wishesNameTheChosenCall_data();
    void wishesNameTheChosenCall();
    void whatCannotBeDoneIsNotOffered();
    void recordMadeByItselfCanBeCompleted();
    void recordingIsSavedWhereTheUserSays();
    void whatCameOfARecordingIsSaidWithItsCall();
    void recordIsChosenAmongTheMatches();
    void anotherRecordIsSearchedFor();
    void searchThatFailedSaysWhy();
    void answerToAnOlderSearchIsIgnored();
    void noteIsSavedAfterAPauseAndWhenLeaving();
    void outcomeIsChosenFromTheOrgsOwnList();
    void outcomeIsOnlyToldWhereTheOrgHasNone();
    void noteBeingTypedIsNotDisturbed();
    void noteBeingTypedIsKeptWhenTheProgramQuits();
    void maskedNumbersAreNeitherShownNorCopied();
    void refusalIsShownInTheServersWords();
    void exportHoldsAllPagesOfTheFilter();
    void exportThatFailsSaysSo();
    void csvIsReadableAndHarmless_data();
    void csvIsReadableAndHarmless();
    void csvMasksNumbers();
    void keysWork();
    void markOfTheLogStaysWhereRoomIsShort();
    void tenThousandCallsScrollSmoothly();
};

void TestHistory::modelKeepsItsPromises()
{
    HistoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.set(rows(200));
    model.add(rows(230).mid(200));
    auto changed = samples::row(7);
    changed.note = u"x"_s;
    model.update(changed);
    auto fresh = samples::row(-5);
    model.update(fresh);
    model.ask({.missedOnly = true});
    QCOMPARE(model.rowCount(), 0);
}

void TestHistory::nextPageIsAskedForFromTheLastCall()
{
    HistoryWindow window;
    FakeCalls calls(window, rows(450));
    window.setRows(calls.answer({.limit = 200}));
    auto* model = tableOf(window)->model();
    QCOMPARE(model->rowCount(), 200);
    QVERIFY(model->canFetchMore({}));
    model->fetchMore({});
    QCOMPARE(model->rowCount(), 400);
    model->fetchMore({});
    QCOMPARE(model->rowCount(), 450);
    QVERIFY(!model->canFetchMore({}));
}

void TestHistory::endOfTheHistoryAsksNoMore()
{
    HistoryWindow window;
    FakeCalls calls(window, rows(3));
    window.setRows(calls.answer({.limit = 200}));
    QVERIFY(!tableOf(window)->model()->canFetchMore({}));
    tableOf(window)->model()->fetchMore({});
    QCOMPARE(calls.asked.size(), 0);
}

void TestHistory::filtersAskTheStore()
{
    auto all = rows(4);
    all[1].call.result = CallResult::Missed;
    all[2].journal = JournalState::Failed;
    HistoryWindow window;
    FakeCalls calls(window, all);
    window.setRows(all);
    button(window, u"missed"_s)->click();
    QVERIFY(calls.asked.last().missedOnly);
    QCOMPARE(namesIn(window).size(), 1);
    button(window, u"notLogged"_s)->click();
    QVERIFY(calls.asked.last().pendingOnly && !calls.asked.last().missedOnly);
    QCOMPARE(namesIn(window).size(), 1);
    button(window, u"all"_s)->click();
    QCOMPARE(namesIn(window).size(), 4);
    window.showFilter(HistoryWindow::Filter::NotLogged);
    QCOMPARE(namesIn(window).size(), 1);
    window.setPending(1);
    QCOMPARE(button(window, u"notLogged"_s)->text(), u"Not &logged (1)"_s);
}

void TestHistory::searchAsksOnceTypingPauses()
{
    auto all = rows(3);
    all[2].matches[0].name = u"Zoë"_s;
    HistoryWindow window;
    FakeCalls calls(window, all);
    window.setRows(all);
    QTest::keyClicks(window.findChild<QLineEdit*>(u"search"_s), u"zo"_s);
    QCOMPARE(calls.asked.size(), 0);
    QTRY_COMPARE(calls.asked.size(), 1);
    QCOMPARE(calls.asked.first().text, u"zo"_s);
    QCOMPARE(namesIn(window), QStringList{u"Zoë"_s});
}

void TestHistory::changedCallStaysWhereItIs()
{
    HistoryWindow window;
    window.setRows(rows(3));
    auto changed = samples::row(1);
    changed.matches[0].name = u"Renamed"_s;
    window.updateRow(changed);
    QCOMPARE(namesIn(window),
             (QStringList{u"Anna Bergström"_s, u"Renamed"_s, u"Anna Bergström"_s}));
}

void TestHistory::newCallComesFirst()
{
    HistoryWindow window;
    window.setRows(rows(2));
    auto fresh = samples::row(-1);
    fresh.matches[0].name = u"New"_s;
    window.updateRow(fresh);
    QCOMPARE(namesIn(window).first(), u"New"_s);
}

void TestHistory::loggedCallLeavesNotLogged()
{
    auto waiting = samples::row(0);
    waiting.journal = JournalState::Queued;
    HistoryWindow window;
    FakeCalls calls(window, {waiting});
    window.showFilter(HistoryWindow::Filter::NotLogged);
    QCOMPARE(namesIn(window).size(), 1);
    waiting.journal = JournalState::Written;
    window.updateRow(waiting);
    QCOMPARE(namesIn(window).size(), 0);
}

void TestHistory::refreshingKeepsFilterAndChoice()
{
    auto all = rows(3);
    all[1].call.result = CallResult::Missed;
    HistoryWindow window;
    FakeCalls calls(window, all);
    window.setRows(all);
    tableOf(window)->selectRow(2);
    window.setRows(all);
    QCOMPARE(tableOf(window)->currentIndex().row(), 2);
    button(window, u"missed"_s)->click();
    window.setRows(all);
    QCOMPARE(namesIn(window).size(), 1);
}

void TestHistory::missedCallTicksItselfOff()
{
    auto missed = samples::row(0);
    missed.call.result = CallResult::Missed;
    QCOMPARE(text::rowResult(missed), u"Missed"_s);
    missed.isDealtWith = true;
    QCOMPARE(text::rowResult(missed), u"Missed, dealt with"_s);
    auto running = samples::row(0);
    running.call.result = CallResult::None;
    running.call.phase = CallPhase::Held;
    QCOMPARE(text::rowResult(running), u"On hold"_s); // not "Call ended"
}

void TestHistory::emptyListSaysWhy()
{
    HistoryWindow window;
    FakeCalls calls(window, {});
    window.setRows({});
    const auto* hint = window.findChild<EmptyHint*>();
    QCOMPARE(hint->text(), u"No calls yet."_s);
    button(window, u"missed"_s)->click();
    QCOMPARE(hint->text(), u"No missed calls."_s);
    button(window, u"notLogged"_s)->click();
    QCOMPARE(hint->text(), u"Everything is logged."_s);
    button(window, u"all"_s)->click();
    window.findChild<QLineEdit*>(u"search"_s)->setText(u"Zaphod"_s);
    QTRY_VERIFY(hint->text().contains(u"Zaphod"_s));
    window.updateRow(samples::row(0)); // does not fit the search
    QVERIFY(!hint->text().isEmpty());
    window.findChild<QLineEdit*>(u"search"_s)->clear();
    QTRY_COMPARE(hint->text(), u"No calls yet."_s);
    window.updateRow(samples::row(0));
    QVERIFY(hint->text().isEmpty());
}

void TestHistory::wishesNameTheChosenCall_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QByteArray>("wish");
    QTest::addColumn<QString>("first");
    QTest::newRow("call back") << u"callBack"_s << QByteArray(SIGNAL(callBackRequested(QString)))
                               << u"+14155550101"_s;
    QTest::newRow("copy") << u"copyNumber"_s << QByteArray(SIGNAL(copyRequested(QString)))
                          << u"+14155550101"_s;
    QTest::newRow("retry") << u"retry"_s << QByteArray(SIGNAL(retryRequested(companion::CallId)))
                           << u"call-0"_s;
    QTest::newRow("play") << u"play"_s
                          << QByteArray(SIGNAL(playRecordingRequested(companion::CallId)))
                          << u"call-0"_s;
    QTest::newRow("follow-up") << u"followUp"_s
                               << QByteArray(SIGNAL(followUpRequested(companion::CallId)))
                               << u"call-0"_s;
}

void TestHistory::wishesNameTheChosenCall()
{
    QFETCH(QString, button);
    QFETCH(QByteArray, wish);
    auto row = samples::row(0);
    row.journal = JournalState::Failed;
    row.call.recording = u"a.wav"_s;
    const auto window = showing(row);
    QSignalSpy wished(window.get(), wish.constData());
    QVERIFY(wished.isValid());
    auto* pressed = ::button(*window, button);
    QVERIFY(pressed->isVisible());
    pressed->click();
    QCOMPARE(wished.size(), 1);
    QTEST(wished.first().first().toString(), "first");
}

void TestHistory::whatCannotBeDoneIsNotOffered()
{
    auto row = samples::row(0);
    row.call.isWithheld = true;
    row.call.remoteNumber.clear();
    row.matches.clear();
    row.chosen = {};
    row.crm = CrmState::None;
    row.journal = JournalState::None;
    const auto window = showing(row);
    for (const auto& name : {u"callBack"_s, u"openRecord"_s, u"addContact"_s, u"copyNumber"_s,
                             u"play"_s, u"saveRecording"_s, u"followUp"_s, u"logNow"_s, u"retry"_s})
        QVERIFY2(!button(*window, name)->isVisible(), qPrintable(name));
    auto unknown = samples::row(1);
    unknown.matches.clear();
    unknown.chosen = {};
    unknown.crm = CrmState::Unknown;
    window->setRows({unknown});
    tableOf(*window)->selectRow(0);
    QVERIFY(button(*window, u"addContact"_s)->isVisible());
    QVERIFY(!button(*window, u"openRecord"_s)->isVisible());
}

void TestHistory::recordMadeByItselfCanBeCompleted()
{
    auto row = samples::row(0);
    const auto ordinary = showing(row);
    QVERIFY(!button(*ordinary, u"complete"_s)->isVisible());
    row.matches = {
        {.record = {u"Contact"_s, u"003N"_s}, .name = u"Automatic New Contact -5503301"_s}};
    row.chosen = row.matches.constFirst().record;
    const auto window = showing(row);
    QSignalSpy wished(window.get(), &HistoryWindow::completeRequested);
    button(*window, u"complete"_s)->click();
    QCOMPARE(wished.first().first().value<RecordId>(), *row.chosen);
}

void TestHistory::recordingIsSavedWhereTheUserSays()
{
    auto row = samples::row(0);
    row.call.recording = u"2026/11 a?.wav"_s;
    const auto window = showing(row);
    QSignalSpy saves(window.get(), &HistoryWindow::saveRecordingRequested);
    button(*window, u"saveRecording"_s)->click();
    auto* dialog = window->findChild<QFileDialog*>(u"saveRecordingDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), u"2026_11_a_.wav"_s);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"mine.wav"_s);
    Q_EMIT dialog->fileSelected(path);
    QCOMPARE(saves.size(), 1);
    QCOMPARE(saves.first().at(0).toString(), u"call-0"_s);
    QCOMPARE(saves.first().at(1).toString(), path);
}

void TestHistory::whatCameOfARecordingIsSaidWithItsCall()
{
    auto row = samples::row(0);
    row.call.recording = u"a.wav"_s;
    const auto window = showing(row);
    const auto* notice = window->findChild<Notice*>(u"recordingProblem"_s);
    window->showRecordingSaved(u"another"_s, u"/tmp/a.wav"_s);
    window->showRecordingError(u"another"_s, {Error::Kind::Offline, {}});
    QVERIFY(!notice->isVisible());
    window->showRecordingSaved(u"call-0"_s, u"/tmp/a.wav"_s);
    QVERIFY(notice->isVisible());
    QCOMPARE(notice->tone(), Notice::Tone::Good);
    window->showRecordingError(u"call-0"_s, {Error::Kind::Forbidden, {}});
    QCOMPARE(notice->tone(), Notice::Tone::Problem);
}

void TestHistory::recordIsChosenAmongTheMatches()
{
    auto row = samples::row(0);
    row.matches = samples::several().matches;
    row.chosen = {};
    row.crm = CrmState::Several;
    row.journal = JournalState::NeedsChoice;
    const auto window = showing(row);
    QSignalSpy assigned(window.get(), &HistoryWindow::assignRequested);
    const auto offered = window->findChildren<RecordButton*>();
    QCOMPARE(offered.size(), 2);
    QTRY_VERIFY(offered.last()->isVisible());
    offered.last()->click();
    QCOMPARE(assigned.size(), 1);
    QCOMPARE(assigned.first().at(0).toString(), u"call-0"_s);
    QCOMPARE(assigned.first().at(1).value<RecordId>(), (RecordId{u"Lead"_s, u"00QB"_s}));
}

void TestHistory::anotherRecordIsSearchedFor()
{
    auto row = samples::row(0);
    row.journal = JournalState::Failed;
    const auto window = showing(row);
    QSignalSpy searched(window.get(), &HistoryWindow::recordSearchRequested);
    QSignalSpy assigned(window.get(), &HistoryWindow::assignRequested);
    button(*window, u"otherRecord"_s)->click();
    auto* search = window->findChild<QLineEdit*>(u"recordSearch"_s);
    QTest::keyClicks(search, u"bob"_s);
    QTRY_COMPARE(searched.size(), 1);
    QCOMPARE(searched.first().first().toString(), u"bob"_s);
    window->setFoundRecords(u"bob"_s, QList{samples::person(u"003B"_s, u"Bob"_s)});
    const auto bob = [&window]() -> RecordButton* {
        const auto offered = window->findChildren<RecordButton*>();
        for (auto* one : offered)
            if (one->isVisible() && one->record().id == "003B"_L1)
                return one;
        return nullptr;
    };
    QTRY_VERIFY(bob());
    bob()->click();
    QCOMPARE(assigned.first().at(1).value<RecordId>().id, u"003B"_s);
}

// Regression: Salesforce was said to have no such record, whatever kept it from answering.
void TestHistory::searchThatFailedSaysWhy()
{
    auto row = samples::row(0);
    row.journal = JournalState::Failed;
    const auto window = showing(row);
    button(*window, u"otherRecord"_s)->click();
    window->findChild<QLineEdit*>(u"recordSearch"_s)->setText(u"bob"_s);
    const Error error{Error::Kind::RateLimited, {}, u"api_budget_search"_s};
    window->setFoundRecords(u"bob"_s, error);
    const auto* said = window->findChild<QLabel*>(u"nothingFound"_s);
    QTRY_VERIFY(said->isVisible());
    QCOMPARE(said->text(), text::sentence(error, text::Place::Lookup));
    window->setFoundRecords(u"bob"_s, QList<CrmMatch>{});
    QVERIFY(said->text().contains(u"bob"_s));
}

void TestHistory::answerToAnOlderSearchIsIgnored()
{
    auto row = samples::row(0);
    row.journal = JournalState::Failed;
    const auto window = showing(row);
    button(*window, u"otherRecord"_s)->click();
    window->findChild<QLineEdit*>(u"recordSearch"_s)->setText(u"carl"_s);
    window->setFoundRecords(u"bob"_s, QList{samples::person(u"003B"_s, u"Bob"_s)});
    const auto offered = window->findChildren<RecordButton*>();
    QVERIFY(std::none_of(offered.cbegin(), offered.cend(),
                         [](const auto* one) { return one->record().id == "003B"_L1; }));
}

void TestHistory::noteIsSavedAfterAPauseAndWhenLeaving()
{
    HistoryWindow window;
    window.setRows(rows(2));
    window.show();
    tableOf(window)->selectRow(0);
    QSignalSpy edited(&window, &HistoryWindow::noteEdited);
    auto* note = window.findChild<QPlainTextEdit*>(u"note"_s);
    QTest::keyClicks(note, u"a"_s);
    QTRY_COMPARE(edited.size(), 1);
    QTest::keyClicks(note, u"b"_s);
    tableOf(window)->selectRow(1); // at once
    QCOMPARE(edited.size(), 2);
    QCOMPARE(edited.last().at(0).toString(), u"call-0"_s);
    QCOMPARE(edited.last().at(1).toString(), u"ab"_s);
    QCOMPARE(note->toPlainText(), QString());
}

void TestHistory::outcomeIsChosenFromTheOrgsOwnList()
{
    auto row = samples::row(0);
    row.outcome = u"Voicemail left"_s; // one that the org had at that time
    const auto window = showing(row);
    window->setOutcomes({u"Interested"_s, u"Call back"_s});
    auto* outcome = window->findChild<QComboBox*>(u"outcome"_s);
    QVERIFY(outcome->isVisible());
    QVERIFY(!outcome->accessibleName().isEmpty());
    QCOMPARE(outcome->currentText(), row.outcome);
    QCOMPARE(outcome->count(), 4);
    QSignalSpy chosen(window.get(), &HistoryWindow::outcomeChosen);
    outcome->setFocus();
    QTest::keyClick(outcome, Qt::Key_Up);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().at(0).toString(), row.call.id);
    QCOMPARE(chosen.first().at(1).toString(), u"Call back"_s);
    row.outcome = u"Call back"_s;
    row.journal = JournalState::Queued;
    window->updateRow(row); // as it is told of when it is kept
    QCOMPARE(outcome->currentText(), u"Call back"_s);
    QTest::keyClick(outcome, Qt::Key_Home);
    QCOMPARE(chosen.last().at(1).toString(), QString());
    const auto before = chosen.size();
    QWheelEvent wheel(QPointF(5, 5), outcome->mapToGlobal(QPointF(5, 5)), {}, {0, -120},
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(outcome, &wheel); // who scrolls past it chooses nothing
    QCOMPARE(chosen.size(), before);
}

void TestHistory::outcomeIsOnlyToldWhereTheOrgHasNone()
{
    auto row = samples::row(0);
    row.outcome = u"Call back"_s;
    const auto window = showing(row);
    QVERIFY(!window->findChild<QComboBox*>(u"outcome"_s)->isVisible());
    const auto isTold = [&window] {
        const auto labels = window->findChildren<QLabel*>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel* label) {
            return label->isVisible() && label->text().contains(u"Call back"_s);
        });
    };
    QTRY_VERIFY(isTold());
}

void TestHistory::noteBeingTypedIsNotDisturbed()
{
    const auto window = showing(samples::row(0));
    auto* note = window->findChild<QPlainTextEdit*>(u"note"_s);
    QTest::keyClicks(note, u"half a sen"_s);
    auto changed = samples::row(0);
    changed.journal = JournalState::Sending;
    changed.note = u"older"_s;
    window->updateRow(changed);
    QCOMPARE(note->toPlainText(), u"half a sen"_s);
}

// Regression: the window told of it when it was no window any more.
void TestHistory::noteBeingTypedIsKeptWhenTheProgramQuits()
{
    auto window = showing(samples::row(0));
    QStringList kept;
    connect(window.get(), &HistoryWindow::noteEdited, this,
            [&kept](const CallId&, const QString& note) { kept.append(note); });
    QTest::keyClicks(window->findChild<QPlainTextEdit*>(u"note"_s), u"last words"_s);
    window.reset();
    QCOMPARE(kept, QStringList{u"last words"_s});
}

void TestHistory::maskedNumbersAreNeitherShownNorCopied()
{
    auto row = samples::row(0);
    row.matches.clear();
    row.chosen = {};
    const auto window = showing(row);
    Settings settings;
    settings.maskNumbers = true;
    window->setLook(settings);
    const auto spoken =
        tableOf(*window)->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(!spoken.contains(u"5550101"_s) && !spoken.contains(u"555-0101"_s), qPrintable(spoken));
    QVERIFY(!button(*window, u"copyNumber"_s)->isVisible());
    QSignalSpy copied(window.get(), &HistoryWindow::copyRequested);
    QTest::keyClick(window.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copied.size(), 0);
}

void TestHistory::refusalIsShownInTheServersWords()
{
    auto row = samples::row(0);
    row.journal = JournalState::Failed;
    row.journalDetail = u"<b>Choose</b> a value.\u202E"_s;
    QCOMPARE(text::logDetail(row), u"<b>Choose</b> a value."_s);
    row.journalDetail = QString(9000, u'x');
    QVERIFY(text::logDetail(row).size() <= 501);
    row.journal = JournalState::Written;
    QVERIFY(text::logDetail(row).isEmpty());
}

void TestHistory::exportHoldsAllPagesOfTheFilter()
{
    HistoryWindow window;
    FakeCalls calls(window, rows(2300));
    window.setRows(calls.answer({.limit = 200}));
    QTemporaryDir folder;
    const QString path = folder.filePath(u"calls.csv"_s);
    QVERIFY(window.exportTo(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("\r\n"), 2301);
    QCOMPARE(tableOf(window)->model()->rowCount(), 200); // the list itself is as it was
}

void TestHistory::exportThatFailsSaysSo()
{
    HistoryWindow window;
    window.setRows(rows(1));
    window.show();
    QVERIFY(!window.exportTo(u"/nowhere/calls.csv"_s));
    const auto* notice = window.findChild<Notice*>(u"problem"_s);
    QVERIFY(notice->isVisible());
    QCOMPARE(notice->tone(), Notice::Tone::Problem);
}

void TestHistory::csvIsReadableAndHarmless_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<QString>("cell");
    QTest::newRow("plain") << u"offer"_s << u",offer,"_s;
    QTest::newRow("comma") << u"a, b"_s << u",\"a, b\","_s;
    QTest::newRow("quote") << u"say \"x\""_s << u",\"say \"\"x\"\"\","_s;
    QTest::newRow("lines") << u"a\nb"_s << u",\"a\nb\","_s;
    QTest::newRow("formula") << u"=1+2"_s << u",'=1+2,"_s;
    QTest::newRow("call of a program") << u"@SUM(1)"_s << u",'@SUM(1),"_s;
    QTest::newRow("minus") << u"-2+3"_s << u",'-2+3,"_s;
    QTest::newRow("plus") << u"+1-2"_s << u",'+1-2,"_s;
    QTest::newRow("tab before it") << u"\t=1"_s << u",'=1,"_s;
    QTest::newRow("other scripts") << u"Müller 山田"_s << u",Müller 山田,"_s;
}

void TestHistory::csvIsReadableAndHarmless()
{
    QFETCH(QString, note);
    QFETCH(QString, cell);
    auto row = samples::row(0);
    row.note = note;
    const auto csv = text::historyCsv({row}, {});
    QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
    const auto lines = QString::fromUtf8(csv);
    QVERIFY2(lines.contains(cell), qPrintable(lines));
    QVERIFY(lines.contains(u",+14155550101,"_s)); // a number stays one
}

void TestHistory::csvMasksNumbers()
{
    const auto csv = text::historyCsv({samples::row(0)}, {.rules = {}, .isMasked = true});
    QVERIFY(!csv.contains("14155550101"));
}

void TestHistory::keysWork()
{
    const auto window = showing(samples::row(0));
    QSignalSpy opened(window.get(), &HistoryWindow::openRecordRequested);
    QSignalSpy copied(window.get(), &HistoryWindow::copyRequested);
    tableOf(*window)->setFocus();
    QTest::keyClick(tableOf(*window), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QTest::keyClick(window.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copied.size(), 1);
    QTest::keyClick(window.get(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(window->focusWidget(), window->findChild<QLineEdit*>(u"search"_s));
    QTest::keyClick(window.get(), Qt::Key_Escape);
    QVERIFY(!window->isVisible());
}

void TestHistory::markOfTheLogStaysWhereRoomIsShort()
{
    const auto window = showing(samples::row(0));
    window->resize(1400, 700);
    auto* table = tableOf(*window);
    const auto heading = [table] {
        return table->model()->headerData(HistoryModel::Log, Qt::Horizontal).toString();
    };
    QTRY_COMPARE(table->columnWidth(HistoryModel::Log),
                 HistoryDelegate::columnWidth(HistoryModel::Log));
    QVERIFY(!heading().isEmpty());
    window->resize(860, 700);
    QTRY_COMPARE(table->columnWidth(HistoryModel::Log), HistoryDelegate::markWidth());
    QVERIFY(!table->isColumnHidden(HistoryModel::Log));
    QVERIFY(heading().isEmpty()); // rather than a letter and dots
    const auto mark = table->model()->index(0, HistoryModel::Log);
    QVERIFY(!mark.data(Qt::ToolTipRole).toString().isEmpty());
}

void TestHistory::tenThousandCallsScrollSmoothly()
{
    HistoryWindow window;
    window.setRows(rows(10000));
    window.resize(1100, 700);
    window.show();
    auto* table = tableOf(window);
    table->grab(); // icons and fonts are made once
    constexpr int steps = 50;
    QElapsedTimer timer;
    timer.start();
    for (int step = 0; step < steps; ++step) {
        table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() * step / steps);
        table->grab();
    }
    const auto each = timer.elapsed() / steps;
    QVERIFY2(each < 100,
             qPrintable(QString::number(each))); // generous: sanitizers and slow machines
}

QTEST_MAIN(TestHistory)
#include "tst_historywindow.moc"
