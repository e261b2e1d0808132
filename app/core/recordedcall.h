// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/call.h"

namespace companion {

//! \brief The call that a call detail record tells of, for one that ended while we were away.
//!
//! \p event: Kind::Ended with a record. Nothing when the record is not of \p ownExtension.
std::optional<Call> callFromRecord(const CallEvent& event, const QString& ownExtension);

} // namespace companion
