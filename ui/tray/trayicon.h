// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callcard.h"
#include "app/core/linkstate.h"
#include "ui/tray/trayimage.h"

#include <QHash>
#include <QIcon>
#include <QObject>
#include <QPointer>

#include <memory>

class QAction;
class QMenu;
class QSystemTrayIcon;

namespace companion {

class TrayWindow;

//! \brief The program's place on the desktop: icon, tooltip and menu in the tray, or, where there
//! is no tray, a small window with the same (TrayWindow). Draws only when something changed.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    using Activity = PhoneActivity;
    enum class Side { Pbx, Salesforce };
    enum class Appearance { Ordinary, Minimized }; //!< of the window, where there is no tray

    explicit TrayIcon(QObject* parent = nullptr);
    ~TrayIcon() override;

    void start(Appearance appearance = Appearance::Ordinary);
    [[nodiscard]] bool isInTray() const;

    void setStatus(const PbxStatus& pbx, const CrmStatus& crm);
    void setActivity(Activity activity);
    void setIntegrationEnabled(bool isEnabled);
    void setCalls(const QList<CallCard>& cards);
    void setPending(int count); //!< entries that wait to be logged
    void showMessage(const QString& sentence);
    void showWindow(); //!< the TrayWindow, where there is one

    [[nodiscard]] QString toolTip() const { return m_toolTip; }
    [[nodiscard]] QMenu* menu() const { return m_menu.get(); }

Q_SIGNALS:
    void dialRequested();
    void phonebookRequested();
    void historyRequested();
    void settingsRequested();
    void diagnoseRequested();
    void signInRequested(companion::TrayIcon::Side side);
    void signOutRequested(companion::TrayIcon::Side side);
    void integrationToggled(bool isEnabled);
    void homeRequested(); //!< the icon was clicked
    void showCardsRequested(); //!< bring the call's card to the keys
    void quitRequested();

private:
    void buildMenu();
    QAction* addAction(const QString& iconName, const QString& text);
    void refreshLook();
    void showLook();
    [[nodiscard]] QIcon image(const TrayLook& look);
    void refreshTexts();
    void onClicked();

    TrayLook m_look;
    QHash<TrayLook, QIcon> m_images; //!< drawn once each
    PbxStatus m_pbx;
    CrmStatus m_crm;
    QList<CallCard> m_calls;
    int m_pending = 0;
    QString m_toolTip;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    std::unique_ptr<TrayWindow> m_window;
    QAction* m_pbxLine = nullptr; // the menu's, as all of these
    QAction* m_crmLine = nullptr;
    QAction* m_callsEnd = nullptr;
    QList<QAction*> m_callLines;
    QAction* m_history = nullptr;
    QAction* m_pbxSign = nullptr;
    QAction* m_crmSign = nullptr;
    QAction* m_pause = nullptr;
};

} // namespace companion
