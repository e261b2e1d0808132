// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/linkstate.h"
#include "app/core/ports/crmlink.h"
#include "app/core/ports/pbxlink.h"
#include "app/core/settings.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabBar;

namespace companion {

class CrmSignInPage;
class PbxSignInPage;

//! \brief One window to sign in to both sides, to see who one is signed in as, and to sign out.
//!
//! Values and states come in and never overwrite what is being typed; secrets are handed out once
//! and not kept.
class SignInWindow : public QWidget
{
    Q_OBJECT

public:
    explicit SignInWindow(QWidget* parent = nullptr);

    //! Enforced values are shown locked.
    void setLayers(const SettingLayers& layers);
    void setPbx(const PbxAccount& account, const PbxStatus& status);
    void setCrm(const CrmAccount& account, const CrmStatus& status);
    //! Why the attempt that was asked for did not succeed; nothing typed is lost.
    void showPbxError(const Error& error);
    void showCrmError(const Error& error);

    enum class Page { Pbx, Salesforce };
    void showPage(Page page);
    void showWhatIsMissing(); //!< the side that is not signed in, if only one is
    [[nodiscard]] Page page() const;

Q_SIGNALS:
    void pbxSignInRequested(const companion::PbxAccount& account, const QString& secret);
    void pbxSignOutRequested();
    void crmSignInRequested(const companion::CrmAccount& account, const QString& secret);
    void crmSignInCancelled();
    //! After the person has confirmed what *Disconnect* does.
    void crmSignOutRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void markTab(Page page, LinkState state);
    void goOnAfterPbx(const PbxStatus& status);
    void goOnAfterCrm(const CrmStatus& status);
    void showCaption();
    void focusFirstGap();

    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    PbxSignInPage* m_pbx;
    CrmSignInPage* m_crm;
    LinkState m_pbxState = LinkState::SignedOut;
    LinkState m_crmState = LinkState::SignedOut;
    bool m_pbxAsked = false;
    bool m_pbxWaits = false; //!< for Salesforce to tell the e-mail address of the extension
    QLabel* m_caption = nullptr;
};

} // namespace companion
