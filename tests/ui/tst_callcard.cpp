// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/samples.h"
#include "ui/card/callcardwidget.h"
#include "ui/card/cardstack.h"
#include "ui/card/recordbutton.h"
#include "ui/dialogs/notice.h"
#include "ui/elidedlabel.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWindow>

#include <algorithm>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

QString shownBy(const QWidget& card, const QString& name)
{
    const auto* label = card.findChild<ElidedLabel*>(name);
    return label && !label->isHidden() ? label->text() : QString();
}

CallCard talking()
{
    auto card = samples::known();
    card.call.phase = CallPhase::Connected;
    card.call.answeredAt = samples::noon();
    card.actions = {CallAction::HangUp, CallAction::Hold, CallAction::Mute,
                    CallAction::BlindTransfer, CallAction::AddParticipant};
    card.outcomes = {u"Interested"_s, u"Call again"_s};
    return card;
}

//! The card whose button for \p action is shown, found by its accessible name or its text.
QAbstractButton* buttonNamed(const QWidget& card, const QString& name)
{
    const auto buttons = card.findChildren<QAbstractButton*>();
    for (auto* button : buttons)
        if (button->isVisibleTo(&card)
            && (button->text() == name || button->accessibleName() == name))
            return button;
    return nullptr;
}

} // namespace

class TestCallCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, u"light"_s); }
    void neverAsksForTheFocus();
    void takesKeysOnlyWhenAsked();
    void showsWhoCallsInEveryState_data();
    void showsWhoCallsInEveryState();
    void pressingTheRecordOpensIt();
    void digitsChooseAmongSeveral();
    void digitsBeyondTheMatchesDoNothing();
    void unknownNumberOffersToCreate();
    void recordThatWaitsForTheBudgetIsSaidToWait();
    void failedLookupOffersToTryAgain();
    void actionsAreWishesOfThisCall_data();
    void actionsAreWishesOfThisCall();
    void numberTypedForATransferIsMeantAsTyped();
    void enterPressesWhatHasTheFocus();
    void emptyListOfColleaguesSaysWhy();
    void nameTypedForATransferMeansTheColleague();
    void enterInTheListMeansTheMarkedColleague();
    void keysInThePanelAreNotTheCards();
    void keyThatIsHeldDownMeansOnce();
    void transferListShowsWhatColleaguesDo_data();
    void transferListShowsWhatColleaguesDo();
    void noteIsHandedOverWhileTyping();
    void noteTypedLastIsNotLostWhenTheCardGoes();
    void noteBeingTypedIsKeptWhenTheProgramQuits();
    void noteFromElsewhereDoesNotReplaceWhatIsTyped();
    void outcomeAndDoNotLogAreWishes();
    void followUpIsAWishOnceTheRecordIsKnown();
    void recordMadeByItselfCanBeCompleted();
    void missedCallOffersToCallBack();
    void refusedActionIsExplained();
    void doNotCallWarns();
    void clockCountsFromTheAnswer();
    void strangeNamesStayOnTheirLine_data();
    void strangeNamesStayOnTheirLine();
    void stackPutsTheOldestInTheCorner_data();
    void stackPutsTheOldestInTheCorner();
    void whoElseIsInTheCallStandsBesideThePhase_data();
    void whoElseIsInTheCallStandsBesideThePhase();
    void cardWhoseWidthChangesStaysInItsCorner();
    void fiveCardsNeverOverlapNorLeaveTheScreen();
    void cardThatGrowsStaysOnTheScreen_data();
    void cardThatGrowsStaysOnTheScreen();
    void windowsAreUsedAgain();
    void sameCardTwiceChangesNothing();
    void shortcutGoesToTheRingingCard();
};

void TestCallCard::neverAsksForTheFocus()
{
    CardStack stack;
    stack.show(samples::ringing());
    const auto* card = stack.card(u"call-1"_s);
    QVERIFY(card->testAttribute(Qt::WA_ShowWithoutActivating));
    QVERIFY(card->windowHandle()->flags().testFlag(Qt::WindowDoesNotAcceptFocus));
    QVERIFY(card->windowFlags().testFlag(Qt::WindowStaysOnTopHint));
    QVERIFY(!card->testAttribute(Qt::WA_QuitOnClose));
}

void TestCallCard::takesKeysOnlyWhenAsked()
{
    CardStack stack;
    stack.show(samples::known());
    auto* card = stack.card(u"call-1"_s);
    stack.focusFront();
    QVERIFY(!card->windowHandle()->flags().testFlag(Qt::WindowDoesNotAcceptFocus));
    QCOMPARE(card->focusWidget(), card->findChild<RecordButton*>(u"record"_s));
    QTest::keyClick(card, Qt::Key_Escape);
    QVERIFY(card->windowHandle()->flags().testFlag(Qt::WindowDoesNotAcceptFocus));
    QVERIFY(card->isVisible());
}

