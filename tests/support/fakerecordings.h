// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/async.h"
#include "app/core/ports/pbxlink.h"
#include "app/core/ports/recordingbook.h"

#include <QtEndian>

#include <cmath>
#include <vector>

namespace companion {

//! \brief A PBX that has recordings and nothing else: answers what it was told to, and counts.
class FakeRecordingPbx : public PbxLink
{
public:
    QList<Result<RecordingAudio>> answers = {}; //!< one for each question; the last is repeated
    bool isSilent = false; //!< questions stay open until answerAll()
    QStringList asked = {};

    FakeRecordingPbx() { m_status.state = LinkState::Connected; }

    void setState(LinkState state)
    {
        m_status.state = state;
        Q_EMIT statusChanged(m_status);
    }
    void setSerial(const QString& serial) { m_status.serial = serial; }
    void answerAll(const Result<RecordingAudio>& answer)
    {
        for (auto& open : m_open)
            open.finish(answer);
        m_open.clear();
    }

    void start(const PbxAccount& /*account*/, const QString& /*secret*/,
               const QString& /*email*/) override
    {}
    QFuture<Result<Done>> stop(Stop /*how*/) override { return async::ready<Done>(Done{}); }
    void reconnectNow() override {}
    [[nodiscard]] PbxStatus status() const override { return m_status; }
    [[nodiscard]] QList<Colleague> colleagues() const override { return {}; }
    [[nodiscard]] QSet<CallAction> actionsFor(const Call& /*call*/) const override { return {}; }
    QFuture<Result<CallId>> dial(const QString& /*number*/) override { return no<CallId>(); }
    QFuture<Result<Done>> act(const Call& /*call*/, CallAction /*action*/,
                              const QString& /*target*/) override
    {
        return no<Done>();
    }
    QFuture<Result<QList<CallEvent>>> recordsSince(const QDateTime& /*since*/) override
    {
        return no<QList<CallEvent>>();
    }
    QFuture<Result<CallEvent>> recordOf(const CallId& /*call*/) override { return no<CallEvent>(); }
    QFuture<Result<RecordingAudio>> recording(const QString& fileName) override
    {
        asked.append(fileName);
        if (isSilent) {
            m_open.emplace_back();
            return m_open.back().future();
        }
        const auto answer = answers.isEmpty() ? Result<RecordingAudio>(Error{}) : answers.first();
        if (answers.size() > 1)
            answers.removeFirst();
        return async::ready<RecordingAudio>(answer);
    }

private:
    template <typename T>
    static QFuture<Result<T>> no()
    {
        return async::ready<T>(Error{Error::Kind::Unsupported, QStringLiteral("fake")});
    }

    PbxStatus m_status;
    std::vector<async::Promise<RecordingAudio>> m_open;
};

//! Links in memory; says "full" when told to.
class FakeRecordingBook : public RecordingBook
{
public:
    QList<RecordingTicket> tickets = {};
    bool isFull = false;

    Result<Done> keep(const RecordingTicket& ticket) override
    {
        if (isFull)
            return Error{Error::Kind::Storage, QStringLiteral("full")};
        tickets.append(ticket);
        return Done{};
    }
    [[nodiscard]] std::optional<RecordingTicket> byToken(const QString& token) const override
    {
        for (const auto& ticket : tickets)
            if (ticket.token == token)
                return ticket;
        return {};
    }
    [[nodiscard]] std::optional<RecordingTicket> byRecording(const CallId& call,
                                                             const QString& fileName) const override
    {
        for (const auto& ticket : tickets)
            if (ticket.call == call && ticket.fileName == fileName)
                return ticket;
        return {};
    }
};

//! A tone as a WAV file: 8 kHz, 16 bit, one channel, as PBXs record.
inline QByteArray toneWav(int seconds)
{
    constexpr int rate = 8000;
    const auto little = [](auto value) {
        const auto ordered = qToLittleEndian(value);
        return QByteArray(reinterpret_cast<const char*>(&ordered), sizeof(ordered));
    };
    QByteArray samples;
    samples.reserve(qsizetype(seconds) * rate * 2);
    for (int i = 0; i < seconds * rate; ++i)
        samples += little(qint16(8000 * std::sin(i * 2 * 3.14159265 * 440 / rate)));
    return QByteArray("RIFF") + little(quint32(36 + samples.size())) + "WAVEfmt "
        + little(quint32(16)) + little(quint16(1)) + little(quint16(1)) + little(quint32(rate))
        + little(quint32(rate * 2)) + little(quint16(2)) + little(quint16(16)) + "data"
        + little(quint32(samples.size())) + samples;
}

} // namespace companion
