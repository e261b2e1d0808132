// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/pbxlink.h"
#include "app/core/settings.h"
#include "ui/wizard/signinpage.h"

class QPushButton;

namespace companion {

//! \brief The phone system's half of the sign-in window.
class PbxSignInPage : public SignInPage
{
    Q_OBJECT

public:
    explicit PbxSignInPage(QWidget* parent = nullptr);

    void setLayers(const SettingLayers& layers);
    void set(const PbxAccount& account, const PbxStatus& status);
    void showError(const Error& error);
    void signIn(); //!< with what stands there

Q_SIGNALS:
    void signInRequested(const companion::PbxAccount& account, const QString& secret);
    void signOutRequested();

private:
    void buildFields();
    void buildAdvanced();
    void chooseFile();
    void showKind();
    void showStatus(const PbxStatus& status);
    void setBusy(bool isBusy);
    [[nodiscard]] PbxAccount typed() const;
    [[nodiscard]] bool check();

    PbxAccount m_known; //!< what is in force; a secret is stored for it
    Field* m_kind = nullptr;
    Field* m_url = nullptr;
    Field* m_clientId = nullptr;
    Field* m_secret = nullptr;
    Field* m_extension = nullptr;
    QPushButton* m_showAdvanced = nullptr;
    Field* m_caFile = nullptr;
    Field* m_technology = nullptr;
    Field* m_context = nullptr;
    QPushButton* m_signIn = nullptr;
    QPushButton* m_signOut = nullptr;
    bool m_kindTouched = false;
    bool m_isBusy = false;
};

} // namespace companion