void TestCallCard::showsWhoCallsInEveryState_data()
{
    QTest::addColumn<CallCard>("card");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("phase");
    const auto changed = [](CallCard card, auto&& change) {
        change(card);
        return card;
    };
    QTest::newRow("unknown") << samples::ringing() << u"+1 415-555-0101"_s << u"Incoming call"_s;
    QTest::newRow("name from the PBX")
        << changed(samples::ringing(), [](CallCard& c) { c.call.remoteName = u"Bob"_s; })
        << u"Bob"_s << u"Incoming call"_s;
    QTest::newRow("found") << samples::known() << u"Anna Bergström"_s << u"Incoming call"_s;
    QTest::newRow("several") << samples::several() << u"+1 415-555-0101"_s << u"Incoming call"_s;
    QTest::newRow("withheld") << changed(samples::ringing(), [](CallCard& c) {
        c.call.isWithheld = true;
        c.number.clear();
    }) << u"Withheld number"_s << u"Incoming call"_s;
    QTest::newRow("talking") << talking() << u"Anna Bergström"_s << u"In call"_s;
    QTest::newRow("muted") << changed(talking(), [](CallCard& c) { c.call.isMuted = true; })
                           << u"Anna Bergström"_s << u"In call, muted"_s;
    QTest::newRow("held") << changed(talking(), [](CallCard& c) { c.call.phase = CallPhase::Held; })
                          << u"Anna Bergström"_s << u"On hold"_s;
    QTest::newRow("dialling") << changed(samples::known(), [](CallCard& c) {
        c.call.phase = CallPhase::Dialling;
    }) << u"Anna Bergström"_s << u"Calling…"_s;
    QTest::newRow("missed") << changed(samples::known(),
                                       [](CallCard& c) {
                                           c.call.phase = CallPhase::Ended;
                                           c.call.result = CallResult::Missed;
                                       })
                            << u"Anna Bergström"_s << u"Missed call"_s;
    QTest::newRow("taken by a colleague") << changed(samples::known(), [](CallCard& c) {
        c.call.phase = CallPhase::Ended;
        c.call.result = CallResult::AnsweredElsewhere;
        c.call.answeredBy = u"1003"_s;
    }) << u"Anna Bergström"_s << u"Answered by \u20681003\u2069"_s;
}

void TestCallCard::showsWhoCallsInEveryState()
{
    QFETCH(CallCard, card);
    CallCardWidget widget;
    widget.setCard(card, samples::noon());
    QTEST(shownBy(widget, u"name"_s), "name");
    QTEST(shownBy(widget, u"phase"_s), "phase");
    QVERIFY(!widget.accessibleName().isEmpty());
}

void TestCallCard::pressingTheRecordOpensIt()
{
    CallCardWidget widget;
    widget.setCard(samples::known(), samples::noon());
    QSignalSpy opened(&widget, &CallCardWidget::openRecordRequested);
    widget.findChild<RecordButton*>(u"record"_s)->click();
    QTest::keyClick(&widget, Qt::Key_O);
    QTest::keyClick(&widget, Qt::Key_Return);
    QCOMPARE(opened.size(), 3);
    QCOMPARE(opened.first().at(0).toString(), u"call-1"_s);
    QCOMPARE(opened.first().at(1).value<RecordId>(), (RecordId{u"Contact"_s, u"003A"_s}));
}

void TestCallCard::digitsChooseAmongSeveral()
{
    CallCardWidget widget;
    widget.setCard(samples::several(), samples::noon());
    QSignalSpy chosen(&widget, &CallCardWidget::choiceMade);
    QTest::keyClick(&widget, Qt::Key_2);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().at(1).value<RecordId>(), (RecordId{u"Lead"_s, u"00QB"_s}));
}

void TestCallCard::digitsBeyondTheMatchesDoNothing()
{
    CallCardWidget widget;
    QSignalSpy chosen(&widget, &CallCardWidget::choiceMade);
    widget.setCard(samples::several(), samples::noon());
    QTest::keyClick(&widget, Qt::Key_3);
    QTest::keyClick(&widget, Qt::Key_0);
    widget.setCard(samples::known(), samples::noon());
    QTest::keyClick(&widget, Qt::Key_1);
    QCOMPARE(chosen.size(), 0);
}

void TestCallCard::unknownNumberOffersToCreate()
{
    auto card = samples::ringing();
    card.crm = CrmState::Unknown;
    card.canCreate = true;
    CallCardWidget widget;
    widget.setCard(card, samples::noon());
    QSignalSpy wished(&widget, &CallCardWidget::createRequested);
    auto* create = widget.findChild<QPushButton*>(u"create"_s);
    QVERIFY(create->isVisibleTo(&widget));
    create->click();
    QCOMPARE(wished.size(), 1);
    card.isCreating = true;
    widget.setCard(card, samples::noon());
    QVERIFY(!create->isVisibleTo(&widget)); // never twice for one number
}

