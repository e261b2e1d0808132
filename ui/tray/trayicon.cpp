// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tray/trayicon.h"

#include "ui/text/calltext.h"
#include "ui/text/plaintext.h"
#include "ui/text/statustext.h"
#include "ui/theme.h"
#include "ui/tray/traywindow.h"

#include <QAction>
#include <QMenu>
#include <QSystemTrayIcon>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr int mostCallLines = 5;
    constexpr int messageMilliseconds = 8000;

    bool isSignedIn(LinkState state)
    {
        return state != LinkState::SignedOut;
    }

    //! Menus read “&” as a mnemonic; a name must not.
    QString menuText(QString text)
    {
        return text.replace(u'&', u"&&"_s);
    }

} // namespace

TrayIcon::TrayIcon(QObject* parent) : QObject(parent), m_menu(std::make_unique<QMenu>())
{
    buildMenu();
    refreshTexts();
}

TrayIcon::~TrayIcon() = default;

QAction* TrayIcon::addAction(const QString& iconName, const QString& text)
{
    return m_menu->addAction(icon(iconName, IconTint::Muted), text);
}

void TrayIcon::buildMenu()
{
    m_pbxLine = addAction(u"phone"_s, {});
    m_crmLine = addAction(u"cloud"_s, {});
    connect(m_pbxLine, &QAction::triggered, this, [this] { Q_EMIT signInRequested(Side::Pbx); });
    connect(m_crmLine, &QAction::triggered, this,
            [this] { Q_EMIT signInRequested(Side::Salesforce); });
    m_callsEnd = m_menu->addSeparator();
    connect(addAction(u"dialpad"_s, tr("&Dial…")), &QAction::triggered, this,
            &TrayIcon::dialRequested);
    connect(addAction(u"phonebook"_s, tr("&Phonebook…")), &QAction::triggered, this,
            &TrayIcon::phonebookRequested);
    m_history = addAction(u"history"_s, {});
    connect(m_history, &QAction::triggered, this, &TrayIcon::historyRequested);
    m_menu->addSeparator();
    m_pbxSign = addAction({}, {});
    connect(m_pbxSign, &QAction::triggered, this, [this] {
        if (isSignedIn(m_pbx.state))
            Q_EMIT signOutRequested(Side::Pbx);
        else
            Q_EMIT signInRequested(Side::Pbx);
    });
    m_crmSign = addAction({}, {});
    connect(m_crmSign, &QAction::triggered, this, [this] {
        if (isSignedIn(m_crm.state))
            Q_EMIT signOutRequested(Side::Salesforce);
        else
            Q_EMIT signInRequested(Side::Salesforce);
    });
    m_pause = m_menu->addAction(tr("Pause Salesforce &integration"));
    m_pause->setCheckable(true);
    connect(m_pause, &QAction::triggered, this,
            [this](bool isPaused) { Q_EMIT integrationToggled(!isPaused); });
    m_menu->addSeparator();
    connect(addAction(u"settings"_s, tr("&Settings…")), &QAction::triggered, this,
            &TrayIcon::settingsRequested);
    connect(addAction(u"diagnose"_s, tr("Dia&gnose…")), &QAction::triggered, this,
            &TrayIcon::diagnoseRequested);
    m_menu->addSeparator();
    connect(addAction(u"quit"_s, tr("&Quit")), &QAction::triggered, this, &TrayIcon::quitRequested);
}

void TrayIcon::start(Appearance appearance)
{
    if (m_icon)
        return;
    m_icon = std::make_unique<QSystemTrayIcon>(trayImage(m_look));
    m_icon->setContextMenu(m_menu.get());
    m_icon->setToolTip(m_toolTip);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    onClicked();
                else if (reason == QSystemTrayIcon::MiddleClick)
                    Q_EMIT dialRequested();
            });
    m_icon->show(); // where a tray comes later, it appears there then
    if (QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_window = std::make_unique<TrayWindow>(m_menu->actions());
    connect(m_window.get(), &TrayWindow::showCardsRequested, this, &TrayIcon::showCardsRequested);
    refreshTexts();
    m_window->adjustSize(); // one that starts minimised would have a picture of Qt's usual size
    if (appearance == Appearance::Minimized)
        m_window->showMinimized();
    else
        m_window->show();
}

bool TrayIcon::isInTray() const
{
    return m_icon && !m_window;
}

void TrayIcon::onClicked()
{
    if (m_look.activity != Activity::Idle)
        Q_EMIT showCardsRequested();
    else
        Q_EMIT homeRequested();
}

void TrayIcon::setStatus(const PbxStatus& pbx, const CrmStatus& crm)
{
    if (m_pbx == pbx && m_crm == crm)
        return;
    m_pbx = pbx;
    m_crm = crm;
    refreshLook();
    refreshTexts();
}

