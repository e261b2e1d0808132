// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/async.h"
#include "app/core/linkstate.h"
#include "app/core/ports/crmlink.h"
#include "app/core/ports/secretstore.h"
#include "app/salesforce/introduction.h"
#include "app/salesforce/orgrequest.h"
#include "app/salesforce/signin.h"
#include "app/salesforce/timing.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace companion::salesforce {

//! \brief Being signed in to an org: tokens, their renewal, and whether the org can be reached.
//!
//! ```
//! SignedOut ─ signIn, resume ─► Connecting ─ introduced ─► Connected
//! Connecting ─ refused ─► Failed           Connecting ─ no network ─► Reconnecting
//! Connected ─ no network, confirmed by a probe ─► Reconnecting (backoff) ─► Connected
//! any ─ signOut, refresh token gone ─► SignedOut
//! ```
//! The network never signs anybody out. One refresh at a time, shared by all that wait for it: with
//! rotation a second use of a refresh token counts as theft (salesforce-api.md 1.6).
class OrgSession : public QObject
{
    Q_OBJECT

public:
    OrgSession(HttpTransport& http, SecretStore& secrets, const Timing& timing,
               QObject* parent = nullptr);
    ~OrgSession() override;

    QFuture<Result<Done>> signIn(const CrmAccount& account, const QString& secret);
    void cancelSignIn();
    QFuture<Result<Done>> resume(const CrmAccount& account);
    QFuture<Result<Done>> signOut();
    void reconnectNow();

    [[nodiscard]] const CrmStatus& status() const { return m_status; }
    [[nodiscard]] const QUrl& instance() const { return m_tokens.instance; }
    [[nodiscard]] const QString& versionPath() const { return m_versionPath; }

    //! With the session's token; once more with a new one if that had expired. Cancelling the
    //! future aborts the request.
    QFuture<Result<HttpReply>> send(const OrgRequest& request);

Q_SIGNALS:
    void statusChanged(const companion::CrmStatus& status);
    void browserRequested(const QUrl& url);
    void introduced(const companion::salesforce::OrgFacts& facts);

private:
    struct Call;
    using CallPtr = std::shared_ptr<Call>;

    // Coming and going
    void onSignedIn(const Result<Tokens>& tokens);
    void onStoredToken(const Result<QString>& stored);
    void readConsumerSecret(const std::function<void()>& then);
    void begin(const CrmAccount& account, const QUrl& login, const QString& secret,
               const Tokens& tokens);
    void storeSecrets();
    QFuture<Result<Done>> forgetSecrets();
    QFuture<Result<HttpReply>> revoke(const QUrl& host, const QString& token);
    void end(const std::optional<Error>& problem);
    void arrive(const Result<Done>& outcome);
    void enter(LinkState state, const std::optional<Error>& problem = {});

    // Reaching the org
    void connectAgain();
    void askForFacts();
    void onIntroduced(const Result<OrgFacts>& facts);
    void probe();
    void onReached();
    void onUnreached(const Error& error);
    void onRefused(const Error& error);
    void checkConnection();

    // Requests
    void transmit(const CallPtr& call);
    void onReply(const CallPtr& call, const QString& token, const Result<HttpReply>& reply);
    void refreshFor(const CallPtr& call);
    QFuture<Result<Done>> refresh();
    void onRefreshed(const Result<Tokens>& tokens);
    void useRefreshed(const Tokens& tokens);
    void endRefresh(const Result<Done>& outcome);
    void noteUsage(const HttpReply& reply);
    void tellStatus();
    [[nodiscard]] bool hasTokens() const;
    //! What a stored secret belongs to: one of another org or app is of no use.
    [[nodiscard]] QString secretOwner() const;

    HttpTransport& m_http;
    SecretStore& m_secrets;
    Timing m_timing;
    CrmStatus m_status;
    CrmStatus m_told; //!< what statusChanged() said last
    CrmAccount m_account;
    QUrl m_login;
    QString m_secret;
    //! The Consumer Secret that was told or stored last, for a sign-in that is not told it again.
    struct
    {
        QString owner;
        QString secret;
    } m_known;
    Tokens m_tokens;
    QString m_versionPath;
    std::unique_ptr<SignIn> m_signIn;
    CrmAccount m_signInAccount;
    QString m_signInSecret;
    CrmStatus m_beforeSignIn;
    std::shared_ptr<async::Promise<Done>> m_signInWish; //!< until the browser is done
    std::shared_ptr<async::Promise<Done>> m_arrival; //!< of either, until the org is reached
    std::shared_ptr<async::Promise<Done>> m_refresh; //!< while one is on its way
    QTimer m_retry;
    QTimer m_usageNews;
    int m_attempt = 0;
    int m_round = 0; //!< of being signed in; answers of an earlier one are dropped
    int m_try = 0; //!< of reaching the org, likewise
    bool m_isTrying = false;
    bool m_isNew = false; //!< signed in just now, not yet introduced
    bool m_isIntroduced = false;
};

//! Names of what the session keeps in the key store.
QString refreshTokenName();
QString consumerSecretName();

} // namespace companion::salesforce