void TestCallCard::recordThatWaitsForTheBudgetIsSaidToWait()
{
    auto card = samples::ringing();
    card.crm = CrmState::Unknown;
    card.canCreate = true;
    card.problem = Error{Error::Kind::RateLimited, {}, u"api_budget"_s};
    CallCardWidget widget;
    widget.setCard(card, samples::noon());
    const auto labels = widget.findChildren<ElidedLabel*>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [&widget](const ElidedLabel* label) {
        return label->isVisibleTo(&widget) && label->text().contains("It is added when"_L1);
    }));
}

void TestCallCard::failedLookupOffersToTryAgain()
{
    auto card = samples::ringing();
    card.crm = CrmState::Failed;
    card.problem = Error{.kind = Error::Kind::Timeout, .detail = {}};
    CallCardWidget widget;
    widget.setCard(card, samples::noon());
    QSignalSpy wished(&widget, &CallCardWidget::searchRequested);
    auto* again = widget.findChild<QPushButton*>(u"search"_s);
    QVERIFY(again->isVisibleTo(&widget));
    again->click();
    QCOMPARE(wished.size(), 1);
}

void TestCallCard::actionsAreWishesOfThisCall_data()
{
    QTest::addColumn<CallAction>("action");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("key");
    QTest::newRow("hang up") << CallAction::HangUp << u"Hang up"_s << int(Qt::Key_End);
    QTest::newRow("decline") << CallAction::Decline << u"Decline"_s << int(Qt::Key_End);
    QTest::newRow("answer") << CallAction::Answer << u"Answer"_s << int(Qt::Key_A);
    QTest::newRow("hold") << CallAction::Hold << u"Hold"_s << int(Qt::Key_H);
    QTest::newRow("resume") << CallAction::Resume << u"Resume"_s << int(Qt::Key_H);
    QTest::newRow("mute") << CallAction::Mute << u"Mute"_s << int(Qt::Key_M);
    QTest::newRow("unmute") << CallAction::Unmute << u"Unmute"_s << int(Qt::Key_M);
    QTest::newRow("complete") << CallAction::CompleteTransfer << u"Complete transfer"_s << 0;
    QTest::newRow("abort") << CallAction::AbortTransfer << u"Back to caller"_s << 0;
}

void TestCallCard::actionsAreWishesOfThisCall()
{
    QFETCH(CallAction, action);
    QFETCH(QString, name);
    QFETCH(int, key);
    auto card = talking();
    card.actions = {action};
    CallCardWidget widget;
    widget.setCard(card, samples::noon());
    QSignalSpy wished(&widget, &CallCardWidget::actionRequested);
    auto* button = buttonNamed(widget, name);
    QVERIFY(button);
    button->click();
    if (key != 0)
        QTest::keyClick(&widget, Qt::Key(key));
    QCOMPARE(wished.size(), key != 0 ? 2 : 1);
    QCOMPARE(wished.last().at(0).toString(), u"call-1"_s);
    QCOMPARE(wished.last().at(1).value<CallAction>(), action);
    card.actions = {};
    widget.setCard(card, samples::noon());
    QVERIFY(!buttonNamed(widget, name)); // what cannot be done is not offered
}

void TestCallCard::numberTypedForATransferIsMeantAsTyped()
{
    CallCardWidget widget;
    widget.setColleagues({{.number = u"1001"_s, .name = u"Jonas"_s}});
    widget.setCard(talking(), samples::noon());
    QSignalSpy wished(&widget, &CallCardWidget::actionRequested);
    QSignalSpy opened(&widget, &CallCardWidget::openRecordRequested);
    widget.show();
    QTest::keyClick(&widget, Qt::Key_T);
    auto* target = widget.findChild<QLineEdit*>(u"transferTarget"_s);
    QVERIFY(target->isVisible());
    QTest::keyClicks(target, u"100"_s); // the beginning of Jonas's
    QTest::keyClick(target, Qt::Key_Return);
    QCOMPARE(wished.size(), 1);
    QCOMPARE(wished.first().at(1).value<CallAction>(), CallAction::BlindTransfer);
    QCOMPARE(wished.first().at(2).toString(), u"100"_s);
    QCOMPARE(opened.size(), 0); // Regression: the same Enter opened the record, too
}

