// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/callarchive.h"

#include "tests/sandbox/pbx/wording.h"

#include <QRegularExpression>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace companion::sandbox {

using namespace Qt::StringLiterals;

namespace {

    constexpr int kResourceSeconds = 30 * 60; // A8
    constexpr int kMostRows = 10000;
    constexpr int kSampleRate = 8000;

    template <typename Number>
    void append(QByteArray& bytes, Number number)
    {
        const auto little = qToLittleEndian(number);
        bytes.append(QByteArrayView(reinterpret_cast<const char*>(&little), sizeof little));
    }

    QJsonObject recordingRow(const CallRecord& record, int utcOffset)
    {
        auto row = record.rowJson(utcOffset);
        row.insert("file"_L1, record.recording);
        row.insert("size"_L1, record.talkSeconds * kSampleRate * 2 + 44);
        row.insert("archive_status"_L1, QString());
        row.insert("archive_path"_L1, QString());
        row.insert("archive_type"_L1, QString());
        row.insert("file_path"_L1, QString());
        row.remove("record_file"_L1);
        return row;
    }

} // namespace

QByteArray toneRecording(int seconds)
{
    const auto samples = quint32(std::clamp(seconds, 1, 60) * kSampleRate);
    QByteArray bytes = "RIFF";
    append(bytes, quint32(36 + samples * 2));
    bytes += "WAVEfmt ";
    append(bytes, quint32(16));
    append(bytes, quint16(1)); // PCM
    append(bytes, quint16(1)); // one channel
    append(bytes, quint32(kSampleRate));
    append(bytes, quint32(kSampleRate * 2));
    append(bytes, quint16(2));
    append(bytes, quint16(16));
    bytes += "data";
    append(bytes, quint32(samples * 2));
    for (quint32 i = 0; i < samples; ++i) {
        const double angle = 2 * std::numbers::pi * 440 * i / kSampleRate;
        append(bytes, qint16(std::lround(2000 * std::sin(angle))));
    }
    return bytes;
}

QJsonObject pageOf(const QJsonArray& rows, const HttpRequest& request)
{
    int page = 1;
    int size = 20;
    for (auto [key, value] : {std::pair{u"page"_s, &page}, std::pair{u"page_size"_s, &size}}) {
        if (!request.query.hasQueryItem(key))
            continue;
        bool isNumber = false;
        *value = request.queryValue(key).toInt(&isNumber);
        if (!isNumber || *value < 1 || *value > kMostRows)
            return parameterRefusal(key, u"range"_s);
    }
    QJsonArray part;
    const auto first = qsizetype(page - 1) * size;
    for (auto i = first; i < std::min<qsizetype>(first + size, rows.size()); ++i)
        part.append(rows[i]);
    return success({{u"total_number"_s, int(rows.size())}, {u"data"_s, part}});
}

void CallArchive::setUtcOffset(int seconds)
{
    m_utcOffset = seconds;
}

void CallArchive::setRecordingDelay(int milliseconds)
{
    m_recordingDelayMs = milliseconds;
}

void CallArchive::add(const CallRecord& record)
{
    m_records.append(record);
    if (!record.recording.isEmpty()) {
        m_readyAt.insert(record.recording,
                         QDateTime::currentDateTimeUtc().addMSecs(m_recordingDelayMs));
    }
}

void CallArchive::clear()
{
    m_records.clear();
    m_readyAt.clear();
    m_resources.clear();
}

const QList<CallRecord>& CallArchive::records() const
{
    return m_records;
}

QJsonObject CallArchive::rows(const HttpRequest& request, QList<CallRecord> records) const
{
    if (request.queryValue(u"order_by"_s) == "desc"_L1)
        std::reverse(records.begin(), records.end());
    QJsonArray rows;
    for (const auto& record : std::as_const(records))
        rows.append(record.rowJson(m_utcOffset));
    return pageOf(rows, request);
}

QJsonObject CallArchive::list(const HttpRequest& request) const
{
    return rows(request, m_records);
}

