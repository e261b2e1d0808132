// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/recordingtable.h"

namespace companion::storage {

using namespace Qt::StringLiterals;

RecordingTable::RecordingTable(Database& database) : m_database(database) {}

Result<Done> RecordingTable::keep(const RecordingTicket& ticket)
{
    return m_database.change(u"INSERT INTO recordings(token,call,file) VALUES(?,?,?)"_s,
                             {ticket.token, ticket.call, ticket.fileName});
}

std::optional<RecordingTicket> RecordingTable::byToken(const QString& token) const
{
    return first(u"SELECT token,call,file FROM recordings WHERE token=?"_s, {token});
}

std::optional<RecordingTicket> RecordingTable::byRecording(const CallId& call,
                                                           const QString& fileName) const
{
    return first(u"SELECT token,call,file FROM recordings WHERE call=? AND file=?"_s,
                 {call, fileName});
}

std::optional<RecordingTicket> RecordingTable::first(const QString& sql,
                                                     const QVariantList& values) const
{
    std::optional<RecordingTicket> ticket;
    (void)m_database.read(sql, values, [&ticket](const QSqlQuery& row) {
        ticket = {.token = row.value(0).toString(),
                  .call = row.value(1).toString(),
                  .fileName = row.value(2).toString()};
        return false;
    });
    return ticket;
}

} // namespace companion::storage
