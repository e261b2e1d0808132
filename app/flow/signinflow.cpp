// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/flow/signinflow.h"

#include "app/core/async.h"
#include "app/core/logging.h"

#include <QTimer>

#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    QString pbxSecretName()
    {
        return u"pbx-secret"_s;
    }

    constexpr std::chrono::seconds storeWait{1}; // a locked one asks the person first
    constexpr int maxStoreTries = 24; // two minutes, for the person to unlock the key store

} // namespace

SignInFlow::SignInFlow(CrmLink& crm, SecretStore& secrets, QObject* parent)
    : SignInFlow(crm, secrets, std::chrono::seconds(5), parent)
{}

SignInFlow::SignInFlow(CrmLink& crm, SecretStore& secrets, std::chrono::milliseconds lockedStore,
                       QObject* parent)
    : QObject(parent), m_crm(crm), m_secrets(secrets), m_lockedStore(lockedStore)
{
    connect(&m_crm, &CrmLink::statusChanged, this, [this](const CrmStatus& status) {
        if (status.email.isEmpty())
            return;
        if (!m_waitingSecret.isEmpty())
            startPbx(std::exchange(m_waitingSecret, {}));
        else if (!m_startedFor.isEmpty()
                 && status.email.compare(m_startedFor, Qt::CaseInsensitive) != 0)
            resumePbx(0); // another person has signed in: another extension
    });
}

void SignInFlow::setPbx(PbxLink* pbx)
{
    if (m_pbx == pbx)
        return;
    endSignIn(Error{Error::Kind::Cancelled, u"another kind of PBX was chosen"_s});
    m_startedFor.clear();
    m_pbx = pbx;
}

void SignInFlow::setSettings(const Settings& settings)
{
    m_settings = settings;
}

PbxAccount SignInFlow::pbxAccount(const Settings& settings)
{
    return {.kind = settings.pbxKind,
            .url = settings.pbxUrl,
            .clientId = settings.pbxClientId,
            .extension = settings.pbxExtension,
            .caFile = settings.pbxCaFile,
            .technology = settings.asteriskTechnology,
            .context = settings.asteriskContext};
}

CrmAccount SignInFlow::crmAccount(const Settings& settings)
{
    return {.loginUrl = settings.salesforceLoginUrl,
            .clientId = settings.salesforceClientId,
            .redirectPorts = settings.redirectPorts};
}

void SignInFlow::resume()
{
    ++m_crmRound;
    resumeCrm(0);
    resumePbx();
}

void SignInFlow::resumeCrm(int attempt)
{
    if (m_settings.salesforceClientId.isEmpty())
        return;
    async::onReady(m_crm.resume(crmAccount(m_settings)), this,
                   [this, attempt, round = m_crmRound](const Result<Done>& done) {
                       if (done)
                           return;
                       qCInfo(lcCrm) << "not signed in again:" << done.error().detail;
                       if (done.error().kind == Error::Kind::Storage && round == m_crmRound)
                           resumeCrmOnceUnlocked(attempt);
                   });
}

//! Only the store is asked meanwhile: Salesforce's state would go to and fro at each try.
void SignInFlow::resumeCrmOnceUnlocked(int attempt)
{
    if (attempt == maxStoreTries)
        return;
    QTimer::singleShot(m_lockedStore, this, [this, attempt, round = m_crmRound] {
        if (round != m_crmRound)
            return; // signed in by hand meanwhile, or out
        async::onReady(m_secrets.read(pbxSecretName()), this,
                       [this, attempt, round](const Result<QString>& any) {
                           if (round != m_crmRound)
                               return;
                           if (!any && any.error().kind == Error::Kind::Storage)
                               resumeCrmOnceUnlocked(attempt + 1);
                           else
                               resumeCrm(attempt + 1);
                       });
    });
}

void SignInFlow::resumePbx()
{
    if (!m_settings.pbxUrl.isEmpty())
        resumePbx(0);
}

void SignInFlow::resumePbx(int attempt)
{
    if (m_signingIn)
        return; // the PBX of now would answer for the one that is asked
    async::onReady(m_secrets.read(pbxSecretName()), this,
                   [this, attempt, round = m_round](const Result<QString>& secret) {
                       if (round != m_round)
                           return; // signed in by hand meanwhile, or out
                       if (secret && !secret->isEmpty())
                           return startPbx(*secret);
                       // At a log-in the key store may be locked still.
                       if (!secret && secret.error().kind == Error::Kind::Storage
                           && attempt < maxStoreTries)
                           QTimer::singleShot(m_lockedStore, this, [this, attempt, round] {
                               if (round == m_round)
                                   resumePbx(attempt + 1);
                           });
                   });
}