QJsonObject CallArchive::search(const HttpRequest& request) const
{
    auto found = m_records;
    const auto time = [&](const QString& key, qint64 otherwise) -> std::optional<qint64> {
        if (!request.query.hasQueryItem(key))
            return otherwise;
        bool isNumber = false;
        const auto seconds = request.queryValue(key).toLongLong(&isNumber);
        return isNumber ? std::optional(seconds) : std::nullopt;
    };
    // Unix seconds are what works; anything else is refused (A7).
    const auto from = time(u"start_time"_s, 0);
    const auto until = time(u"end_time"_s, std::numeric_limits<qint64>::max());
    if (!from || !until)
        return parameterRefusal(from ? u"end_time"_s : u"start_time"_s, u"format"_s);
    found.removeIf([&](const CallRecord& record) {
        const auto at = record.startedAt.toSecsSinceEpoch();
        return at < *from || at > *until;
    });
    const auto keep = [&](const QString& key, QString CallRecord::*member) {
        const auto wanted = request.queryValue(key);
        if (!wanted.isEmpty()) {
            found.removeIf([&](const CallRecord& record) {
                return (record.*member).compare(wanted, Qt::CaseInsensitive) != 0;
            });
        }
    };
    keep(u"call_from"_s, &CallRecord::from);
    keep(u"call_to"_s, &CallRecord::to);
    keep(u"status"_s, &CallRecord::status);
    keep(u"did"_s, &CallRecord::did);
    keep(u"uid"_s, &CallRecord::uid);
    return rows(request, found);
}

QJsonObject CallArchive::recordings(const HttpRequest& request) const
{
    QJsonArray rows;
    for (const auto& record : m_records) {
        if (!record.recording.isEmpty())
            rows.append(recordingRow(record, m_utcOffset));
    }
    if (request.queryValue(u"order_by"_s) == "desc"_L1) {
        QJsonArray reversed;
        for (const auto& row : std::as_const(rows))
            reversed.prepend(row);
        rows = reversed;
    }
    return pageOf(rows, request);
}

QJsonObject CallArchive::download(const HttpRequest& request)
{
    const auto file = request.queryValue(u"file"_s);
    const auto id = request.queryValue(u"id"_s);
    if (file.isEmpty() && id.isEmpty())
        return parameterRefusal(u"file"_s, u"required"_s);
    const auto now = QDateTime::currentDateTimeUtc();
    for (const auto& record : std::as_const(m_records)) {
        const bool wanted =
            file.isEmpty() ? QString::number(record.id) == id : record.recording == file;
        if (!wanted || record.recording.isEmpty() || m_readyAt.value(record.recording) > now)
            continue;
        const auto path = u"/api/download/Recording-X.7.0.6-1-download-%1-%2.wav"_s.arg(
            now.toOffsetFromUtc(m_utcOffset).toString(u"yyyyMMddHHmmss"_s),
            QString::fromLatin1(randomWord(16)));
        m_resources.insert(path, {record.talkSeconds, now.addSecs(kResourceSeconds)});
        return success({{u"file"_s, record.recording}, {u"download_resource_url"_s, path}});
    }
    return refusal(60001);
}

HttpResponse CallArchive::bytes(const HttpRequest& request) const
{
    const auto resource = m_resources.value(request.path);
    if (!resource.until.isValid() || resource.until < QDateTime::currentDateTimeUtc())
        return HttpResponse::text("not found", 404);
    HttpResponse response;
    response.contentType = "audio/wav";
    response.body = toneRecording(resource.seconds);
    response.headers.emplaceBack("Accept-Ranges", "bytes");
    static const QRegularExpression kRange(u"^bytes=(\\d*)-(\\d*)$"_s);
    const auto range = kRange.match(QString::fromLatin1(request.header("Range")));
    if (!range.hasMatch())
        return response;
    const auto size = response.body.size();
    auto first = range.captured(1).toLongLong();
    auto last = range.captured(2).isEmpty() ? size - 1 : range.captured(2).toLongLong();
    if (range.captured(1).isEmpty()) { // the last so many bytes
        first = std::max<qint64>(0, size - range.captured(2).toLongLong());
        last = size - 1;
    }
    if (first >= size || last < first) {
        auto refused = HttpResponse::text("no such range", 416);
        refused.headers.emplaceBack("Content-Range", "bytes */" + QByteArray::number(size));
        return refused;
    }
    last = std::min<qint64>(last, size - 1);
    response.status = 206;
    response.body = response.body.mid(first, last - first + 1);
    response.headers.emplaceBack("Content-Range",
                                 "bytes " + QByteArray::number(first) + '-'
                                     + QByteArray::number(last) + '/' + QByteArray::number(size));
    return response;
}

} // namespace companion::sandbox
