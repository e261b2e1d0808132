// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The session's answers about calls that are over, and whether it hears of those that are not.
#include "app/core/async.h"
#include "app/core/logging.h"
#include "app/pbx/cloudone/session.h"
#include "app/pbx/cloudone/wirevalue.h"

#include <QRegularExpression>

#include <algorithm>
#include <memory>

namespace companion::pbx::cloudone {

using namespace Qt::StringLiterals;

//! From when to when records are wanted, in the PBX's own time.
struct Session::Span
{
    qint64 from = 0; //!< Unix seconds
    qint64 to = 0;
    enum class Format { Seconds, Shown } format = Format::Seconds;
};

namespace {

    constexpr int recordsAtOnce = 500;
    constexpr int maxRecords = 10000;
    constexpr int recordingTries = 3;
    constexpr qint64 daySeconds = 86400;

    bool isOf(const CallRecord& record, const QString& extension)
    {
        return record.from == extension || record.to == extension;
    }

    //! How much a record tells of \p own's part in its call: records are of legs (A7).
    int worth(const CallEvent& event, const QString& own)
    {
        return (isOf(*event.record, own) ? 2 : 0)
            + (event.record->disposition == CallRecord::Disposition::Answered ? 1 : 0);
    }

    //! A call id begins with the second in which the call began (A4.2); else a day ago.
    qint64 earliestStart(const CallId& call, qint64 now)
    {
        constexpr qint64 slack = 120;
        static const QRegularExpression pattern(u"^(1\\d{9})\\."_s);
        const qint64 start = pattern.match(call).captured(1).toLongLong();
        return start > now - 7 * daySeconds && start <= now + slack ? start - slack
                                                                    : now - daySeconds;
    }

} // namespace

void Session::askRecords(const Span& span, const ThenRecords& then)
{
    auto first = span;
    first.format = m_readsShownTimes ? Span::Format::Shown : Span::Format::Seconds;
    const bool mayDiffer = !m_readsShownTimes && !m_readsSeconds && !m_system.timeFormat.isEmpty();
    askRecordPage(first, 1, {}, [this, span, then, mayDiffer](const Records& records) {
        if (records && !records->isEmpty() && !m_readsShownTimes)
            m_readsSeconds = true;
        const bool isMisread =
            records ? records->isEmpty() : records.error().kind == Error::Kind::Rejected;
        if (!mayDiffer || !isMisread)
            return then(records);
        // The vendor's documents want times as the PBX shows them; live clients send seconds (A7).
        auto shown = span;
        shown.format = Span::Format::Shown;
        askRecordPage(shown, 1, {}, [this, then, records](const Records& second) {
            if (second && !second->isEmpty())
                m_readsShownTimes = true;
            then(second ? second : records);
        });
    });
}

void Session::askRecordPage(const Span& span, int page, const QList<CallEvent>& known,
                            const ThenRecords& then)
{
    const auto written = [&](qint64 seconds) {
        return span.format == Span::Format::Seconds
            ? QString::number(seconds)
            : QDateTime::fromSecsSinceEpoch(seconds, m_system.zone).toString(m_system.timeFormat);
    };
    const Api::Query query{{u"page"_s, QString::number(page)},
                           {u"page_size"_s, QString::number(recordsAtOnce)},
                           {u"sort_by"_s, u"time"_s},
                           {u"order_by"_s, u"desc"_s},
                           {u"start_time"_s, written(span.from)},
                           {u"end_time"_s, written(span.to)}};
    wish([this, query](const QString& token) { return m_api.get(u"cdr/search"_s, token, query); },
         [this, span, page, known, then](const Envelope& envelope) {
             if (!envelope)
                 return then(envelope.error());
             auto events = known;
             const auto rows = (*envelope)["data"_L1].toArray();
             for (const auto& row : rows)
                 events.append(parseRecordRow(row.toObject(), m_status.serial,
                                              QDateTime::currentDateTime(), m_system.zone));
             events.removeIf([](const CallEvent& event) { return event.call.isEmpty(); });
             if (rows.size() < recordsAtOnce || events.size() >= maxRecords)
                 return then(events);
             askRecordPage(span, page + 1, events, then);
         });
}

QFuture<Result<QList<CallEvent>>> Session::recordsSince(const QDateTime& since)
{
    auto promise = std::make_shared<async::Promise<QList<CallEvent>>>();
    const qint64 ahead = m_system.clockAheadSeconds;
    const Span span{.from = since.toSecsSinceEpoch() + ahead,
                    .to = QDateTime::currentSecsSinceEpoch() + ahead + 60};
    askRecords(span, [this, promise, own = m_status.extension](const Records& records) {
        if (!records)
            return promise->finish(records.error());
        judgeHearing(*records);
        QList<CallEvent> best; // of each call
        for (const auto& event : *records) {
            if (!isOf(*event.record, own))
                continue;
            const auto known = std::find_if(best.begin(), best.end(), [&](const CallEvent& other) {
                return other.call == event.call;
            });
            if (known == best.end())
                best.append(event);
            else if (worth(event, own) > worth(*known, own))
                *known = event;
        }
        promise->finish(best);
    });
    return promise->future();
}

QFuture<Result<CallEvent>> Session::recordOf(const CallId& call)
{
    auto promise = std::make_shared<async::Promise<CallEvent>>();
    const qint64 now = QDateTime::currentSecsSinceEpoch() + m_system.clockAheadSeconds;
    const Span span{.from = earliestStart(call, now), .to = now + 60};
    askRecords(span, [promise, call, own = m_status.extension](const Records& records) {
        if (!records)
            return promise->finish(records.error());
        const CallEvent* best = nullptr;
        for (const auto& event : *records)
            if (event.call == call && (!best || worth(event, own) > worth(*best, own)))
                best = &event;
        promise->finish(best ? Result<CallEvent>(*best)
                             : Error{Error::Kind::NotFound, u"no record yet"_s});
    });
    return promise->future();
}

QFuture<Result<RecordingAudio>> Session::recording(const QString& fileName)
{
    auto promise = std::make_shared<async::Promise<RecordingAudio>>();
    askRecording(fileName, recordingTries - 1, promise);
    return promise->future();
}

void Session::askRecording(const QString& fileName, int triesLeft,
                           const std::shared_ptr<async::Promise<RecordingAudio>>& promise)
{
    const Api::Query query{{u"file"_s, fileName}};
    wish([this,
          query](const QString& token) { return m_api.get(u"recording/download"_s, token, query); },
         [this, fileName, triesLeft, promise](const Envelope& envelope) {
             // A recording is written some time after its call (A8).
             const bool isNotReady = !envelope && envelope.error().kind == Error::Kind::NotFound;
             if (isNotReady && triesLeft > 0) {
                 QTimer::singleShot(m_timing.recordingRetry, this,
                                    [this, fileName, triesLeft, promise] {
                                        askRecording(fileName, triesLeft - 1, promise);
                                    });
                 return;
             }
             if (!envelope)
                 return promise->finish(envelope.error());
             fetchAudio((*envelope)["download_resource_url"_L1].toString(), promise);
         });
}

void Session::fetchAudio(const QString& path,
                         const std::shared_ptr<async::Promise<RecordingAudio>>& promise)
{
    if (!path.startsWith(u'/') || path.startsWith("//"_L1))
        return promise->finish(Error{Error::Kind::NotFound, u"no recording"_s});
    async::onReady(m_keeper.access(), this, [this, path, promise](const Result<QString>& token) {
        if (!token)
            return promise->finish(token.error());
        async::onReady(
            m_api.download(path, *token), this, [promise](const Result<HttpReply>& reply) {
                if (!reply)
                    return promise->finish(reply.error());
                const auto type = QString::fromLatin1(reply->header("Content-Type"));
                if (reply->status != 200 || type.contains("json"_L1) || type.contains("html"_L1))
                    return promise->finish(Error{Error::Kind::NotFound, u"no recording"_s});
                promise->finish(RecordingAudio{.bytes = reply->body, .contentType = type});
            });
    });
}

void Session::expectEcho()
{
    if (m_hasHeard)
        return;
    QTimer::singleShot(m_timing.dialEcho, this, [this, round = m_round] {
        if (round == m_round && m_status.state == LinkState::Connected && !m_hasHeard)
            setDeaf(true);
    });
}

void Session::checkHearing()
{
    m_listening.start();
    const Api::Query query{{u"extension"_s, m_status.extension}};
    wish([this, query](const QString& token) { return m_api.get(u"call/query"_s, token, query); },
         inThisRound([this](const Envelope& envelope) {
             const auto calls = envelope ? parseCalls((*envelope)["data"_L1].toArray(), {}, {})
                                         : QList<CallEvent>();
             for (const auto& call : calls)
                 if (!m_hasHeard && !m_snapshot.contains(call.call))
                     setDeaf(true); // it began after we did, and nobody told us
         }));
    (void)recordsSince(m_status.since);
}

void Session::judgeHearing(const QList<CallEvent>& records)
{
    if (m_hasHeard || m_status.state != LinkState::Connected)
        return;
    const auto listeningSince =
        m_status.since.addSecs(m_system.clockAheadSeconds + 1); // by the PBX's clock
    for (const auto& event : records)
        if (isOf(*event.record, m_status.extension) && !m_snapshot.contains(event.call)
            && event.record->startedAt > listeningSince)
            setDeaf(true);
}

void Session::setDeaf(bool deaf)
{
    if (m_status.deaf == deaf)
        return;
    m_status.deaf = deaf;
    if (deaf)
        qCWarning(lcPbx) << "signed in, but the PBX tells nothing of this extension's calls";
    Q_EMIT statusChanged(m_status);
}

} // namespace companion::pbx::cloudone
