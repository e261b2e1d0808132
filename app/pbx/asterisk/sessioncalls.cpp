// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the session does with a connection: events, questions, colleagues and wishes.
#include "app/core/async.h"
#include "app/core/logging.h"
#include "app/pbx/asterisk/session.h"

#include <QUuid>

#include <algorithm>
#include <memory>

namespace companion::pbx::asterisk {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype maxNamesAsked = 500;

    bool isNumber(const QString& text)
    {
        return !text.isEmpty()
            && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
    }

    //! The name in an endpoint's callerid, `"Alice Example" <1001>`.
    QString callerName(const QJsonArray& settings)
    {
        QString callerId;
        for (const auto& value : settings)
            if (value["attribute"_L1].toString() == "callerid"_L1)
                callerId = value["value"_L1].toString();
        QString name = callerId.section(u'<', 0, 0).trimmed();
        if (name.size() > 1 && name.startsWith(u'"') && name.endsWith(u'"'))
            name = name.mid(1, name.size() - 2);
        return name.left(200);
    }

    Error readOnly()
    {
        return {Error::Kind::Forbidden, u"read-only user"_s, u"403"_s};
    }

} // namespace

void Session::onEvent(const AriEvent& event)
{
    tell(m_board.take(event));
    askQuestions();
    if (event.type == AriEvent::Type::Created)
        learnNames();
}

void Session::tell(const QList<CallEvent>& events)
{
    for (auto event : events) {
        event.serial = m_status.serial;
        Q_EMIT eventReceived(event);
    }
}

void Session::askQuestions()
{
    const auto questions = m_board.takeQuestions();
    for (const auto& question : questions)
        ask(question);
}

void Session::ask(const Question& question)
{
    struct Round
    {
        Answer answer = {};
        int left = 0;
    };
    auto state = std::make_shared<Round>();
    const auto conclude = [this, state, channel = question.channel] {
        if (std::exchange(state->left, 0) > 0)
            takeAnswer(channel, state->answer);
    };
    const auto take = [this, state, conclude](const Api::Reply& reply, const auto& keep) {
        ++state->left;
        inThisRound(reply, [state, conclude, keep](const Result<QJsonDocument>& answer) {
            if (state->left == 0)
                return; // too late
            if (answer)
                keep(answer->object()["value"_L1].toString());
            if (state->left == 1)
                conclude();
            else
                --state->left;
        });
    };
    take(m_api.channelVariable(question.channel, u"CONNECTEDLINE(num-pres)"_s),
         [state](const QString& value) {
             state->answer.isWithheld = value.startsWith("prohib"_L1);
         });
    if (!question.isLinkedIdKnown)
        take(m_api.channelVariable(question.channel, u"CHANNEL(linkedid)"_s),
             [state](const QString& value) { state->answer.linkedId = value; });
    QTimer::singleShot(m_timing.callAnswer, this, [this, conclude, round = m_round] {
        if (round == m_round)
            conclude();
    });
}

void Session::takeAnswer(const QString& channel, const Answer& answer)
{
    const auto events = m_board.answer(channel, answer);
    if (m_isTold)
        return tell(events);
    m_snapshot += events;
    if (!m_board.isWaiting())
        finishSnapshot();
}

void Session::onLine(const AriEvent& event)
{
    const auto at = m_colleagues.find(event.line.section(u'/', 1));
    if (at == m_colleagues.end() || event.line.section(u'/', 0, 0) != m_account.technology)
        return;
    auto line = event.lineState;
    if (line == Colleague::Line::Unknown) // an endpoint that is there again
        line = at->line == Colleague::Line::Offline ? Colleague::Line::Idle : at->line;
    if (std::exchange(at->line, line) != line)
        tellColleaguesSoon();
}

void Session::tellColleaguesSoon()
{
    if (!m_colleaguesDue.isActive())
        m_colleaguesDue.start(m_timing.colleagues);
}

void Session::askNames(QStringList numbers)
{
    numbers.removeIf([this](const QString& number) {
        return !isNumber(number) || !m_colleagues.value(number).name.isEmpty();
    });
    if (numbers.isEmpty() || m_account.technology != "PJSIP"_L1)
        return;
    if (numbers.removeOne(m_account.extension))
        numbers.prepend(m_account.extension);
    if (numbers.size() > maxNamesAsked)
        numbers = numbers.first(maxNamesAsked);
    // One after the other: it has time, and calls have not.
    const QString number = numbers.takeFirst();
    inThisRound(m_api.endpointSettings(number),
                [this, number, numbers](const Result<QJsonDocument>& answer) {
                    if (!answer)
                        return; // this Asterisk doesn't tell; names come with the calls
                    const QString name = callerName(answer->array());
                    auto& colleague = m_colleagues[number];
                    if (!name.isEmpty() && colleague.name.isEmpty()) {
                        colleague.name = name;
                        if (number == m_account.extension) {
                            m_status.name = name;
                            Q_EMIT statusChanged(m_status);
                        }
                    }
                    if (numbers.isEmpty())
                        tellColleaguesSoon();
                    askNames(numbers);
                });
}

