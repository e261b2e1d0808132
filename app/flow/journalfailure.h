// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QString>

namespace companion {

// What a refusal or a failed request means for a log entry (salesforce-api.md 2.2).

//! What a person is told of it.
QString reasonOf(const Error& error);
//! Whether nothing else would get through now either.
bool isOfTheWay(const Error& error);
//! Whether sending the same again later can help.
bool helpsToWait(const Error& error);
//! Whether the entry may have been written although no answer came.
bool mayHaveArrived(const Error& error);

} // namespace companion
