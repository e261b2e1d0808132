// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QList>
#include <QString>

namespace companion::text {

//! The sentence of an error code of Salesforce (salesforce-api.md 1.7 and 2.2); empty for unknown
//! codes. \p redirectPorts: whose addresses the app must know.
QString salesforceSentence(const Error& error, const QList<quint16>& redirectPorts);

} // namespace companion::text
