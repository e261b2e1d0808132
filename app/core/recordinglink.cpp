// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/recordinglink.h"

#include "app/core/journalplan.h"
#include "app/core/journaltemplate.h"

#include <QUrl>

namespace companion {

using namespace Qt::StringLiterals;

QString recordingUrlFor(const QString& urlTemplate, const HistoryRow& row, const QString& ownName)
{
    const auto parsed = JournalTemplate::parse(urlTemplate.trimmed());
    if (!parsed)
        return {};
    auto values = journalValues(row, {.ownName = ownName, .recordingLink = row.call.recording});
    for (auto& value : values)
        value = QString::fromLatin1(QUrl::toPercentEncoding(value));
    const QString address = parsed->render(values);
    const QUrl url(address, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return url.isValid() && isWeb && !url.host().isEmpty() ? address : QString();
}

QByteArray audioTypeOf(const QByteArray& bytes)
{
    const auto has = [&bytes](qsizetype at, QByteArrayView signature) {
        return bytes.size() >= at + signature.size()
            && QByteArrayView(bytes).sliced(at, signature.size()) == signature;
    };
    if (has(0, "RIFF") && has(8, "WAVE"))
        return "audio/wav";
    if (has(0, "OggS"))
        return "audio/ogg";
    if (has(4, "ftyp"))
        return "audio/mp4";
    const bool isMpegFrame = bytes.size() > 1 && bytes.at(0) == '\xff'
        && (static_cast<unsigned char>(bytes.at(1)) & 0xe0U) == 0xe0U;
    if (has(0, "ID3") || isMpegFrame)
        return "audio/mpeg";
    return "application/octet-stream";
}

QString recordingSaveName(const QString& fileName)
{
    QString name;
    for (const QChar letter : fileName.right(120)) {
        const bool isPlain = letter.isLetterOrNumber() || letter == u'-' || letter == u'_'
            || letter == u'.' || letter == u'+';
        name += isPlain ? letter : QChar(u'_');
    }
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    return name.isEmpty() ? u"recording.wav"_s : name;
}

} // namespace companion
