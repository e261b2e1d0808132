// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/flow/recordingflow.h"

#include "app/core/backoff.h"
#include "app/core/logging.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <numeric>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    //! 160 bits that nobody can guess, as they may stand in an address.
    QString newToken()
    {
        std::array<quint32, 5> random{};
        QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
        const QByteArray bytes(reinterpret_cast<const char*>(random.data()),
                               qsizetype(sizeof(random)));
        return QString::fromLatin1(
            bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    }

    Error notRecorded()
    {
        return {Error::Kind::NotFound, u"not recorded"_s, u"not_recorded"_s};
    }

    Error signedOut()
    {
        return {Error::Kind::Unauthorized, u"not signed in to the PBX"_s, u"signed_out"_s};
    }

    bool isOnItsWay(LinkState state)
    {
        return state == LinkState::Connecting || state == LinkState::Reconnecting;
    }

    bool mayComeYet(const Error& error)
    {
        return error.code == "not_ready"_L1 || isRetryable(error.kind);
    }

} // namespace

RecordingFlow::RecordingFlow(RecordingBook& book, const RecordingPatience& patience,
                             QObject* parent)
    : QObject(parent), m_book(book), m_patience(patience)
{
    m_forget.setSingleShot(true);
    connect(&m_forget, &QTimer::timeout, this, &RecordingFlow::forgetUnused);
}

void RecordingFlow::setPbx(PbxLink* pbx)
{
    if (m_pbx == pbx)
        return;
    if (m_pbx)
        disconnect(m_pbx, nullptr, this, nullptr);
    m_pbx = pbx;
    forgetAll(signedOut());
    if (m_pbx)
        connect(m_pbx, &PbxLink::statusChanged, this, &RecordingFlow::onPbxStatus);
}

void RecordingFlow::onPbxStatus(const PbxStatus& status)
{
    if (status.state == LinkState::SignedOut)
        forgetAll(signedOut());
}

Result<QString> RecordingFlow::tokenFor(const Call& call)
{
    if (call.recording.isEmpty())
        return notRecorded();
    if (const auto known = m_book.byRecording(call.id, call.recording))
        return known->token;
    const RecordingTicket ticket{.token = newToken(), .call = call.id, .fileName = call.recording};
    if (const auto kept = m_book.keep(ticket); !kept)
        return kept.error();
    return ticket.token;
}

std::optional<RecordingTicket> RecordingFlow::ticketOf(const QString& token) const
{
    return m_book.byToken(token);
}

std::optional<Error> RecordingFlow::waitingFor(const QString& fileName) const
{
    const auto found = m_fetches.find(fileName);
    return found == m_fetches.end() ? std::nullopt : found->second.problem;
}

std::optional<Error> RecordingFlow::refusal(const Call& call) const
{
    if (call.recording.isEmpty())
        return notRecorded();
    if (!m_pbx)
        return signedOut();
    const auto status = m_pbx->status();
    if (status.state != LinkState::Connected && !isOnItsWay(status.state))
        return signedOut();
    if (!call.serial.isEmpty() && !status.serial.isEmpty() && call.serial != status.serial)
        return Error{Error::Kind::NotFound, u"recorded by another PBX"_s, u"other_pbx"_s};
    return {};
}

QFuture<Result<RecordingAudio>> RecordingFlow::fetch(const Call& call)
{
    if (const auto refused = refusal(call))
        return async::ready<RecordingAudio>(*refused);
    const auto kept = std::find_if(m_kept.cbegin(), m_kept.cend(), [&call](const Kept& one) {
        return one.fileName == call.recording;
    });
    if (kept != m_kept.cend()) {
        auto audio = kept->audio;
        keep(call.recording, audio);
        return async::ready<RecordingAudio>(audio);
    }
    const auto [found, isNew] = m_fetches.try_emplace(call.recording);
    auto& fetch = found->second;
    auto future = fetch.promise.future();
    if (!isNew)
        return future;
    fetch.number = ++m_number;
    fetch.call = call;
    fetch.since.start();
    ask(call.recording, fetch.number);
    return future;
}

