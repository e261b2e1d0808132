// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/pbxlink.h"
#include "app/net/socket.h"
#include "app/pbx/asterisk/api.h"
#include "app/pbx/asterisk/switchboard.h"

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace companion::pbx::asterisk {

//! How long the session waits for what; tests shorten it.
struct Timing
{
    std::chrono::milliseconds heartbeat{9000}; //!< of silence, then a ping
    std::chrono::milliseconds heartbeatAnswer{5000};
    std::chrono::milliseconds firstRetry{250};
    std::chrono::milliseconds longestRetry{2500}; //!< back within 3 s of the PBX
    std::chrono::milliseconds patientRetry{15000}; //!< after minutes without it
    std::chrono::milliseconds snapshotAnswer{8000};
    std::chrono::milliseconds callAnswer{1000}; //!< a call is not held back for longer
    std::chrono::milliseconds colleagues{200}; //!< what changes within it is told at once
};

//! \brief The link to an Asterisk by ARI: event socket, snapshot, click-to-call, hanging up.
//!
//! ```
//! SignedOut ─ start ─► Connecting ─ socket open, snapshot told ─► Connected
//! Connecting, Connected ─ lost, silent, woken ─► Reconnecting ─ as above ─► Connected
//! any but SignedOut ─ refused for good ─► Failed          any ─ stop ─► SignedOut
//! ```
//! Each session has an application name of its own, for Asterisk gives the events of one name to
//! one socket only, and leaves the other open and silent. A ping with a deadline finds that out.
class Session : public PbxLink
{
    Q_OBJECT

public:
    using MakeSocket = std::function<std::unique_ptr<Socket>()>;

    explicit Session(HttpTransport& http, MakeSocket makeSocket, QObject* parent = nullptr);
    Session(HttpTransport& http, MakeSocket makeSocket, const Timing& timing,
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
    using Then = std::function<void(const Result<QJsonDocument>&)>;

    void enter(LinkState state, const std::optional<Error>& problem = {});
    void connectAgain();
    void askEndpoints();
    Result<Done> takeEndpoints(const QJsonArray& rows);
    void openSocket();
    void onOpened();
    void askSnapshot();
    void takeSnapshot(const QJsonArray& channels, const QJsonArray& bridges);
    void finishSnapshot();
    void onFrame(const QString& text);
    void onEvent(const AriEvent& event);
    void onReplaced();
    void onLine(const AriEvent& event);
    void tell(const QList<CallEvent>& events);
    void askQuestions();
    void ask(const Question& question);
    void takeAnswer(const QString& channel, const Answer& answer);
    void tellColleaguesSoon();
    void askNames(QStringList numbers);
    void learnNames();
    void beat();
    void refused(const Error& reason);
    void lost(const Error& reason);
    void failed(const Error& reason);
    void dropSocket();
    //! \p then, unless the link was lost or given up before the answer came.
    void inThisRound(const Api::Reply& reply, const Then& then);
    void newApplicationName();
    [[nodiscard]] QString endpoint() const;

    Api m_api;
    MakeSocket m_makeSocket;
    Timing m_timing;
    PbxAccount m_account;
    PbxStatus m_status;
    QString m_application;
    Switchboard m_board;
    QHash<QString, Colleague> m_colleagues;
    std::unique_ptr<Socket> m_socket;
    QList<AriEvent> m_heldBack; //!< what came before the snapshot
    QList<CallEvent> m_snapshot;
    QTimer m_retry;
    QTimer m_colleaguesDue; //!< runs when some have changed and it has not been told
    QTimer m_heartbeat;
    QTimer m_answerLimit; //!< of the snapshot, then of each ping
    QElapsedTimer m_silence;
    int m_attempt = 0;
    int m_round = 0; //!< of connecting; answers of an earlier one are dropped
    bool m_isRunning = false;
    bool m_isTold = false; //!< the snapshot of this connection
    bool m_isReadOnly = false;
    bool m_wasConnected = false;
};

} // namespace companion::pbx::asterisk