void Session::learnNames()
{
    bool isNew = false;
    const auto& names = m_board.names();
    for (auto name = names.cbegin(); name != names.cend(); ++name) {
        const auto at = m_colleagues.find(name.key());
        if (at == m_colleagues.end() || !at->name.isEmpty())
            continue;
        at->name = *name;
        isNew = true;
        if (name.key() == m_account.extension)
            m_status.name = *name;
    }
    if (isNew)
        tellColleaguesSoon();
}

QList<Colleague> Session::colleagues() const
{
    QList<Colleague> list;
    for (const auto& colleague : m_colleagues)
        if (isNumber(colleague.number)) // the others are trunks
            list.append(colleague);
    std::sort(list.begin(), list.end(),
              [](const Colleague& a, const Colleague& b) { return a.number < b.number; });
    return list;
}

QSet<CallAction> Session::actionsFor(const Call& call) const
{
    // Outside Stasis ARI can end a call, and nothing else (asterisk-measured.md).
    if (call.ownChannel.isEmpty() || m_isReadOnly)
        return {};
    switch (call.phase) {
    case CallPhase::Ringing:
        return {CallAction::Decline};
    case CallPhase::Dialling:
    case CallPhase::Connected:
    case CallPhase::Held:
        return {CallAction::HangUp};
    case CallPhase::Ended:
        break;
    }
    return {};
}

QFuture<Result<CallId>> Session::dial(const QString& number)
{
    if (m_status.state != LinkState::Connected)
        return async::ready<CallId>(
            Error{Error::Kind::Unauthorized, u"not signed in to the PBX"_s, u"signed_out"_s});
    if (m_isReadOnly)
        return async::ready<CallId>(readOnly());
    // An id of our own: the events of the call can come before the answer to this request.
    const QString id = "companion-"_L1 + QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto promise = std::make_shared<async::Promise<CallId>>();
    async::onReady(m_api.originate({.endpoint = endpoint(),
                                    .number = number,
                                    .context = m_account.context,
                                    .channelId = id}),
                   this, [promise, id](const Result<HttpReply>& reply) {
                       const auto answer = readAnswer(reply);
                       if (answer)
                           return promise->finish(id);
                       promise->finish(answer.error().kind == Error::Kind::Forbidden
                                           ? readOnly()
                                           : answer.error());
                   });
    return promise->future();
}

QFuture<Result<Done>> Session::act(const Call& call, CallAction action, const QString& target)
{
    Q_UNUSED(target)
    const bool isEnding = action == CallAction::HangUp || action == CallAction::Decline;
    if (!isEnding || call.ownChannel.isEmpty())
        return async::ready<Done>(Error{Error::Kind::Unsupported, u"operation not supported"_s});
    if (m_status.state != LinkState::Connected)
        return async::ready<Done>(
            Error{Error::Kind::Unauthorized, u"not signed in to the PBX"_s, u"signed_out"_s});
    if (m_isReadOnly)
        return async::ready<Done>(readOnly());
    // "busy" reaches the caller as 486; a bare hang-up of a ringing channel as 603.
    const QString reason = call.phase == CallPhase::Ringing ? u"busy"_s : u"normal"_s;
    auto promise = std::make_shared<async::Promise<Done>>();
    async::onReady(
        m_api.hangUp(call.ownChannel, reason), this, [promise](const Result<HttpReply>& reply) {
            const auto answer = readAnswer(reply);
            if (answer)
                return promise->finish(Done{});
            promise->finish(answer.error().kind == Error::Kind::Forbidden ? readOnly()
                                                                          : answer.error());
        });
    return promise->future();
}

QFuture<Result<QList<CallEvent>>> Session::recordsSince(const QDateTime& since)
{
    Q_UNUSED(since) // ARI has no call detail records
    return async::ready<QList<CallEvent>>(Error{Error::Kind::Unsupported, u"no records"_s});
}

QFuture<Result<CallEvent>> Session::recordOf(const CallId& call)
{
    auto record = m_board.recordOf(call);
    if (record)
        record->serial = m_status.serial;
    return async::ready<CallEvent>(record);
}

QFuture<Result<RecordingAudio>> Session::recording(const QString& fileName)
{
    auto promise = std::make_shared<async::Promise<RecordingAudio>>();
    const QString name = fileName.contains(u'.') ? fileName.section(u'.', 0, -2) : fileName;
    async::onReady(m_api.storedRecording(name), this, [promise](const Result<HttpReply>& reply) {
        if (!reply)
            return promise->finish(reply.error());
        if (reply->status == 404)
            return promise->finish(Error{Error::Kind::NotFound, u"no recording"_s});
        if (reply->status != 200)
            return promise->finish(readAnswer(reply).error());
        promise->finish(
            RecordingAudio{.bytes = reply->body,
                           .contentType = QString::fromLatin1(reply->header("Content-Type"))});
    });
    return promise->future();
}

} // namespace companion::pbx::asterisk
