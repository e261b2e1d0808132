// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/samples.h"
#include "ui/theme.h"
#include "ui/tray/trayicon.h"
#include "ui/tray/traywindow.h"

#include <QApplication>
#include <QCheckBox>
#include <QMenu>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

PbxStatus pbx(LinkState state)
{
    PbxStatus status;
    status.state = state;
    status.name = u"Maja"_s;
    return status;
}

CrmStatus crm(LinkState state)
{
    CrmStatus status;
    status.state = state;
    status.user = u"Maja"_s;
    return status;
}

QAction* action(const TrayIcon& tray, const QString& beginning)
{
    const auto actions = tray.menu()->actions();
    for (auto* one : actions)
        if (QString(one->text()).remove(u'&').startsWith(beginning))
            return one;
    return nullptr;
}

TrayWindow* window()
{
    const auto widgets = QApplication::topLevelWidgets();
    for (auto* widget : widgets)
        if (auto* found = qobject_cast<TrayWindow*>(widget))
            return found;
    return nullptr;
}

QByteArray pixels(const TrayLook& look)
{
    const QImage image = trayPixmap(look, 32).toImage();
    return {reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes()};
}

} // namespace

class TestTray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, u"light"_s); }
    void statesLookDifferent();
    void tooltipSaysHowBothLinksStand();
    void callsAndPendingEntriesAreTold();
    void menuWishes_data();
    void menuWishes();
    void signInAndOutFollowTheState();
    void pauseIsAWish();
    void namesAreNoMnemonics();
    void withoutATrayThereIsAWindow();
    void windowShowsMessagesAsText();
};

void TestTray::statesLookDifferent()
{
    QSet<QByteArray> looks;
    const QList<LinkState> states{LinkState::Connected, LinkState::Reconnecting,
                                  LinkState::SignedOut, LinkState::Failed};
    for (const auto state : states) {
        looks.insert(pixels({.pbx = state, .crm = LinkState::Connected}));
        looks.insert(pixels({.pbx = LinkState::Connected, .crm = state}));
    }
    for (const auto activity : {PhoneActivity::Ringing, PhoneActivity::Talking})
        looks.insert(pixels(
            {.pbx = LinkState::Connected, .crm = LinkState::Connected, .activity = activity}));
    looks.insert(
        pixels({.pbx = LinkState::Connected, .crm = LinkState::Connected, .isPaused = true}));
    QCOMPARE(looks.size(), 4 + 3 + 2 + 1);
}

void TestTray::tooltipSaysHowBothLinksStand()
{
    TrayIcon tray;
    tray.setStatus(pbx(LinkState::Connected), crm(LinkState::Failed));
    QVERIFY(tray.toolTip().contains(u"PBX: Connected as"_s));
    QVERIFY(tray.toolTip().contains(u"Salesforce: Not connected"_s));
    tray.setIntegrationEnabled(false);
    QVERIFY(tray.toolTip().contains(u"Salesforce: paused"_s));
}

void TestTray::callsAndPendingEntriesAreTold()
{
    TrayIcon tray;
    tray.setPending(3);
    QVERIFY(tray.toolTip().contains(u"waiting to be logged: 3"_s));
    QVERIFY(action(tray, u"History… (3"_s));
    tray.setCalls({samples::known()});
    QVERIFY(action(tray, u"Incoming call: "_s));
    QSignalSpy cards(&tray, &TrayIcon::showCardsRequested);
    action(tray, u"Incoming call: "_s)->trigger();
    QCOMPARE(cards.size(), 1);
    tray.setCalls({});
    QVERIFY(!action(tray, u"Incoming call: "_s));
}

void TestTray::menuWishes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("wish");
    QTest::newRow("dial") << u"Dial"_s << QByteArray(SIGNAL(dialRequested()));
    QTest::newRow("phonebook") << u"Phonebook"_s << QByteArray(SIGNAL(phonebookRequested()));
    QTest::newRow("history") << u"History"_s << QByteArray(SIGNAL(historyRequested()));
    QTest::newRow("settings") << u"Settings"_s << QByteArray(SIGNAL(settingsRequested()));
    QTest::newRow("diagnose") << u"Diagnose"_s << QByteArray(SIGNAL(diagnoseRequested()));
    QTest::newRow("quit") << u"Quit"_s << QByteArray(SIGNAL(quitRequested()));
}

void TestTray::menuWishes()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, wish);
    TrayIcon tray;
    QSignalSpy wished(&tray, wish.constData());
    QVERIFY(wished.isValid());
    action(tray, text)->trigger();
    QCOMPARE(wished.size(), 1);
}

void TestTray::signInAndOutFollowTheState()
{
    TrayIcon tray;
    QSignalSpy in(&tray, &TrayIcon::signInRequested);
    QSignalSpy out(&tray, &TrayIcon::signOutRequested);
    action(tray, u"Sign in to the PBX"_s)->trigger();
    QCOMPARE(in.size(), 1);
    QCOMPARE(in.first().first().value<TrayIcon::Side>(), TrayIcon::Side::Pbx);
    tray.setStatus(pbx(LinkState::Connected), crm(LinkState::Connected));
    QVERIFY(!action(tray, u"Sign in"_s));
    action(tray, u"Sign out of Salesforce"_s)->trigger();
    QCOMPARE(out.first().first().value<TrayIcon::Side>(), TrayIcon::Side::Salesforce);
}

void TestTray::pauseIsAWish()
{
    TrayIcon tray;
    QSignalSpy wished(&tray, &TrayIcon::integrationToggled);
    action(tray, u"Pause"_s)->trigger();
    QCOMPARE(wished.first().first().toBool(), false);
    tray.setIntegrationEnabled(false);
    QVERIFY(action(tray, u"Pause"_s)->isChecked());
    QCOMPARE(wished.size(), 1); // being told is no wish
}

void TestTray::namesAreNoMnemonics()
{
    TrayIcon tray;
    auto card = samples::known();
    card.matches[0].name = u"Smith & Sons"_s;
    tray.setCalls({card});
    const auto actions = tray.menu()->actions();
    QVERIFY(std::any_of(actions.cbegin(), actions.cend(), [](const QAction* one) {
        return one->text().contains(u"Smith && Sons"_s);
    }));
}

void TestTray::withoutATrayThereIsAWindow()
{
    TrayIcon tray;
    tray.start();
    QVERIFY(!tray.isInTray()); // the offscreen platform has none
    auto* shown = window();
    QVERIFY(shown && shown->isVisible());
    QSignalSpy dial(&tray, &TrayIcon::dialRequested);
    const auto buttons = shown->findChildren<QPushButton*>();
    for (auto* button : buttons)
        if (button->text().contains(u"Dial"_s))
            button->click();
    QCOMPARE(dial.size(), 1);
    QSignalSpy paused(&tray, &TrayIcon::integrationToggled);
    shown->findChild<QCheckBox*>()->click();
    QCOMPARE(paused.size(), 1);
}

void TestTray::windowShowsMessagesAsText()
{
    TrayIcon tray;
    tray.start(TrayIcon::Appearance::Minimized);
    tray.showMessage(u"<b>No</b> line"_s);
    const auto labels = window()->findChildren<QWidget*>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QWidget* one) {
        return one->accessibleName() == "<b>No</b> line"_L1;
    }));
}

QTEST_MAIN(TestTray)
#include "tst_trayicon.moc"
