// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/async.h"
#include "app/core/ports/crmlink.h"
#include "app/core/ports/pbxlink.h"
#include "app/core/ports/secretstore.h"
#include "app/core/settings.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <memory>

namespace companion {

//! \brief Signs in to both sides, goes on with what is stored at a start, and signs out.
//!
//! The PBX's secret is stored once the PBX has accepted it, and never before.
class SignInFlow : public QObject
{
    Q_OBJECT

public:
    SignInFlow(CrmLink& crm, SecretStore& secrets, QObject* parent = nullptr);
    //! \p lockedStore: how long to wait before a key store that cannot be read is asked again.
    SignInFlow(CrmLink& crm, SecretStore& secrets, std::chrono::milliseconds lockedStore,
               QObject* parent = nullptr);

    void setPbx(PbxLink* pbx);
    //! With what both accounts are made up, and kept up to date.
    void setSettings(const Settings& settings);

    //! At the start of the program: both sides, as far as secrets are stored.
    void resume();
    void resumePbx(); //!< the PBX alone
    //! Ends when the PBX has accepted or refused, or cannot be reached. A key store that waits to
    //! be unlocked does not hold it up: the secret is written once it is.
    QFuture<Result<Done>> signInPbx(const PbxAccount& account, const QString& secret);
    //! The secret of the last sign-in that the PBX accepted.
    QFuture<Result<QString>> acceptedPbxSecret();
    QFuture<Result<Done>> signOutPbx();
    //! \p secret: the Consumer Secret, if the org insists on one; empty otherwise.
    QFuture<Result<Done>> signInCrm(const CrmAccount& account, const QString& secret);
    //! The guide's *Cancel Integration*: tokens revoked and forgotten; crmDisconnected() tells the
    //! rest of the program to clear what belongs to it.
    QFuture<Result<Done>> signOutCrm();

    [[nodiscard]] static PbxAccount pbxAccount(const Settings& settings);
    [[nodiscard]] static CrmAccount crmAccount(const Settings& settings);

Q_SIGNALS:
    void crmDisconnected();

private:
    void resumeCrm(int attempt);
    void resumeCrmOnceUnlocked(int attempt);
    void resumePbx(int attempt);
    void startPbx(const QString& secret);
    void onSignInStatus(const PbxStatus& status);
    void endSignIn(const Result<Done>& outcome);
    void keepSecret();

    CrmLink& m_crm;
    SecretStore& m_secrets;
    QPointer<PbxLink> m_pbx;
    Settings m_settings;
    std::chrono::milliseconds m_lockedStore;
    std::shared_ptr<async::Promise<Done>> m_signingIn; //!< shared with the answer to be written
    QMetaObject::Connection m_signInWatch;
    QString m_offeredSecret; //!< of the sign-in that is going on
    QString m_startedFor; //!< the e-mail that the extension was found by
    int m_round = 0; //!< of signing in and out; what belongs to an earlier one is dropped
    int m_crmRound = 0; //!< the same of Salesforce
    bool m_isSignedOut = false;
    QString m_waitingSecret; //!< until Salesforce tells whose e-mail finds the extension
};

} // namespace companion