void TrayIcon::setActivity(Activity activity)
{
    if (m_look.activity == activity)
        return;
    m_look.activity = activity;
    showLook();
    refreshTexts();
}

void TrayIcon::setIntegrationEnabled(bool isEnabled)
{
    m_pause->setChecked(!isEnabled);
    refreshLook();
    refreshTexts();
}

void TrayIcon::setPending(int count)
{
    if (m_pending == count)
        return;
    m_pending = count;
    refreshLook();
    refreshTexts();
}

void TrayIcon::setCalls(const QList<CallCard>& cards)
{
    if (m_calls == cards)
        return;
    m_calls = cards;
    QStringList lines;
    for (const auto& card : cards)
        if (!card.call.isOver() && lines.size() < mostCallLines)
            lines.append(
                tr("%1: %2", "state of a call, who")
                    .arg(text::phaseName(card.call), text::isolated(text::remoteParty(card), 40)));
    while (m_callLines.size() > lines.size())
        delete m_callLines.takeLast();
    while (m_callLines.size() < lines.size()) {
        auto* line = new QAction(icon(u"answer"_s, IconTint::Success), {}, m_menu.get());
        connect(line, &QAction::triggered, this, &TrayIcon::showCardsRequested);
        m_menu->insertAction(m_callsEnd, line);
        m_callLines.append(line);
    }
    for (qsizetype index = 0; index < lines.size(); ++index)
        m_callLines.at(index)->setText(menuText(lines.at(index)));
    if (m_window)
        m_window->setCalls(lines);
    refreshTexts();
}

QIcon TrayIcon::image(const TrayLook& look)
{
    // A new icon each time would fill Qt's pixmap cache, by some 11 kB a change.
    const auto drawn = m_images.constFind(look);
    return drawn != m_images.cend() ? *drawn : *m_images.insert(look, trayImage(look));
}

void TrayIcon::refreshLook()
{
    const TrayLook look{.pbx = m_pbx.state,
                        .crm = m_crm.state,
                        .activity = m_look.activity,
                        .isPaused = m_pause->isChecked(),
                        .hasPending = m_pending > 0};
    if (look == m_look)
        return;
    m_look = look;
    showLook();
}

void TrayIcon::showLook()
{
    if (m_icon)
        m_icon->setIcon(image(m_look));
    if (m_window) {
        m_window->setLook(m_look);
        m_window->setWindowIcon(image(m_look));
    }
}

void TrayIcon::refreshTexts()
{
    const QString pbx = tr("PBX: %1").arg(text::statusSentence(m_pbx));
    const QString crm = m_pause->isChecked()
        ? tr("Salesforce: paused")
        : tr("Salesforce: %1").arg(text::statusSentence(m_crm));
    m_pbxLine->setText(menuText(text::composed(pbx, 90)));
    m_crmLine->setText(menuText(text::composed(crm, 90)));
    m_history->setText(m_pending > 0 ? tr("&History… (%1 to be logged)").arg(m_pending)
                                     : tr("&History…"));
    const bool hasPbx = isSignedIn(m_pbx.state);
    m_pbxSign->setText(hasPbx ? tr("Sign out of the PBX") : tr("Sign in to the PBX…"));
    m_pbxSign->setIcon(icon(hasPbx ? u"sign-out"_s : u"sign-in"_s, IconTint::Muted));
    const bool hasCrm = isSignedIn(m_crm.state);
    m_crmSign->setText(hasCrm ? tr("Sign out of Salesforce…") : tr("Sign in to Salesforce…"));
    m_crmSign->setIcon(icon(hasCrm ? u"sign-out"_s : u"sign-in"_s, IconTint::Muted));
    QStringList lines{tr("Cloud One Companion"), pbx, crm};
    for (const auto* call : std::as_const(m_callLines))
        lines.insert(1, call->text().replace(u"&&"_s, u"&"_s));
    if (m_pending > 0)
        lines.append(tr("Calls waiting to be logged: %1").arg(m_pending));
    m_toolTip = lines.join(u'\n');
    if (m_icon && m_icon->toolTip() != m_toolTip)
        m_icon->setToolTip(m_toolTip);
    if (m_window)
        m_window->setStatus(m_pbx, m_crm, m_pause->isChecked());
}

void TrayIcon::showMessage(const QString& sentence)
{
    if (m_window)
        m_window->showMessage(sentence);
    else if (m_icon && QSystemTrayIcon::supportsMessages())
        m_icon->showMessage(tr("Cloud One Companion"), text::composed(sentence, 300),
                            trayImage(m_look), messageMilliseconds);
}

void TrayIcon::showWindow()
{
    if (!m_window)
        return;
    m_window->showNormal();
    m_window->raise();
    m_window->activateWindow();
}

} // namespace companion
