// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of OrgSession that reaches the org, and notices when it cannot be reached.
#include "app/core/backoff.h"
#include "app/core/logging.h"
#include "app/salesforce/introduction.h"
#include "app/salesforce/orgsession.h"
#include "app/salesforce/replies.h"

#include <QRandomGenerator>

namespace companion::salesforce {

using namespace Qt::StringLiterals;

void OrgSession::reconnectNow()
{
    // A refresh under way is left alone: a second one with the same token would count as theft.
    if (!hasTokens() || m_refresh)
        return;
    m_attempt = 0;
    connectAgain();
}

void OrgSession::connectAgain()
{
    if (!hasTokens())
        return;
    m_retry.stop();
    m_isTrying = true;
    const int mine = ++m_try; // an earlier try may hang on a connection that sleep has killed
    if (!m_tokens.access.isEmpty())
        return m_isIntroduced ? probe() : askForFacts();
    async::onReady(refresh(), this, [this, mine](const Result<Done>& refreshed) {
        if (mine != m_try || !refreshed)
            return; // what a refusal means was seen to in onRefreshed()
        if (m_isIntroduced)
            onReached();
        else
            askForFacts();
    });
}

void OrgSession::askForFacts()
{
    const auto sendRequest = [this](const OrgRequest& request) {
        return send(request);
    };
    async::onReady(introduce(sendRequest, m_tokens.identity, this), this,
                   [this, mine = m_try](const Result<OrgFacts>& facts) {
                       if (mine == m_try)
                           onIntroduced(facts);
                   });
}

void OrgSession::onIntroduced(const Result<OrgFacts>& facts)
{
    if (!facts) {
        if (isRetryable(facts.error().kind))
            return onUnreached(facts.error());
        return onRefused(facts.error());
    }
    m_isIntroduced = true;
    m_versionPath = facts->versionPath;
    m_status.user = facts->user;
    m_status.userId = facts->userId;
    m_status.email = facts->email;
    m_status.organization = facts->organization;
    m_status.organizationId = facts->organizationId;
    m_status.edition = facts->edition;
    m_status.instanceUrl = m_tokens.instance.toString();
    Q_EMIT introduced(*facts);
    onReached();
}

void OrgSession::probe()
{
    const auto request = toHttp(versionsRequest(), m_tokens.instance, m_versionPath, {});
    async::onReady(m_http.send(request), this,
                   [this, mine = m_try](const Result<HttpReply>& reply) {
                       if (mine != m_try)
                           return;
                       // A hotel's sign-in page is an answer, but not Salesforce's.
                       if (const auto version = versionPathOf(reply); !version)
                           onUnreached(version.error());
                       else
                           onReached();
                   });
}

void OrgSession::checkConnection()
{
    if (m_isTrying || !m_isIntroduced || m_status.state != LinkState::Connected)
        return;
    m_isTrying = true;
    ++m_try;
    probe();
}

void OrgSession::onReached()
{
    m_isTrying = false;
    m_attempt = 0;
    enter(LinkState::Connected);
    arrive(Done{});
}

void OrgSession::onUnreached(const Error& error)
{
    m_isTrying = false;
    qCInfo(lcCrm) << "not reached:" << error.detail << error.code;
    enter(LinkState::Reconnecting, error);
    arrive(error);
    const double share = QRandomGenerator::global()->generateDouble();
    m_retry.start(backoffDelay(m_attempt++, share, m_timing.firstRetry, m_timing.longestRetry));
}

void OrgSession::onRefused(const Error& error)
{
    m_isTrying = false;
    qCWarning(lcCrm) << "refused:" << error.detail << error.code;
    if (m_isNew) { // nobody was let in, so nothing of it stays behind
        (void)revoke(m_tokens.instance,
                     m_tokens.refresh.isEmpty() ? m_tokens.access : m_tokens.refresh);
        (void)forgetSecrets();
        m_tokens = {};
    }
    enter(LinkState::Failed, error);
    arrive(error);
}

} // namespace companion::salesforce
