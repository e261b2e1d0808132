// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/crmlink.h"
#include "app/core/settings.h"
#include "ui/wizard/signinpage.h"

class QPlainTextEdit;
class QPushButton;

namespace companion {

//! \brief Salesforce's half of the sign-in window. *Disconnect* asks here before it is wished.
class CrmSignInPage : public SignInPage
{
    Q_OBJECT

public:
    explicit CrmSignInPage(QWidget* parent = nullptr);

    void setLayers(const SettingLayers& layers);
    void set(const CrmAccount& account, const CrmStatus& status);
    void showError(const Error& error);

Q_SIGNALS:
    void signInRequested(const companion::CrmAccount& account, const QString& secret);
    void cancelRequested();
    void signOutRequested();

private:
    void buildFields();
    void buildAddresses();
    void buildButtons();
    void showEnvironment();
    void showLoginUrl(const QString& url);
    void showStatus(const CrmStatus& status);
    void setBusy(bool isBusy);
    [[nodiscard]] CrmAccount typed() const;
    [[nodiscard]] bool check();
    void signIn();
    void askToDisconnect();

    QList<quint16> m_ports;
    Field* m_environment = nullptr;
    Field* m_domain = nullptr;
    Field* m_clientId = nullptr;
    Field* m_secret = nullptr;
    QPlainTextEdit* m_addresses = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_signIn = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_signOut = nullptr;
    QString m_instance;
    bool m_environmentTouched = false;
    bool m_isBusy = false;
};

} // namespace companion