void TestCallCard::enterPressesWhatHasTheFocus()
{
    CallCardWidget widget;
    widget.setCard(talking(), samples::noon());
    QSignalSpy wished(&widget, &CallCardWidget::actionRequested);
    QSignalSpy opened(&widget, &CallCardWidget::openRecordRequested);
    widget.show();
    QTest::keyClick(&widget, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    auto* hold = buttonNamed(widget, u"Hold"_s);
    QVERIFY(hold);
    hold->setFocus();
    QTest::keyClick(hold, Qt::Key_Return);
    QCOMPARE(wished.size(), 1);
    QCOMPARE(wished.first().at(1).value<CallAction>(), CallAction::Hold);
    QCOMPARE(opened.size(), 1);
}

void TestCallCard::emptyListOfColleaguesSaysWhy()
{
    CallCardWidget widget;
    widget.setColleagues({{.number = u"1003"_s, .name = u"Jürgen Größmann"_s}});
    widget.setCard(talking(), samples::noon());
    QSignalSpy wished(&widget, &CallCardWidget::actionRequested);
    widget.show();
    QTest::keyClick(&widget, Qt::Key_T);
    auto* target = widget.findChild<QLineEdit*>(u"transferTarget"_s);
    const auto* list = widget.findChild<QListWidget*>(u"colleagues"_s);
    const auto* nobody = widget.findChild<QLabel*>(u"nobody"_s);
    QVERIFY(nobody && !nobody->isVisible());
    QTest::keyClicks(target, u"jurgen"_s); // as on a keyboard without ü
    QCOMPARE(list->count(), 1);
    QVERIFY(!nobody->isVisible());
    QTest::keyClicks(target, u"x"_s);
    QCOMPARE(list->count(), 0);
    QVERIFY(nobody->isVisible());
    QVERIFY(nobody->text().contains("called that"_L1));
    QTest::keyClick(target, Qt::Key_Down);
    QTest::keyClick(target, Qt::Key_Return);
    QCOMPARE(wished.size(), 0);
    target->clear();
    QTest::keyClicks(target, u"2025550143"_s);
    QVERIFY(nobody->isVisible());
    QVERIFY(nobody->text().contains("as you type it"_L1));
    QTest::keyClick(target, Qt::Key_Return);
    QCOMPARE(wished.size(), 1);
    QCOMPARE(wished.first().at(2).toString(), u"2025550143"_s);
}

void TestCallCard::nameTypedForATransferMeansTheColleague()
{
    CallCardWidget widget;
    widget.setColleagues(
        {{.number = u"1001"_s, .name = u"Jonas"_s}, {.number = u"1002"_s, .name = u"Sofia"_s}});
    widget.setCard(talking(), samples::noon());
    QSignalSpy wished(&widget, &CallCardWidget::actionRequested);
    widget.show();
    widget.takeKeys();
    QVERIFY(QTest::qWaitForWindowActive(&widget));
    QTest::keyClick(&widget, Qt::Key_P);
    auto* target = widget.findChild<QLineEdit*>(u"transferTarget"_s);
    QTest::keyClicks(target, u"sof"_s);
    QTest::keyClick(target, Qt::Key_Return);
    QCOMPARE(wished.size(), 1); // Regression: the same Enter held the call: the focus was there now
    QCOMPARE(wished.first().at(1).value<CallAction>(), CallAction::AddParticipant);
    QCOMPARE(wished.first().at(2).toString(), u"1002"_s);
}

void TestCallCard::enterInTheListMeansTheMarkedColleague()
{
    CallCardWidget widget;
    widget.setColleagues(
        {{.number = u"1001"_s, .name = u"Jonas"_s}, {.number = u"1002"_s, .name = u"Sofia"_s}});
    widget.setCard(talking(), samples::noon());
    QSignalSpy wished(&widget, &CallCardWidget::actionRequested);
    QSignalSpy opened(&widget, &CallCardWidget::openRecordRequested);
    widget.show();
    QTest::keyClick(&widget, Qt::Key_T);
    auto* list = widget.findChild<QListWidget*>(u"colleagues"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Enter);
    QCOMPARE(wished.size(), 1);
    QCOMPARE(wished.first().at(2).toString(), u"1002"_s);
    QCOMPARE(opened.size(), 0); // Regression: it opened the caller's record
}

void TestCallCard::keysInThePanelAreNotTheCards()
{
    CallCardWidget widget;
    widget.setColleagues({{.number = u"1001"_s, .name = u"Jonas"_s}});
    widget.setCard(talking(), samples::noon());
    QSignalSpy wished(&widget, &CallCardWidget::actionRequested);
    widget.show();
    widget.takeKeys();
    QVERIFY(QTest::qWaitForWindowActive(&widget));
    QTest::keyClick(&widget, Qt::Key_T);
    auto* list = widget.findChild<QListWidget*>(u"colleagues"_s);
    list->setFocus();
    list->setCurrentRow(0);
    for (const auto key : {Qt::Key_End, Qt::Key_Home, Qt::Key_PageDown, Qt::Key_Down})
        QTest::keyClick(list, key); // the list hands on what leads nowhere
    QCOMPARE(wished.size(), 0); // Regression: End hung up
    QTest::keyClick(list, Qt::Key_Escape);
    QVERIFY(!list->isVisible());
}

void TestCallCard::keyThatIsHeldDownMeansOnce()
{
    CallCardWidget widget;
    widget.setCard(talking(), samples::noon());
    QSignalSpy wished(&widget, &CallCardWidget::actionRequested);
    QSignalSpy opened(&widget, &CallCardWidget::openRecordRequested);
    widget.show();
    for (const auto key : {Qt::Key_O, Qt::Key_Return, Qt::Key_H}) {
        QKeyEvent repeated(QEvent::KeyPress, key, Qt::NoModifier, QString(), true);
        QCoreApplication::sendEvent(&widget, &repeated);
    }
    QCOMPARE(opened.size(), 0);
    QCOMPARE(wished.size(), 0);
    QTest::keyClick(&widget, Qt::Key_O);
    QCOMPARE(opened.size(), 1);
}

void TestCallCard::transferListShowsWhatColleaguesDo_data()
{
    using Line = Colleague::Line;
    QTest::addColumn<Line>("line");
    QTest::addColumn<QString>("presence");
    QTest::addColumn<QString>("row");
    QTest::newRow("free") << Line::Idle << u"available"_s << u"Sofia · 1002 · free"_s;
    QTest::newRow("nothing known") << Line::Unknown << QString() << u"Sofia · 1002"_s;
    QTest::newRow("free, but not to be disturbed")
        << Line::Idle << u"do_not_disturb"_s << u"Sofia · 1002 · free · do not disturb"_s;
    QTest::newRow("on a call at lunch")
        << Line::Busy << u"lunch"_s << u"Sofia · 1002 · on a call · at lunch"_s;
    QTest::newRow("away") << Line::Unknown << u"away"_s << u"Sofia · 1002 · away"_s;
    QTest::newRow("on a trip, offline")
        << Line::Offline << u"business_trip"_s << u"Sofia · 1002 · offline · on a business trip"_s;
    QTest::newRow("a word of the site's own")
        << Line::Idle << u"Training"_s << u"Sofia · 1002 · free · Training"_s;
}

void TestCallCard::transferListShowsWhatColleaguesDo()
{
    QFETCH(const Colleague::Line, line);
    QFETCH(const QString, presence);
    CallCardWidget widget;
    widget.setColleagues(
        {{.number = u"1002"_s, .name = u"Sofia"_s, .line = line, .presence = presence}});
    widget.setCard(talking(), samples::noon());
    widget.show();
    QTest::keyClick(&widget, Qt::Key_T);
    const auto* list = widget.findChild<QListWidget*>(u"colleagues"_s);
    QCOMPARE(list->count(), 1);
    QTEST(list->item(0)->text(), "row");
}

void TestCallCard::noteIsHandedOverWhileTyping()
{
    CallCardWidget widget;
    widget.setCard(talking(), samples::noon());
    QSignalSpy edited(&widget, &CallCardWidget::noteEdited);
    auto* note = widget.findChild<QPlainTextEdit*>(u"note"_s);
    QTest::keyClicks(note, u"offer"_s);
    QTRY_COMPARE(edited.size(), 1);
    QCOMPARE(edited.first().at(1).toString(), u"offer"_s);
}

void TestCallCard::noteTypedLastIsNotLostWhenTheCardGoes()
{
    CallCardWidget widget;
    widget.setCard(talking(), samples::noon());
    QSignalSpy edited(&widget, &CallCardWidget::noteEdited);
    QTest::keyClicks(widget.findChild<QPlainTextEdit*>(u"note"_s), u"offer"_s);
    widget.putAway();
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.first().at(0).toString(), u"call-1"_s);
    QCOMPARE(edited.first().at(1).toString(), u"offer"_s);
}

