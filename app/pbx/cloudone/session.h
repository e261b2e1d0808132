// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/pbxlink.h"
#include "app/pbx/cloudone/api.h"
#include "app/pbx/cloudone/colleaguebook.h"
#include "app/pbx/cloudone/eventstream.h"
#include "app/pbx/cloudone/tokenkeeper.h"

#include <functional>
#include <memory>

namespace companion::pbx::cloudone {

//! \brief The link to a Cloud One PBX: event stream, snapshot, call control, records.
//!
//! ```
//! SignedOut ─ start ─► Connecting ─ subscribed, snapshot told ─► Connected
//! Connecting, Connected ─ lost, silent, woken, no place ─► Reconnecting ─ as above ─► Connected
//! any but SignedOut ─ refused for good ─► Failed ─ the PBX's block is over ─► Reconnecting
//! any ─ stop ─► SignedOut
//! ```
//! What comes between the subscription and the snapshot is held back and told after it, so that the
//! snapshot never undoes what is newer.
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
    [[nodiscard]] QList<Colleague> colleagues() const override { return m_book.colleagues(); }
    [[nodiscard]] QSet<CallAction> actionsFor(const Call& call) const override;
    QFuture<Result<CallId>> dial(const QString& number) override;
    QFuture<Result<Done>> act(const Call& call, CallAction action, const QString& target) override;
    QFuture<Result<QList<CallEvent>>> recordsSince(const QDateTime& since) override;
    QFuture<Result<CallEvent>> recordOf(const CallId& call) override;
    QFuture<Result<RecordingAudio>> recording(const QString& fileName) override;
    QFuture<Result<PbxPhonebook>> openPhonebook(const QString& name) override;
    QFuture<Result<QString>> saveContact(const QString& phonebook,
                                         const PbxContact& contact) override;
    QFuture<Result<Done>> removeContact(const QString& id) override;

private:
    using Envelope = Result<QJsonObject>;
    using Send = std::function<QFuture<Result<HttpReply>>(const QString& token)>;
    using Then = std::function<void(const Envelope&)>;
    using Records = Result<QList<CallEvent>>;
    using ThenRecords = std::function<void(const Records&)>;
    enum class Again { Once, No };
    struct Span;

    void enter(LinkState state, const std::optional<Error>& problem = {});
    void connectAgain();
    void withToken(const std::function<void()>& then);
    void withoutToken(const Error& error);
    void askDirectory(const std::function<void(const Result<Done>&)>& then);
    void askExtensions(const QJsonArray& known,
                       const std::function<void(const Result<Done>&)>& then);
    void takeSystem(const QJsonObject& object);
    Result<Done> takeExtensions(const QJsonArray& rows);
    Result<Done> takeRefusedList(const QJsonArray& read, const Error& refusal);
    void takeOwn(const QString& number);
    [[nodiscard]] QString ownByBook() const;
    std::unique_ptr<EventStream> makeStream(const QString& token);
    void changeOver(const QString& token);
    void onSubscribed(EventStream* stream);
    void onEnded(EventStream* stream, const Error& reason);
    void askCalls();
    void takeCalls(const Envelope& envelope);
    void onFrame(const Frame& frame);
    void onBeat();
    void tell(CallEvent event);
    void tellColleaguesSoon();
    std::chrono::milliseconds pauseAfter(const Error& reason);
    void lost(const Error& reason);
    void failed(const Error& reason);
    void dropStreams();
    [[nodiscard]] bool isOwn(const Leg& leg) const;
    //! \p act, unless the link was lost or given up before the answer came.
    template <typename Act>
    auto inThisRound(Act act)
    {
        return [this, act, round = m_round](const auto& outcome) {
            if (round == m_round && m_isRunning)
                act(outcome);
        };
    }

    //! An authorised request; once more with another token when the first was refused.
    void ask(const Send& send, const Then& then, Again again = Again::Once);
    void sendWith(const QString& token, const Send& send, const Then& then, Again again);
    void wish(const Send& send, const Then& then); //!< the same, if there is a link at all
    void askRecords(const Span& span, const ThenRecords& then);
    void askRecordPage(const Span& span, int page, const QList<CallEvent>& known,
                       const ThenRecords& then);
    void askRecording(const QString& fileName, int triesLeft,
                      const std::shared_ptr<async::Promise<RecordingAudio>>& promise);
    void fetchAudio(const QString& path,
                    const std::shared_ptr<async::Promise<RecordingAudio>>& promise);
    void findPhonebook(const QString& name, int page,
                       const std::shared_ptr<async::Promise<PbxPhonebook>>& promise);
    void readPhonebook(const QJsonObject& row,
                       const std::shared_ptr<async::Promise<PbxPhonebook>>& promise);
    void makePhonebook(const QString& name,
                       const std::shared_ptr<async::Promise<PbxPhonebook>>& promise);
    void expectEcho();
    void checkHearing();
    void judgeHearing(const QList<CallEvent>& records);
    void setDeaf(bool deaf);

    Timing m_timing;
    Api m_api;
    TokenKeeper m_keeper;
    MakeSocket m_makeSocket;
    PbxAccount m_account;
    QString m_email;
    PbxStatus m_status;
    SystemInformation m_system;
    ColleagueBook m_book;
    QString m_token; //!< of m_stream
    QString m_nextToken;
    std::unique_ptr<EventStream> m_stream;
    std::unique_ptr<EventStream> m_next; //!< opening, while m_stream still tells
    std::unique_ptr<EventStream> m_retiring; //!< lets out what was on its way
    std::optional<QList<CallEvent>> m_held; //!< between subscription and snapshot
    QSet<CallId> m_snapshot;
    QSet<CallId> m_consulting; //!< calls with an attended transfer under way
    QTimer m_retry;
    QTimer m_colleagues; //!< runs when some have changed and it has not been told
    QElapsedTimer m_up; //!< since the link stood
    QElapsedTimer m_down; //!< since it was lost
    QElapsedTimer m_listening; //!< since the last check that it hears anything
    QElapsedTimer m_directoryAge;
    int m_attempt = 0;
    int m_refusals = 0; //!< of tokens, one after the other
    int m_round = 0; //!< of connecting; answers of an earlier one are dropped
    bool m_isRunning = false;
    bool m_wasConnected = false;
    bool m_hasHeard = false; //!< a call of the own extension was told
    bool m_readsShownTimes = false; //!< cdr/search wants times as the PBX shows them (A7)
    bool m_readsSeconds = false;
};

} // namespace companion::pbx::cloudone