void SignInFlow::startPbx(const QString& secret)
{
    if (!m_pbx)
        return;
    const auto account = pbxAccount(m_settings);
    const QString email = m_crm.status().email;
    if (account.extension.isEmpty() && email.isEmpty()) {
        m_waitingSecret = secret;
        return;
    }
    m_startedFor = account.extension.isEmpty() ? email : QString();
    m_pbx->start(account, secret, email);
}

QFuture<Result<Done>> SignInFlow::signInPbx(const PbxAccount& account, const QString& secret)
{
    const QString email = m_crm.status().email;
    if (!m_pbx)
        return async::ready<Done>(Error{Error::Kind::Unsupported, u"no such kind of PBX"_s});
    if (account.url.trimmed().isEmpty())
        return async::ready<Done>(Error{Error::Kind::Rejected, u"no address"_s});
    if (account.extension.isEmpty() && email.isEmpty())
        return async::ready<Done>(
            Error{Error::Kind::Rejected, u"no extension"_s, u"no_extension"_s});
    endSignIn(Error{Error::Kind::Cancelled, u"tried again with other values"_s});
    ++m_round;
    m_isSignedOut = false;
    m_waitingSecret.clear();
    m_offeredSecret = secret;
    m_startedFor = account.extension.isEmpty() ? email : QString();
    m_signingIn = std::make_shared<async::Promise<Done>>();
    auto future = m_signingIn->future();
    m_signInWatch = connect(m_pbx, &PbxLink::statusChanged, this, &SignInFlow::onSignInStatus);
    m_pbx->start(account, secret, email);
    return future;
}

void SignInFlow::onSignInStatus(const PbxStatus& status)
{
    if (status.state == LinkState::Connected)
        return keepSecret();
    const bool isOut = status.state == LinkState::Failed
        || (status.state != LinkState::Connecting && status.problem.has_value());
    if (!isOut)
        return;
    const Error why = status.problem.value_or(Error{Error::Kind::Rejected, u"the PBX refused"_s});
    const bool triesOn = status.state != LinkState::Failed;
    endSignIn(why);
    if (m_pbx && triesOn)
        (void)m_pbx->stop(PbxLink::Stop::KeepSession); // a wrong address is not tried for ever
}

void SignInFlow::endSignIn(const Result<Done>& outcome)
{
    disconnect(m_signInWatch);
    m_offeredSecret.clear();
    if (const auto promise = std::exchange(m_signingIn, nullptr))
        promise->finish(outcome);
}

void SignInFlow::keepSecret()
{
    disconnect(m_signInWatch);
    const QString secret = std::exchange(m_offeredSecret, {});
    const auto promise = std::exchange(m_signingIn, nullptr);
    async::onReady(
        m_secrets.write(pbxSecretName(), secret), this,
        [this, promise, round = m_round](const Result<Done>& written) {
            if (!written)
                qCWarning(lcStorage)
                    << "the PBX's secret is kept for this run only:" << written.error().detail;
            else if (round != m_round && m_isSignedOut)
                (void)m_secrets.remove(pbxSecretName()); // signed out before it was written
            if (promise)
                promise->finish(Done{});
        });
    if (promise) // the PBX has accepted: a store that waits for its person changes nothing of that
        QTimer::singleShot(storeWait, this, [promise] { promise->finish(Done{}); });
}

QFuture<Result<QString>> SignInFlow::acceptedPbxSecret()
{
    return m_secrets.read(pbxSecretName());
}

QFuture<Result<Done>> SignInFlow::signOutPbx()
{
    ++m_round;
    m_isSignedOut = true;
    m_startedFor.clear();
    m_waitingSecret.clear();
    endSignIn(Error{Error::Kind::Cancelled, u"signed out"_s});
    async::onReady(m_secrets.remove(pbxSecretName()), this, [](const Result<Done>& removed) {
        if (!removed && removed.error().kind != Error::Kind::NotFound)
            qCWarning(lcStorage) << "the PBX's secret was not removed:" << removed.error().detail;
    });
    if (!m_pbx)
        return async::ready<Done>(Done{});
    return m_pbx->stop(PbxLink::Stop::SignOut);
}

QFuture<Result<Done>> SignInFlow::signInCrm(const CrmAccount& account, const QString& secret)
{
    if (account.clientId.trimmed().isEmpty())
        return async::ready<Done>(Error{Error::Kind::Rejected, u"no consumer key"_s});
    ++m_crmRound;
    return m_crm.signIn(account, secret);
}

QFuture<Result<Done>> SignInFlow::signOutCrm()
{
    ++m_crmRound;
    auto over = m_crm.signOut(); // knows its account itself: the settings may go at once
    Q_EMIT crmDisconnected();
    return over;
}

} // namespace companion