void TestCallCard::noteBeingTypedIsKeptWhenTheProgramQuits()
{
    QStringList kept;
    {
        CardStack stack;
        connect(&stack, &CardStack::noteEdited, this,
                [&kept](const CallId&, const QString& note) { kept.append(note); });
        stack.show(talking());
        QTest::keyClicks(stack.card(u"call-1"_s)->findChild<QPlainTextEdit*>(u"note"_s),
                         u"last words"_s);
    }
    QCOMPARE(kept, QStringList{u"last words"_s});
}

void TestCallCard::noteFromElsewhereDoesNotReplaceWhatIsTyped()
{
    CallCardWidget widget;
    auto card = talking();
    widget.setCard(card, samples::noon());
    auto* note = widget.findChild<QPlainTextEdit*>(u"note"_s);
    QTest::keyClicks(note, u"off"_s);
    card.note = u"from the command line"_s;
    widget.setCard(card, samples::noon());
    QCOMPARE(note->toPlainText(), u"off"_s);
}

void TestCallCard::outcomeAndDoNotLogAreWishes()
{
    CallCardWidget widget;
    widget.setCard(talking(), samples::noon());
    QSignalSpy outcome(&widget, &CallCardWidget::outcomeChosen);
    QSignalSpy quiet(&widget, &CallCardWidget::doNotLogChanged);
    auto* list = widget.findChild<QComboBox*>(u"outcome"_s);
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(outcome.size(), 1);
    QCOMPARE(outcome.first().at(1).toString(), u"Interested"_s);
    widget.findChild<QCheckBox*>(u"doNotLog"_s)->click();
    QCOMPARE(quiet.size(), 1);
    QCOMPARE(quiet.first().at(1).toBool(), true);
}

