// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/callstore.h"
#include "app/core/settings.h"
#include "app/flow/recordingflow.h"
#include "app/net/pageserver.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

namespace companion {

//! How the player's pages are served.
struct PlayerSetup
{
    QList<quint16> ports{53690, 53691, 53692, 53693, 53694, 53695, 53696, 53697, 53698, 53699};
    std::chrono::milliseconds pageWithin{1500}; //!< then a page that asks again by itself
    std::chrono::milliseconds openFor{
        std::chrono::minutes(30)}; //!< after a play() while not needed
    RecordingPatience patience = {};
    PageLimits limits = {};
};

//! \brief Plays recordings in the browser, by a page on loopback that links in log entries lead to.
//!
//! Listens only while links may be followed: `journal.recordingLink` is player and a PBX is signed
//! in, or for a while after play(). Ports once used are kept, so that links go on working.
class RecordingPlayer : public QObject
{
    Q_OBJECT

public:
    RecordingPlayer(CallStore& calls, RecordingBook& book, Memo& memo,
                    const PlayerSetup& setup = {}, QObject* parent = nullptr);

    void setPbx(PbxLink* pbx);
    void setSettings(const Settings& settings);

    //! What a log entry says of the call's recording, as `journal.recordingLink` asks; may be
    //! empty.
    [[nodiscard]] QString linkFor(const Call& call);
    //! Open the player in the browser: tells browserRequested() unless it cannot.
    Result<Done> play(const Call& call);
    //! Fetch it into a file that the user alone can read.
    QFuture<Result<Done>> save(const Call& call, const QString& path);
    [[nodiscard]] QList<quint16> ports() const { return m_server.ports(); }

Q_SIGNALS:
    void browserRequested(const QUrl& url);

private:
    QString pageUrl(const Call& call);
    void listenWhenNeeded();
    Result<quint16> listen();
    QFuture<Result<PageReply>> answer(const PageRequest& request);
    QFuture<Result<PageReply>> answerPage(const RecordingTicket& ticket);
    QFuture<Result<PageReply>> answerAudio(const RecordingTicket& ticket);
    [[nodiscard]] PageReply page(const RecordingTicket& ticket,
                                 const Result<RecordingAudio>& outcome) const;
    [[nodiscard]] PageReply waitingPage(const RecordingTicket& ticket) const;
    [[nodiscard]] HistoryRow rowOf(const RecordingTicket& ticket) const;

    //! A failure that came when its page had been told to ask again.
    struct Missed
    {
        Error problem;
        QDeadlineTimer until{0};
    };

    CallStore& m_calls;
    Memo& m_memo;
    PlayerSetup m_setup;
    RecordingFlow m_flow;
    PageServer m_server;
    QPointer<PbxLink> m_pbx;
    Settings m_settings;
    QHash<QString, Missed> m_missed; //!< by token
    QTimer m_closeLater;
};

} // namespace companion
