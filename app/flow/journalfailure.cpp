// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/flow/journalfailure.h"

namespace companion {

using namespace Qt::StringLiterals;

QString reasonOf(const Error& error)
{
    // A rule's own words may be of several lines.
    return (error.sentence.isEmpty() ? error.detail : error.sentence).simplified().left(500);
}

bool isOfTheWay(const Error& error)
{
    return isRetryable(error.kind) || error.kind == Error::Kind::Unauthorized
        || error.kind == Error::Kind::Cancelled || error.code == "SERVER_UNAVAILABLE"_L1;
}

bool helpsToWait(const Error& error)
{
    return isOfTheWay(error) || error.code == "UNABLE_TO_LOCK_ROW"_L1;
}

bool mayHaveArrived(const Error& error)
{
    return error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout
        || error.kind == Error::Kind::Malformed || error.kind == Error::Kind::Cancelled;
}

} // namespace companion
