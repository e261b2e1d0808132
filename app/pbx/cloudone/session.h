// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/pbxlink.h"
#include "app/core/ports/secretstore.h"
#include "app/net/socket.h"
#include "app/pbx/cloudone/api.h"

#include <QHash>
#include <QTimeZone>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace companion::pbx::cloudone {

//! How long the session waits for what; tests shorten it.
struct Timing
{
    std::chrono::milliseconds heartbeat{30000}; //!< the PBX closes after 60 s of silence (A3)
    std::chrono::milliseconds heartbeatAnswer{15000};
    std::chrono::milliseconds firstRetry{400};
    std::chrono::milliseconds longestRetry{30000};
    std::chrono::milliseconds subscribeAnswer{8000};
    std::chrono::milliseconds tokenMargin{300000}; //!< refresh this long before it expires
    std::chrono::milliseconds tokensInUse{120000}; //!< 60002: wait for a place
};

//! \brief The link to a Cloud One PBX: tokens, event socket, snapshot, call control.
//!
//! ```
//! SignedOut ─ start ─► Connecting ─ subscribed and snapshot taken ─► Connected
//! Connecting ─ refused for good ─► Failed           Connected ─ lost, silent, woken ─►
//! Reconnecting Connecting/Reconnecting ─ lost ─► Reconnecting (backoff) ─► Connected any ─ stop ─►
//! SignedOut
//! ```
//! A wrong secret, a blocked address and an API that is switched off are never tried again by
//! itself: five tries block the address (A2.4).
class Session : public PbxLink
{
    Q_OBJECT

public:
    using MakeSocket = std::function<std::unique_ptr<Socket>()>;

    Session(HttpTransport& http, MakeSocket makeSocket, SecretStore& secrets,
            QObject* parent = nullptr);
    Session(HttpTransport& http, MakeSocket makeSocket, SecretStore& secrets, const Timing& timing,
            QObject* parent = nullptr);
    ~Session() override;

    void start(const PbxAccount& account, const QString& secret, const QString& email) override;
    QFuture<Result<Done>> stop(Stop how) override;
    void reconnectNow() override;
    [[nodiscard]] PbxStatus status() const override { return m_status; }
    [[nodiscard]] QList<Colleague> colleagues() const override;
    [[nodiscard]] QSet<CallAction> actionsFor(const Call& call) const override;
    QFuture<Result<CallId>> dial(const QString& number) override;
    QFuture<Result<Done>> act(const Call& call, CallAction action, const QString& target) override;
    QFuture<Result<QList<CallEvent>>> recordsSince(const QDateTime& since) override;
    QFuture<Result<CallEvent>> recordOf(const CallId& call) override;
    QFuture<Result<RecordingAudio>> recording(const QString& fileName) override;

private:
    using Envelope = Result<QJsonObject>;
    using Then = std::function<void(const Envelope&)>;

    void enter(LinkState state, const std::optional<Error>& problem = {});
    void connectAgain();
    void readStoredTokens();
    void fetchTokens();
    void refreshTokens();
    void takeTokens(const Envelope& envelope);
    void withoutTokens(const Error& error);
    void askSystem();
    void askExtensions();
    void takeExtensions(const QJsonObject& object);
    void openSocket();
    void onSocketClosed(const Error& reason);
    void onFrame(const QString& text);
    void onStatusFrame(int code);
    void askCalls();
    void lost(const Error& reason);
    void failed(const Error& reason);
    void dropSocket();
    void scheduleRetry(std::chrono::milliseconds wait);
    void beat();
    //! An authorised request; once more with a new token when this one had expired.
    void request(const std::function<QFuture<Result<HttpReply>>(const QString& token)>& send,
                 const Then& then);
    void askRecords(const QString& from, const QString& to,
                    const std::function<void(const Result<QList<CallEvent>>&)>& then);
    [[nodiscard]] QString tokenName() const;
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

    Api m_api;
    MakeSocket m_makeSocket;
    SecretStore& m_secrets;
    Timing m_timing;
    PbxAccount m_account;
    QString m_secret;
    QString m_email;
    PbxStatus m_status;
    Tokens m_tokens;
    QTimeZone m_zone;
    QHash<QString, Colleague> m_colleagues;
    std::unique_ptr<Socket> m_socket;
    QTimer m_retry;
    QTimer m_heartbeat;
    QTimer m_answerLimit; //!< of the subscription, then of each heartbeat
    QTimer m_tokenRefresh;
    int m_attempt = 0;
    int m_round = 0; //!< of connecting; answers of an earlier one are dropped
    bool m_isRunning = false;
    bool m_isSubscribed = false;
    bool m_mayUseStored = false;
    bool m_wasConnected = false;
};

} // namespace companion::pbx::cloudone