void TestCallCard::followUpIsAWishOnceTheRecordIsKnown()
{
    CallCardWidget widget;
    auto card = talking();
    card.chosen.reset();
    widget.setCard(card, samples::noon());
    auto* followUp = widget.findChild<QAbstractButton*>(u"followUp"_s);
    QVERIFY(!followUp->isVisibleTo(&widget));
    card.chosen = RecordId{u"Contact"_s, u"003A"_s};
    widget.setCard(card, samples::noon());
    QVERIFY(followUp->isVisibleTo(&widget));
    QSignalSpy wished(&widget, &CallCardWidget::followUpRequested);
    followUp->click();
    QCOMPARE(wished.size(), 1);
    QCOMPARE(wished.first().first().toString(), card.call.id);
}

void TestCallCard::recordMadeByItselfCanBeCompleted()
{
    CallCardWidget widget;
    auto card = talking();
    widget.setCard(card, samples::noon());
    auto* complete = widget.findChild<QAbstractButton*>(u"complete"_s);
    QVERIFY(!complete->isVisibleTo(&widget));
    card.matches = {
        {.record = {u"Contact"_s, u"003N"_s}, .name = u"Automatic New Contact -5503301"_s}};
    card.chosen = card.matches.constFirst().record;
    widget.setCard(card, samples::noon());
    QVERIFY(complete->isVisibleTo(&widget));
    QSignalSpy wished(&widget, &CallCardWidget::completeRequested);
    complete->click();
    QCOMPARE(wished.first().first().value<RecordId>(), card.matches.constFirst().record);
}

void TestCallCard::missedCallOffersToCallBack()
{
    auto card = samples::known();
    card.call.phase = CallPhase::Ended;
    card.call.result = CallResult::Missed;
    CallCardWidget widget;
    widget.setCard(card, samples::noon());
    QSignalSpy wished(&widget, &CallCardWidget::callBackRequested);
    auto* back = widget.findChild<QPushButton*>(u"callBack"_s);
    QVERIFY(back->isVisibleTo(&widget));
    back->click();
    QCOMPARE(wished.first().first().toString(), u"+14155550101"_s);
    card.call.isWithheld = true;
    widget.setCard(card, samples::noon());
    QVERIFY(!back->isVisibleTo(&widget));
}

void TestCallCard::refusedActionIsExplained()
{
    auto card = talking();
    card.actionProblem = Error{.kind = Error::Kind::Rejected, .detail = {}, .code = u"70132"_s};
    CallCardWidget widget;
    widget.setCard(card, samples::noon());
    auto* problem = widget.findChild<Notice*>(u"problem"_s);
    QVERIFY(problem->isVisibleTo(&widget));
    QCOMPARE(problem->text(), u"This PBX cannot do that with this call."_s);
    card.actionProblem = {};
    widget.setCard(card, samples::noon());
    QVERIFY(!problem->isVisibleTo(&widget));
}

void TestCallCard::doNotCallWarns()
{
    auto card = samples::known();
    card.matches[0].doNotCall = true;
    CallCardWidget widget;
    widget.setCard(card, samples::noon());
    QVERIFY(widget.findChild<Notice*>(u"warning"_s)->isVisibleTo(&widget));
}

void TestCallCard::clockCountsFromTheAnswer()
{
    CallCardWidget widget;
    widget.setCard(talking(), samples::noon().addSecs(65));
    const auto* clock = widget.findChild<QLabel*>(u"clock"_s);
    QCOMPARE(clock->text(), u"1:05"_s);
    widget.tick(samples::noon().addSecs(3725));
    QCOMPARE(clock->text(), u"1:02:05"_s);
    widget.tick(samples::noon().addSecs(-5)); // the clock was set back
    QCOMPARE(clock->text(), u"0:00"_s);
}

