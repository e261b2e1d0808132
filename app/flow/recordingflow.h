// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/async.h"
#include "app/core/ports/pbxlink.h"
#include "app/core/ports/recordingbook.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <map>

namespace companion {

//! How long a recording is asked for, and how long it is kept.
struct RecordingPatience
{
    std::chrono::milliseconds firstRetry{1000};
    std::chrono::milliseconds longestRetry{8000};
    std::chrono::milliseconds giveUpAfter{30000}; //!< then the asker is told why
    //! A recording missing so soon after its call is not ready yet; later it is gone.
    std::chrono::milliseconds readyWithin{std::chrono::minutes(15)};
    std::chrono::milliseconds keptFor{std::chrono::minutes(10)}; //!< since it was last asked for
    qint64 keptBytes =
        32LL * 1024 * 1024; //!< together; the last one asked for is kept whatever it has
};

//! \brief Recordings of the PBX: the links that stand for them, and their bytes when asked for.
//!
//! Why one cannot be had is said by the error's code: "not_recorded", "not_ready", "expired",
//! "signed_out", "other_pbx", "connecting"; else its kind says it (Forbidden: no permission).
class RecordingFlow : public QObject
{
    Q_OBJECT

public:
    explicit RecordingFlow(RecordingBook& book, const RecordingPatience& patience = {},
                           QObject* parent = nullptr);

    //! Of another PBX nothing is kept, and nothing when it is signed out.
    void setPbx(PbxLink* pbx);

    //! The token of the call's recording, always the same; NotFound when it was not recorded.
    Result<QString> tokenFor(const Call& call);
    [[nodiscard]] std::optional<RecordingTicket> ticketOf(const QString& token) const;

    //! One question to the PBX, however many ask; from memory when it was asked for just now.
    QFuture<Result<RecordingAudio>> fetch(const Call& call);
    //! What the PBX said last to a fetch that still goes on.
    [[nodiscard]] std::optional<Error> waitingFor(const QString& fileName) const;

private:
    struct Fetch
    {
        int number = 0; //!< answers to an earlier one of the same file are dropped
        Call call;
        async::Promise<RecordingAudio> promise;
        QElapsedTimer since;
        int attempt = 0;
        std::optional<Error> problem;
    };
    struct Kept
    {
        QString fileName;
        RecordingAudio audio;
        QElapsedTimer unused;
    };

    void onPbxStatus(const PbxStatus& status);
    void ask(const QString& fileName, int number);
    void onAnswer(const QString& fileName, int number, const Result<RecordingAudio>& answer);
    void finish(const QString& fileName, const Result<RecordingAudio>& outcome);
    void forgetAll(const Error& why);
    void keep(const QString& fileName, const RecordingAudio& audio);
    void forgetUnused();
    [[nodiscard]] std::optional<Error> refusal(const Call& call) const;
    [[nodiscard]] Error explained(const Error& error, const Call& call) const;

    RecordingBook& m_book;
    RecordingPatience m_patience;
    QPointer<PbxLink> m_pbx;
    std::map<QString, Fetch> m_fetches; //!< by file name
    QList<Kept> m_kept; //!< the longest unused first
    QTimer m_forget;
    int m_number = 0;
};

} // namespace companion
