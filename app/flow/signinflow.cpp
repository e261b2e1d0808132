// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/flow/signinflow.h"

#include "app/core/async.h"
#include "app/core/logging.h"

#include <memory>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    QString pbxSecretName()
    {
        return u"pbx-secret"_s;
    }

} // namespace

SignInFlow::SignInFlow(CrmLink& crm, SecretStore& secrets, QObject* parent)
    : QObject(parent), m_crm(crm), m_secrets(secrets)
{
    connect(&m_crm, &CrmLink::statusChanged, this, [this](const CrmStatus& status) {
        if (!m_waitingSecret.isEmpty() && !status.email.isEmpty())
            startPbx(std::exchange(m_waitingSecret, {}));
    });
}

void SignInFlow::setPbx(PbxLink* pbx)
{
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
    if (!m_settings.salesforceClientId.isEmpty())
        async::onReady(m_crm.resume(crmAccount(m_settings)), this, [](const Result<Done>& done) {
            if (!done)
                qCInfo(lcCrm) << "not signed in again:" << done.error().detail;
        });
    if (m_settings.pbxUrl.isEmpty())
        return;
    async::onReady(m_secrets.read(pbxSecretName()), this, [this](const Result<QString>& secret) {
        if (secret && !secret->isEmpty())
            startPbx(*secret);
    });
}

void SignInFlow::startPbx(const QString& secret)
{
    if (!m_pbx)
        return;
    const auto account = pbxAccount(m_settings);
    if (account.extension.isEmpty() && m_crm.status().email.isEmpty()) {
        m_waitingSecret = secret;
        return;
    }
    m_pbx->start(account, secret, m_crm.status().email);
}

QFuture<Result<Done>> SignInFlow::signInPbx(const PbxAccount& account, const QString& secret)
{
    if (!m_pbx)
        return async::ready<Done>(Error{Error::Kind::Unsupported, u"no such kind of PBX"_s});
    if (account.url.trimmed().isEmpty())
        return async::ready<Done>(Error{Error::Kind::Rejected, u"no address"_s});
    if (account.extension.isEmpty() && m_crm.status().email.isEmpty())
        return async::ready<Done>(Error{Error::Kind::Rejected, u"no extension"_s});
    auto promise = std::make_shared<async::Promise<Done>>();
    auto* watch = new QObject(this);
    connect(m_pbx, &PbxLink::statusChanged, watch,
            [this, watch, promise, secret](const PbxStatus& status) {
                const bool isIn = status.state == LinkState::Connected;
                const bool isOut = status.state == LinkState::Failed
                    || (status.state != LinkState::Connecting && status.problem.has_value());
                if (!isIn && !isOut)
                    return;
                watch->deleteLater();
                watch->disconnect();
                if (m_pbx)
                    disconnect(m_pbx, nullptr, watch, nullptr);
                if (isOut) {
                    if (m_pbx && status.state != LinkState::Failed)
                        (void)m_pbx->stop(
                            PbxLink::Stop::KeepSession); // a wrong address is not tried for ever
                    promise->finish(*status.problem);
                    return;
                }
                async::onReady(m_secrets.write(pbxSecretName(), secret), this,
                               [promise](const Result<Done>& written) {
                                   if (!written)
                                       qCWarning(lcStorage)
                                           << "the PBX's secret is kept for this run only:"
                                           << written.error().detail;
                                   promise->finish(Done{});
                               });
            });
    m_waitingSecret.clear();
    m_pbx->start(account, secret, m_crm.status().email);
    return promise->future();
}

QFuture<Result<Done>> SignInFlow::signOutPbx()
{
    m_waitingSecret.clear();
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
    return m_crm.signIn(account, secret);
}

QFuture<Result<Done>> SignInFlow::signOutCrm()
{
    auto over = m_crm.signOut(); // knows its account itself: the settings may go at once
    Q_EMIT crmDisconnected();
    return over;
}

} // namespace companion
