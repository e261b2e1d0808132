// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop.h"

#include "app/core/async.h"
#include "app/core/linkstate.h"
#include "app/core/logging.h"
#include "ui/bringup.h"
#include "ui/card/cardstack.h"
#include "ui/dialogs/addcontactdialog.h"
#include "ui/dialogs/confirmdialdialog.h"
#include "ui/dialogs/diagnosewindow.h"
#include "ui/dialogs/pickrecorddialog.h"
#include "ui/history/historywindow.h"
#include "ui/settings/settingswindow.h"
#include "ui/text/calltext.h"
#include "ui/text/errortext.h"
#include "ui/theme.h"
#include "ui/tray/trayicon.h"
#include "ui/wizard/signinwindow.h"

#include <QApplication>
#include <QClipboard>

#include <chrono>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Desktop::Desktop(Desk desk, QObject* parent)
    : QObject(parent)
    , m_desk(std::move(desk))
    , m_cards(std::make_unique<CardStack>())
    , m_tray(std::make_unique<TrayIcon>())
    , m_addContactDesk(m_desk.creation, m_desk.crm)
    , m_dialDesk({.lookup = m_desk.lookup,
                  .phonebook = m_desk.phonebook,
                  .store = m_desk.store,
                  .colleagues =
                      [this] {
                          const auto* pbx = m_desk.pbx();
                          return pbx ? pbx->otherColleagues() : QList<Colleague>();
                      }})
    , m_phonebookDesk(m_desk.phonebook)
{
    connectCards();
    connectTray();
    connectFlows();
    connectCreation();
    connect(&m_dialHotkey, &platform::Hotkey::pressed, this, &Desktop::dialSelection);
    connect(&m_cardHotkey, &platform::Hotkey::pressed, this, [this] { m_cards->focusFront(); });
}

Desktop::~Desktop() = default;

void Desktop::connectCards()
{
    auto* cards = m_cards.get();
    auto& calls = m_desk.calls;
    connect(&calls, &CallFlow::cardChanged, this, [this](const CallCard& card) {
        if (m_desk.settings.settings().cardShow)
            m_cards->show(card);
    });
    connect(&calls, &CallFlow::cardRemoved, cards, &CardStack::remove);
    connect(cards, &CardStack::openRecordRequested, this,
            [this](const CallId& call, const RecordId& record) {
                const auto opened = m_desk.calls.openRecord(call, record);
                if (!opened && opened.error().kind == Error::Kind::Unauthorized)
                    tell(text::sentence(opened.error(), text::Place::Lookup));
            });
    connect(cards, &CardStack::choiceMade, &calls, &CallFlow::choose);
    connect(cards, &CardStack::forgetChoiceRequested, &calls, &CallFlow::forgetChoice);
    connect(cards, &CardStack::searchRequested, &calls, &CallFlow::retryLookup);
    connect(cards, &CardStack::actionRequested, &calls, &CallFlow::act);
    connect(cards, &CardStack::noteEdited, &calls, &CallFlow::editNote);
    connect(cards, &CardStack::outcomeChosen, &calls, &CallFlow::chooseOutcome);
    connect(cards, &CardStack::doNotLogChanged, &calls, &CallFlow::setDoNotLog);
    connect(cards, &CardStack::followUpRequested, this, &Desktop::askFollowUp);
    connect(cards, &CardStack::completeRequested, this, &Desktop::completeRecord);
    connect(cards, &CardStack::dismissed, &calls, &CallFlow::dismiss);
    connect(cards, &CardStack::callBackRequested, this, &Desktop::dialFrom);
    const auto create = [this](const CallId& id) {
        if (const auto card = m_desk.calls.card(id))
            m_addContactDesk.show(id, card->call.remoteNumber);
    };
    connect(cards, &CardStack::createRequested, this, create);
    connect(cards, &CardStack::noneOfTheseRequested, this, create);
}