void TestCallCard::strangeNamesStayOnTheirLine_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("markup") << u"<b>Bob</b> & <img src=x>"_s << u"<b>Bob</b> & <img src=x>"_s;
    QTest::newRow("lines") << u"Bob\nBuilder\t!"_s << u"Bob Builder !"_s;
    QTest::newRow("override") << u"Bob\u202Egpj.exe"_s << u"Bobgpj.exe"_s;
    QTest::newRow("nothing visible") << u"\u200b\u2060 \u00ad"_s << u"+1 415-555-0101"_s;
    QTest::newRow("right to left") << u"محمد الأحمد"_s << u"محمد الأحمد"_s;
    QTest::newRow("endless") << QString(5000, u'x') << QString(QString(200, u'x') + u'…');
}

void TestCallCard::strangeNamesStayOnTheirLine()
{
    QFETCH(QString, name);
    auto card = samples::known();
    card.matches[0].name = name;
    CallCardWidget widget;
    widget.setCard(samples::known(), samples::noon());
    const int usual = widget.height();
    widget.setCard(card, samples::noon());
    QTEST(shownBy(widget, u"name"_s), "shown");
    QCOMPARE(widget.height(), usual);
}

void TestCallCard::stackPutsTheOldestInTheCorner_data()
{
    QTest::addColumn<CardCorner>("corner");
    QTest::newRow("top left") << CardCorner::TopLeft;
    QTest::newRow("top right") << CardCorner::TopRight;
    QTest::newRow("bottom left") << CardCorner::BottomLeft;
    QTest::newRow("bottom right") << CardCorner::BottomRight;
}

void TestCallCard::stackPutsTheOldestInTheCorner()
{
    QFETCH(CardCorner, corner);
    CardStack stack;
    stack.setPlacement(corner);
    auto second = samples::ringing();
    second.call.id = u"call-2"_s;
    stack.show(samples::ringing());
    stack.show(second);
    const QRect room = QGuiApplication::primaryScreen()->availableGeometry();
    const QRect oldest = stack.card(u"call-1"_s)->geometry();
    const QRect younger = stack.card(u"call-2"_s)->geometry();
    const bool isTop = corner == CardCorner::TopLeft || corner == CardCorner::TopRight;
    const bool isLeft = corner == CardCorner::TopLeft || corner == CardCorner::BottomLeft;
    QCOMPARE(oldest.center().x() < room.center().x(), isLeft);
    QCOMPARE(oldest.center().y() < room.center().y(), isTop);
    QCOMPARE(younger.top() > oldest.top(), isTop);
    QVERIFY(!oldest.intersects(younger));
}

void TestCallCard::cardThatGrowsStaysOnTheScreen_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("to transfer") << Qt::Key_T;
    QTest::newRow("to add somebody") << Qt::Key_P;
    QTest::newRow("to take a note") << Qt::Key_N;
}

void TestCallCard::cardThatGrowsStaysOnTheScreen()
{
    QFETCH(Qt::Key, key);
    CardStack stack;
    stack.setColleagues({{.number = u"1002"_s, .name = u"Sofia"_s}});
    stack.show(key == Qt::Key_N ? samples::ringing() : talking());
    auto* card = stack.card(u"call-1"_s);
    QVERIFY(QTest::qWaitForWindowExposed(card));
    QCoreApplication::processEvents(); // sizes that have changed are arranged anew
    const int before = card->height();
    QTest::keyClick(card, key);
    QTRY_VERIFY(card->height() > before);
    QTRY_VERIFY(QGuiApplication::primaryScreen()->availableGeometry().contains(card->geometry()));
    QTest::keyClick(card, key);
    QTRY_COMPARE(card->height(), before);
    QTRY_COMPARE(card->geometry().bottom(),
                 QGuiApplication::primaryScreen()->availableGeometry().bottom() - spacing(3));
}

void TestCallCard::whoElseIsInTheCallStandsBesideThePhase_data()
{
    QTest::addColumn<QString>("consulted");
    QTest::addColumn<QStringList>("invited");
    QTest::addColumn<QStringList>("participants");
    QTest::addColumn<QString>("shown");
    const QString sofia = u"\u2068Sofia\u2069"_s;
    const QStringList none;
    QTest::newRow("nobody") << QString() << none << none << u"via \u2068Support\u2069"_s;
    QTest::newRow("asked") << u"1002"_s << none << none << u"asking "_s + sofia;
    QTest::newRow("joined") << QString() << none << QStringList{u"1002"_s, u"1004"_s}
                            << u"with %1, \u20681004\u2069"_s.arg(sofia);
    QTest::newRow("asked while others are in it")
        << u"1002"_s << none << QStringList{u"1004"_s} << u"asking "_s + sofia;
    QTest::newRow("called") << QString() << QStringList{u"1002"_s} << none << u"calling "_s + sofia;
    QTest::newRow("called while others are in it")
        << QString() << QStringList{u"1002"_s} << QStringList{u"1004"_s} << u"calling "_s + sofia;
}

