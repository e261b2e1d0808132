// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/call.h"
#include "app/core/result.h"

#include <optional>

namespace companion {

//! Which recording a link stands for.
struct RecordingTicket
{
    QString token; //!< what makes the link unguessable
    CallId call;
    QString fileName; //!< on the PBX

    friend bool operator==(const RecordingTicket&, const RecordingTicket&) = default;
};

//! \brief The links that were given out, kept for as long as log entries may hold them.
struct RecordingBook
{
    virtual ~RecordingBook() = default;
    virtual Result<Done> keep(const RecordingTicket& ticket) = 0;
    [[nodiscard]] virtual std::optional<RecordingTicket> byToken(const QString& token) const = 0;
    [[nodiscard]] virtual std::optional<RecordingTicket>
    byRecording(const CallId& call, const QString& fileName) const = 0;
};

} // namespace companion