void Desktop::connectTray()
{
    auto* tray = m_tray.get();
    connect(tray, &TrayIcon::dialRequested, &m_dialDesk, &DialDesk::show);
    connect(tray, &TrayIcon::phonebookRequested, &m_phonebookDesk, &PhonebookDesk::show);
    connect(tray, &TrayIcon::historyRequested, this, &Desktop::showHistory);
    connect(tray, &TrayIcon::settingsRequested, this, &Desktop::showSettings);
    connect(tray, &TrayIcon::diagnoseRequested, this, &Desktop::showDiagnosis);
    connect(tray, &TrayIcon::signInRequested, this, [this](TrayIcon::Side side) {
        showSignIn(side == TrayIcon::Side::Pbx ? SignInTo::Pbx : SignInTo::Salesforce);
    });
    connect(tray, &TrayIcon::signOutRequested, this, [this](TrayIcon::Side side) {
        if (side == TrayIcon::Side::Pbx)
            (void)m_desk.signIn.signOutPbx();
        else
            showSignIn(SignInTo::Salesforce); // asks first, in the window that explains it
    });
    connect(tray, &TrayIcon::integrationToggled, this, [this](bool enabled) {
        (void)m_desk.settings.change(u"integration.enabled"_s, enabled ? u"true"_s : u"false"_s);
    });
    connect(tray, &TrayIcon::homeRequested, this, &Desktop::showHome);
    connect(tray, &TrayIcon::showCardsRequested, this, [this] { m_cards->focusFront(); });
    connect(tray, &TrayIcon::quitRequested, this, &Desktop::quitRequested);
}

void Desktop::connectFlows()
{
    connect(&m_desk.calls, &CallFlow::activityChanged, this, &Desktop::refreshActivity);
    connect(&m_desk.calls, &CallFlow::cardRemoved, this, &Desktop::refreshActivity);
    connect(&m_desk.calls, &CallFlow::historyChanged, this, [this](const HistoryRow& row) {
        if (m_history)
            m_history->updateRow(row);
        countSoon();
    });
    connect(&m_desk.crm, &CrmLink::statusChanged, this, &Desktop::refreshStatus);
    // Thousands may be logged in a row: they are counted now and then.
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(100ms);
    connect(&m_countSoon, &QTimer::timeout, this, &Desktop::refreshPending);
    connect(&m_desk.journal, &JournalFlow::journalChanged, this, &Desktop::countSoon);
    connect(&m_desk.dialling, &DialFlow::confirmRequested, this, &Desktop::confirmDial);
    connect(&m_desk.dialling, &DialFlow::dialFailed, this,
            [this](const QString&, const Error& error) {
                tell(text::sentence(error, text::Place::Dialling));
            });
    connect(&m_desk.dialling, &DialFlow::extensionLeft, this,
            [this](const QString& extension) { tell(text::extensionHint(extension)); });
    connect(&m_dialDesk, &DialDesk::dialRequested, this, &Desktop::dialFrom);
    connect(&m_phonebookDesk, &PhonebookDesk::callRequested, this, &Desktop::dialFrom);
    connect(&m_phonebookDesk, &PhonebookDesk::openRecordRequested, this, &Desktop::openRecord);
    connect(&m_phonebookDesk, &PhonebookDesk::failed, this,
            [this](const Error& error) { tell(text::sentence(error, text::Place::Storage)); });
    connect(&m_desk.sync, &SyncFlow::phonebookChanged, &m_phonebookDesk, &PhonebookDesk::refresh);
    connect(&m_desk.sync, &SyncFlow::problemChanged, this, [this] {
        if (const auto problem = m_desk.sync.problem())
            tell(text::sentence(*problem, text::Place::Pbx));
    });
}

void Desktop::start(bool minimized)
{
    m_tray->start(minimized ? TrayIcon::Appearance::Minimized : TrayIcon::Appearance::Ordinary);
    qCInfo(lcPlatform) << "on the desktop";
    refreshStatus();
    refreshActivity();
    const auto& settings = m_desk.settings.settings();
    if (settings.cardShow)
        for (const auto& card : m_desk.calls.cards()) // of a desktop before, in another language
            m_cards->show(card);
    if (!minimized && settings.pbxUrl.isEmpty())
        showSignIn(); // the first start: nothing can be done before
}

void Desktop::showHome()
{
    if (m_desk.settings.settings().pbxUrl.isEmpty())
        showSignIn();
    else
        showHistory();
}

void Desktop::setPbx(PbxLink* pbx)
{
    if (!pbx)
        return;
    connect(pbx, &PbxLink::statusChanged, this, &Desktop::refreshStatus);
    connect(pbx, &PbxLink::colleaguesChanged, this, [this] {
        if (auto* now = m_desk.pbx())
            m_cards->setColleagues(now->otherColleagues());
    });
    m_cards->setColleagues(pbx->otherColleagues()); // known before, where the language changed
    refreshStatus();
}

