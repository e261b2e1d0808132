// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/recordingbook.h"
#include "app/storage/database.h"

namespace companion::storage {

//! The links to recordings.
class RecordingTable : public RecordingBook
{
public:
    explicit RecordingTable(Database& database);
    Result<Done> keep(const RecordingTicket& ticket) override;
    [[nodiscard]] std::optional<RecordingTicket> byToken(const QString& token) const override;
    [[nodiscard]] std::optional<RecordingTicket>
    byRecording(const CallId& call, const QString& fileName) const override;

private:
    [[nodiscard]] std::optional<RecordingTicket> first(const QString& sql,
                                                       const QVariantList& values) const;

    Database& m_database;
};

} // namespace companion::storage
