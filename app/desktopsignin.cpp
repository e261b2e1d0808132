// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window to sign in by, and who carries out what is wished there.
#include "app/core/async.h"
#include "app/desktop.h"
#include "ui/bringup.h"
#include "ui/wizard/signinwindow.h"

namespace companion {

using namespace Qt::StringLiterals;

void Desktop::showSignIn(SignInTo side)
{
    if (!m_signIn) {
        m_signIn = std::make_unique<SignInWindow>();
        m_signIn->setLayers(m_desk.settings.layers());
        auto* window = m_signIn.get();
        connect(window, &SignInWindow::pbxSignInRequested, this, &Desktop::signInPbx);
        connect(window, &SignInWindow::pbxSignOutRequested, this,
                [this] { (void)m_desk.signIn.signOutPbx(); });
        connect(window, &SignInWindow::crmSignInRequested, this, &Desktop::signInCrm);
        connect(window, &SignInWindow::crmSignInCancelled, this,
                [this] { m_desk.crm.cancelSignIn(); });
        connect(window, &SignInWindow::crmSignOutRequested, this, &Desktop::disconnectCrm);
    }
    refreshStatus();
    bringUp(m_signIn.get());
    if (side == SignInTo::WhatIsMissing)
        m_signIn->showWhatIsMissing();
    else
        m_signIn->showPage(side == SignInTo::Pbx ? SignInWindow::Page::Pbx
                                                 : SignInWindow::Page::Salesforce);
}

void Desktop::signInPbx(const PbxAccount& account, const QString& secret)
{
    const QList<std::pair<QString, QString>> values{
        {u"pbx.kind"_s, account.kind},
        {u"pbx.url"_s, account.url},
        {u"pbx.clientId"_s, account.clientId},
        {u"pbx.extension"_s, account.extension},
        {u"pbx.caFile"_s, account.caFile},
        {u"pbx.asterisk.technology"_s, account.technology},
        {u"pbx.asterisk.context"_s, account.context},
    };
    for (const auto& [key, value] : values)
        if (const auto kept = m_desk.settings.change(key, value);
            !kept && kept.error().kind != Error::Kind::Forbidden)
            return m_signIn->showPbxError(kept.error());
    m_desk.usePbxKind(m_desk.settings.settings().pbxKind);
    const auto used = SignInFlow::pbxAccount(m_desk.settings.settings());
    async::onReady(m_desk.signIn.signInPbx(used, secret), this, [this](const Result<Done>& done) {
        refreshStatus();
        if (!done) // after what went wrong before
            m_signIn->showPbxError(done.error());
    });
}

void Desktop::signInCrm(const CrmAccount& account, const QString& secret)
{
    (void)m_desk.settings.change(u"salesforce.loginUrl"_s, account.loginUrl);
    (void)m_desk.settings.change(u"salesforce.clientId"_s, account.clientId);
    const auto used = SignInFlow::crmAccount(m_desk.settings.settings());
    async::onReady(m_desk.signIn.signInCrm(used, secret), this, [this](const Result<Done>& done) {
        refreshStatus();
        if (!done)
            m_signIn->showCrmError(done.error());
    });
}

void Desktop::disconnectCrm()
{
    async::onReady(m_desk.signIn.signOutCrm(), this,
                   [this](const Result<Done>&) { refreshStatus(); });
}

} // namespace companion
