// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>
#include <QString>

namespace companion {

Q_DECLARE_LOGGING_CATEGORY(lcApp)
Q_DECLARE_LOGGING_CATEGORY(lcCalls)
Q_DECLARE_LOGGING_CATEGORY(lcPbx)
Q_DECLARE_LOGGING_CATEGORY(lcCrm)
Q_DECLARE_LOGGING_CATEGORY(lcJournal)
Q_DECLARE_LOGGING_CATEGORY(lcNet)
Q_DECLARE_LOGGING_CATEGORY(lcStorage)
Q_DECLARE_LOGGING_CATEGORY(lcPlatform)
Q_DECLARE_LOGGING_CATEGORY(lcUi)

//! A number as it may stand in a log: its length and last two digits, "(11 digits …42)".
QString redactedNumber(QStringView number);

//! \brief \p text with everything that looks like a secret or a number replaced.
//!
//! Query items such as access_token, bearer tokens, e-mail addresses and runs of five digits and
//! more. The last net under each log line; the callers don't put such things in in the first place.
QString redactedLine(QString text);

} // namespace companion
