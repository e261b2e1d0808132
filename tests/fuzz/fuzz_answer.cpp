// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as an answer of the PBX's interface, read as each of the answers that there are.
#include "app/pbx/cloudone/api.h"
#include "app/pbx/cloudone/colleaguebook.h"
#include "app/pbx/cloudone/frameparser.h"

#include <cstdlib>

using namespace companion;
using namespace companion::pbx::cloudone;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QDateTime now = QDateTime::fromSecsSinceEpoch(1767607200);
    const HttpReply reply{
        .status = 200,
        .headers = {},
        .body = QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size))};
    (void)tokensFrom(reply.body);
    (void)blockEnd(reply, now);
    const auto envelope = readEnvelope(reply);
    if (!envelope)
        return 0;
    if (const auto tokens = readTokens(*envelope, now); tokens && tokens->access.isEmpty())
        std::abort();
    const auto system = readSystemInformation(*envelope, now);
    if (system.zone.isValid() && qAbs(system.zone.offsetFromUtc(now)) > 14 * 3600)
        std::abort();
    const auto rows = (*envelope)[QLatin1StringView("data")].toArray();
    ColleagueBook book;
    book.setRows(rows);
    if (book.colleagues().size() > rows.size())
        std::abort();
    (void)parseCalls(rows, {}, now);
    for (const auto& row : rows)
        if (parseRecordRow(row.toObject(), {}, now, QTimeZone(7200)).record->talkSeconds < 0)
            std::abort();
    return 0;
}
