// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/pbxlink.h"
#include "tests/support/fakeanswers.h"

namespace companion::test {

enum class PbxQuestion {
    Stop,
    Dial,
    Act,
    RecordsSince,
    RecordOf,
    Recording,
    OpenPhonebook,
    SaveContact,
    RemoveContact
};
inline size_t qHash(PbxQuestion question, size_t seed = 0)
{
    return ::qHash(static_cast<int>(question), seed);
}

//! \brief PbxLink whose exchange is the test: extension 1050, calls told leg by leg.
class FakePbxLink : public PbxLink
{
public:
    FakeAnswers<PbxQuestion> answers = {};
    QString nextCall = QStringLiteral("dialled-1"); //!< what dial() answers
    QStringList dialled = {};
    QList<std::pair<CallId, CallAction>> acted = {};
    QList<CallEvent> records = {}; //!< what recordsSince() and recordOf() know
    QDateTime recordsAskedSince = {};
    QList<PbxAccount> started = {};
    QStringList secrets = {};
    QStringList emails = {};
    PbxPhonebook phonebook = {.id = QStringLiteral("7")};
    QHash<QString, PbxContact> contacts = {};
    QSet<CallAction> allowed = {};
    int stops = 0;

    explicit FakePbxLink(const QString& extension = QStringLiteral("1050"))
    {
        m_status.extension = extension;
    }

    void setState(LinkState state, const std::optional<Error>& problem = {})
    {
        m_status.state = state;
        m_status.problem = problem;
        Q_EMIT statusChanged(m_status);
    }
    void setExtension(const QString& extension)
    {
        m_status.extension = extension;
        Q_EMIT statusChanged(m_status);
    }
    void connectNow(const QSet<CallId>& alive = {})
    {
        setState(LinkState::Connected);
        Q_EMIT snapshotTaken(alive);
    }
    void lose() { setState(LinkState::Reconnecting, Error{Error::Kind::Offline, {}}); }

    void tell(const CallId& id, const QList<Leg>& legs,
              CallEvent::Kind kind = CallEvent::Kind::Legs)
    {
        Q_EMIT eventReceived({.kind = kind,
                              .call = id,
                              .legs = legs,
                              .serial = QStringLiteral("SN1"),
                              .at = QDateTime::currentDateTime()});
    }
    [[nodiscard]] Leg own(LegState state, const QString& path = {}) const
    {
        return {.channel = QStringLiteral("PJSIP/own"),
                .side = LegSide::Extension,
                .state = state,
                .number = m_status.extension,
                .path = path};
    }
    static Leg trunk(const QString& from, LegState state)
    {
        return {.channel = QStringLiteral("PJSIP/trunk-") + from,
                .side = LegSide::Inbound,
                .state = state,
                .number = from,
                .otherNumber = QStringLiteral("15550100")};
    }
    static Leg colleague(const QString& number, LegState state)
    {
        return {.channel = QStringLiteral("PJSIP/") + number,
                .side = LegSide::Extension,
                .state = state,
                .number = number};
    }
    static Leg outbound(const QString& to, LegState state)
    {
        return {.channel = QStringLiteral("PJSIP/out-") + to,
                .side = LegSide::Outbound,
                .state = state,
                .number = to,
                .otherNumber = QStringLiteral("1050")};
    }
    void ring(const CallId& id, const QString& from, const QString& path = {})
    {
        tell(id, {trunk(from, LegState::Alerting), own(LegState::Ringing, path)});
    }
    void answer(const CallId& id, const QString& from)
    {
        tell(id, {trunk(from, LegState::Talking), own(LegState::Talking)});
    }
    void hangUp(const CallId& id, const QString& from)
    {
        tell(id, {own(LegState::Gone)});
        tell(id, {trunk(from, LegState::Gone)});
    }
    [[nodiscard]] CallEvent recordOfCall(const CallId& id, const QString& from, const QString& to,
                                         CallRecord::Disposition disposition, int talk = 0,
                                         const QString& recording = {}) const
    {
        const bool isOwn = from == m_status.extension;
        return {.kind = CallEvent::Kind::Ended,
                .call = id,
                .record = CallRecord{.uid = id,
                                     .from = from,
                                     .to = to,
                                     .disposition = disposition,
                                     .type = isOwn ? QStringLiteral("Outbound")
                                                   : QStringLiteral("Inbound"),
                                     .startedAt = QDateTime::currentDateTime().addSecs(-talk - 5),
                                     .callSeconds = talk + 5,
                                     .talkSeconds = talk,
                                     .recording = recording},
                .serial = QStringLiteral("SN1"),
                .at = QDateTime::currentDateTime()};
    }
    void tellRecord(const CallEvent& event) { Q_EMIT eventReceived(event); }

    void start(const PbxAccount& account, const QString& secret, const QString& email) override
    {
        started.append(account);
        secrets.append(secret);
        emails.append(email);
        setState(LinkState::Connecting);
    }
    QFuture<Result<Done>> stop(Stop) override;
    void reconnectNow() override {}
    [[nodiscard]] PbxStatus status() const override { return m_status; }
    [[nodiscard]] QList<Colleague> colleagues() const override { return {}; }
    [[nodiscard]] QSet<CallAction> actionsFor(const Call&) const override { return allowed; }
    QFuture<Result<CallId>> dial(const QString& number) override;
    QFuture<Result<Done>> act(const Call& call, CallAction action, const QString&) override;
    QFuture<Result<QList<CallEvent>>> recordsSince(const QDateTime& since) override;
    QFuture<Result<CallEvent>> recordOf(const CallId& call) override;
    QFuture<Result<RecordingAudio>> recording(const QString&) override;
    QFuture<Result<PbxPhonebook>> openPhonebook(const QString&) override;
    QFuture<Result<QString>> saveContact(const QString&, const PbxContact& contact) override;
    QFuture<Result<Done>> removeContact(const QString& id) override;

private:
    PbxStatus m_status;
    int m_lastContact = 0;
};

} // namespace companion::test