void Desktop::applySettings(const Settings& settings)
{
    applyTheme(*qApp, settings.theme);
    m_cards->setPlacement(settings.cardCorner);
    m_tray->setIntegrationEnabled(settings.integrationEnabled);
    if (m_history)
        m_history->setLook(settings);
    m_addContactDesk.setSettings(settings);
    m_dialDesk.setSettings(settings);
    m_phonebookDesk.setSettings(settings);
    if (m_settingsWindow)
        m_settingsWindow->setLayers(m_desk.settings.layers());
    setHotkeys(settings); // one that is refused says so in the window
    refreshStatus();
}

void Desktop::countSoon()
{
    if (!m_countSoon.isActive())
        m_countSoon.start();
}

void Desktop::refreshStatus()
{
    const auto* pbx = m_desk.pbx();
    const auto pbxStatus = pbx ? pbx->status() : PbxStatus{};
    const auto crmStatus = m_desk.crm.status();
    m_tray->setStatus(pbxStatus, crmStatus);
    refreshPending();
    if (m_signIn) {
        m_signIn->setPbx(SignInFlow::pbxAccount(m_desk.settings.settings()), pbxStatus);
        m_signIn->setCrm(SignInFlow::crmAccount(m_desk.settings.settings()), crmStatus);
    }
    if (m_settingsWindow)
        m_settingsWindow->setCrmStatus(crmStatus);
    if (m_history)
        m_history->setStatus(pbxStatus, crmStatus);
}

void Desktop::refreshActivity()
{
    const auto cards = m_desk.calls.cards();
    auto activity = TrayIcon::Activity::Idle;
    for (const auto& card : cards) {
        if (card.call.phase == CallPhase::Ringing)
            activity = TrayIcon::Activity::Ringing;
        else if (!card.call.isOver() && activity == TrayIcon::Activity::Idle)
            activity = TrayIcon::Activity::Talking;
    }
    m_tray->setActivity(activity);
    m_tray->setCalls(cards);
}

void Desktop::setHotkeys(const Settings& settings)
{
    const auto set = [this](const QString& key, platform::Hotkey& hotkey, QString& present,
                            const QString& wanted) {
        if (std::exchange(present, wanted) == wanted)
            return;
        if (const auto done = hotkey.set(wanted); !done)
            showSettingError(key, done.error());
    };
    set(u"dial.hotkey"_s, m_dialHotkey, m_dialKeys, settings.dialHotkey);
    set(u"card.hotkey"_s, m_cardHotkey, m_cardKeys, settings.cardHotkey);
}

void Desktop::showDiagnosis()
{
    if (!m_diagnose) {
        m_diagnose = std::make_unique<DiagnoseWindow>();
        connect(m_diagnose.get(), &DiagnoseWindow::reportRequested, this,
                [this](const QString& path, bool personal) {
                    m_diagnose->showReport(path, m_desk.writeReport(path, personal));
                });
        connect(m_diagnose.get(), &DiagnoseWindow::refreshRequested, this, &Desktop::showDiagnosis);
    }
    m_diagnose->setChecks(m_desk.diagnosis());
    bringUp(m_diagnose.get());
}

void Desktop::dialSelection()
{
    // X11 keeps what is selected in any program as the primary selection.
    const auto* clipboard = QApplication::clipboard();
    m_dialDesk.showWith(clipboard->supportsSelection()
                            ? clipboard->text(QClipboard::Selection).trimmed().left(100)
                            : QString());
}

void Desktop::confirmDial(const DialRequest& request, bool isDoNotCall)
{
    auto* dialog =
        new ConfirmDialDialog(request, isDoNotCall, text::numberLook(m_desk.settings.settings()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConfirmDialDialog::confirmed, this,
            [this, request] { m_desk.dialling.confirm(request); });
    bringUp(dialog);
}

void Desktop::dialFrom(const QString& number)
{
    async::onReady(m_desk.dialling.dial(number), this, [this](const Result<CallId>& id) {
        if (!id && id.error().code != "DO_NOT_CALL"_L1) // that is asked about in a dialog
            tell(text::sentence(id.error(), text::Place::Dialling));
    });
}

void Desktop::tell(const QString& sentence)
{
    m_tray->showMessage(sentence);
}

} // namespace companion
