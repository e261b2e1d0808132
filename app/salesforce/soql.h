// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace companion::salesforce {

//! \p text as a SOQL string literal, quotes included (salesforce-api.md 3.1). The one way in.
QString soqlLiteral(const QString& text);

//! A moment as SOQL writes it: UTC, without quotes.
QString soqlTime(const QDateTime& time);

//! \p text as search terms inside FIND {…}: every reserved character escaped
//! (salesforce-api.md 3.2).
QString soslTerm(const QString& text);

//! Whether \p name may stand in a statement: letters, digits, underscore, dots between them.
bool isFieldName(const QString& name);

} // namespace companion::salesforce