void RecordingFlow::ask(const QString& fileName, int number)
{
    const auto found = m_fetches.find(fileName);
    if (found == m_fetches.end() || found->second.number != number)
        return;
    if (const auto refused = refusal(found->second.call))
        return finish(fileName, *refused);
    async::onReady(m_pbx->recording(fileName), this,
                   [this, fileName, number](const Result<RecordingAudio>& answer) {
                       onAnswer(fileName, number, answer);
                   });
}

void RecordingFlow::onAnswer(const QString& fileName, int number,
                             const Result<RecordingAudio>& answer)
{
    const auto found = m_fetches.find(fileName);
    if (found == m_fetches.end() || found->second.number != number)
        return;
    auto& fetch = found->second;
    if (answer && !answer->bytes.isEmpty()) {
        keep(fileName, *answer);
        return finish(fileName, answer);
    }
    const Error plain =
        answer ? Error{Error::Kind::NotFound, u"empty recording"_s} : answer.error();
    const Error why = explained(plain, fetch.call);
    fetch.problem = why;
    if (!mayComeYet(why) || fetch.since.hasExpired(m_patience.giveUpAfter.count())) {
        qCInfo(lcCalls) << "recording not fetched:" << why.code << why.detail;
        return finish(fileName, why);
    }
    const auto delay = backoffDelay(fetch.attempt++, QRandomGenerator::global()->generateDouble(),
                                    m_patience.firstRetry, m_patience.longestRetry);
    QTimer::singleShot(delay, this, [this, fileName, number] { ask(fileName, number); });
}

Error RecordingFlow::explained(const Error& error, const Call& call) const
{
    if (!m_pbx || error.kind == Error::Kind::Cancelled) // the link has gone
        return signedOut();
    if (error.kind == Error::Kind::Unauthorized && isOnItsWay(m_pbx->status().state))
        return {Error::Kind::Offline, error.detail, u"connecting"_s};
    if (error.kind == Error::Kind::Unauthorized && error.code.isEmpty())
        return signedOut();
    if (error.kind != Error::Kind::NotFound)
        return error;
    const auto age =
        std::chrono::milliseconds(call.endedAt.msecsTo(QDateTime::currentDateTimeUtc()));
    const bool isFresh = call.endedAt.isValid() && age < m_patience.readyWithin;
    return {Error::Kind::NotFound, error.detail, isFresh ? u"not_ready"_s : u"expired"_s};
}

void RecordingFlow::finish(const QString& fileName, const Result<RecordingAudio>& outcome)
{
    auto done = m_fetches.extract(fileName);
    if (!done.empty())
        done.mapped().promise.finish(outcome);
}

void RecordingFlow::forgetAll(const Error& why)
{
    m_kept.clear();
    while (!m_fetches.empty())
        finish(QString(m_fetches.begin()->first), why);
}

void RecordingFlow::keep(const QString& fileName, const RecordingAudio& audio)
{
    m_kept.removeIf([&fileName](const Kept& one) { return one.fileName == fileName; });
    m_kept.append({.fileName = fileName, .audio = audio, .unused = {}});
    m_kept.last().unused.start();
    const auto sum = [](qint64 bytes, const Kept& one) {
        return bytes + one.audio.bytes.size();
    };
    while (m_kept.size() > 1
           && std::accumulate(m_kept.cbegin(), m_kept.cend(), qint64(0), sum)
               > m_patience.keptBytes)
        m_kept.removeFirst();
    if (!m_forget.isActive())
        m_forget.start(m_patience.keptFor);
}

void RecordingFlow::forgetUnused()
{
    m_kept.removeIf(
        [this](const Kept& one) { return one.unused.hasExpired(m_patience.keptFor.count() - 1); });
    if (!m_kept.isEmpty())
        m_forget.start(m_patience.keptFor
                       - std::chrono::milliseconds(m_kept.constFirst().unused.elapsed()));
}

} // namespace companion