void TestCallCard::whoElseIsInTheCallStandsBesideThePhase()
{
    QFETCH(QString, consulted);
    QFETCH(QStringList, invited);
    QFETCH(QStringList, participants);
    CallCardWidget widget;
    widget.setColleagues({{.number = u"1002"_s, .name = u"Sofia"_s}});
    auto card = talking();
    card.call.queue = u"Support"_s;
    card.consulted = consulted;
    card.call.invited = invited;
    card.call.participants = participants;
    widget.setCard(card, samples::noon());
    QTEST(shownBy(widget, u"wayIn"_s), "shown");
    card.call.phase = CallPhase::Ended;
    widget.setCard(card, samples::noon());
    QCOMPARE(shownBy(widget, u"wayIn"_s), u"via \u2068Support\u2069"_s);
}

void TestCallCard::cardWhoseWidthChangesStaysInItsCorner()
{
    CardStack stack;
    stack.show(samples::known());
    auto* card = stack.card(u"call-1"_s);
    QVERIFY(QTest::qWaitForWindowExposed(card));
    QCoreApplication::processEvents(); // sizes that have changed are arranged anew
    const int before = card->width();
    const int corner = card->geometry().right();
    auto* name = card->findChild<ElidedLabel*>(u"name"_s);
    const int needed = name->minimumWidth();
    name->setMinimumWidth(before); // as a text does in a wide font
    QTRY_VERIFY(card->width() > before);
    QTRY_COMPARE(card->geometry().right(), corner);
    name->setMinimumWidth(needed);
    QTRY_COMPARE(card->width(), before);
    QTRY_COMPARE(card->geometry().right(), corner);
}

void TestCallCard::fiveCardsNeverOverlapNorLeaveTheScreen()
{
    CardStack stack;
    QList<CallCardWidget*> cards;
    for (int index = 0; index < 5; ++index) {
        auto card = index == 2 ? talking() : samples::known();
        card.call.id = QString::number(index);
        if (index == 0) {
            card.call.phase = CallPhase::Ended;
            card.call.result = CallResult::Missed;
        }
        stack.show(card);
        cards.append(stack.card(card.call.id));
    }
    QCoreApplication::processEvents(); // sizes that have changed are arranged anew
    const QRect room = QGuiApplication::primaryScreen()->availableGeometry();
    int shown = 0;
    for (const auto* card : cards) {
        if (!card->isVisible())
            continue;
        ++shown;
        QVERIFY2(room.contains(card->geometry()), qPrintable(card->callId()));
        for (const auto* other : cards)
            QVERIFY(other == card || !other->isVisible()
                    || !other->geometry().intersects(card->geometry()));
    }
    QVERIFY(shown >= 2);
    QVERIFY(!cards.at(0)->isVisible()); // the ended one waits, those that ring do not
    for (int index = 1; index < 5; ++index)
        stack.remove(QString::number(index));
    QVERIFY(cards.at(0)->isVisible());
}

void TestCallCard::windowsAreUsedAgain()
{
    CardStack stack;
    stack.show(samples::ringing());
    auto* first = stack.card(u"call-1"_s);
    stack.remove(u"call-1"_s);
    QVERIFY(!stack.isShowing(u"call-1"_s));
    QVERIFY(!first->isVisible());
    auto next = samples::known();
    next.call.id = u"call-2"_s;
    stack.show(next);
    QCOMPARE(stack.card(u"call-2"_s), first);
    QCOMPARE(shownBy(*first, u"name"_s), u"Anna Bergström"_s);
}

void TestCallCard::sameCardTwiceChangesNothing()
{
    CardStack stack;
    stack.show(samples::known());
    auto* card = stack.card(u"call-1"_s);
    QTRY_VERIFY(card->isVisible());
    card->move(5, 5); // as if a person had
    stack.show(samples::known());
    QCOMPARE(card->pos(), QPoint(5, 5));
}

void TestCallCard::shortcutGoesToTheRingingCard()
{
    CardStack stack;
    auto busy = talking();
    busy.call.id = u"talking"_s;
    stack.show(busy);
    stack.show(samples::known());
    stack.focusFront();
    const auto flagsOf = [&stack](const QString& id) {
        return stack.card(id)->windowHandle()->flags();
    };
    QVERIFY(!flagsOf(u"call-1"_s).testFlag(Qt::WindowDoesNotAcceptFocus));
    QVERIFY(flagsOf(u"talking"_s).testFlag(Qt::WindowDoesNotAcceptFocus));
}

QTEST_MAIN(TestCallCard)
#include "tst_callcard.moc"
