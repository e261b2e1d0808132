// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/http/httpmessage.h"
#include "tests/sandbox/pbx/exchangecall.h"

#include <QDateTime>
#include <QHash>
#include <QList>

namespace companion::sandbox {

//! \brief The PBX's call detail records and recordings, with the requests that read them
//! (cloudone-pbx-api.md A7, A8).
class CallArchive
{
public:
    void setUtcOffset(int seconds);
    //! \brief How long after a call its recording can be fetched.
    void setRecordingDelay(int milliseconds);
    void add(const CallRecord& record);
    void clear();

    [[nodiscard]] const QList<CallRecord>& records() const;

    [[nodiscard]] QJsonObject list(const HttpRequest& request) const;
    [[nodiscard]] QJsonObject search(const HttpRequest& request) const;
    [[nodiscard]] QJsonObject recordings(const HttpRequest& request) const;
    //! \brief Where the bytes are for the next thirty minutes.
    QJsonObject download(const HttpRequest& request);
    [[nodiscard]] HttpResponse bytes(const HttpRequest& request) const;

private:
    struct Resource
    {
        int seconds = 0;
        QDateTime until;
    };

    [[nodiscard]] QJsonObject rows(const HttpRequest& request, QList<CallRecord> records) const;

    QList<CallRecord> m_records;
    QHash<QString, QDateTime> m_readyAt; //!< by the recording's name
    QHash<QString, Resource> m_resources; //!< by path
    int m_utcOffset = 0;
    int m_recordingDelayMs = 0;
};

//! \brief A quiet tone of so many seconds as a PCM file of 8 kHz and 16 bit.
QByteArray toneRecording(int seconds);

//! \brief The part of \p rows that page and page_size ask for, in the list envelope.
QJsonObject pageOf(const QJsonArray& rows, const HttpRequest& request);

} // namespace companion::sandbox
