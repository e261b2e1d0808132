// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/phonenumber.h"
#include "app/salesforce/describe.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace companion::salesforce {

//! \brief The statements that find records. An object without a shape is taken as every org has
//! it; a hidden one, and one without a field for numbers, is left out.

//! One SOSL question over all \p objects (salesforce-api.md 4.2, step 3); empty when there is
//! nothing to ask.
QString phoneSearch(const PhoneNumber& number, const NumberRules& rules, const QStringList& objects,
                    const Shapes& shapes);
//! One composite request of exact SOQL questions, an object each (step 5); empty likewise.
QJsonObject exactQuestions(const PhoneNumber& number, const NumberRules& rules,
                           const QStringList& objects, const Shapes& shapes,
                           const QString& versionPath);
//! The question for names or digits as typed so far (3.3); empty when too little was typed.
QString typedSearch(const QString& typed, const QStringList& objects, const Shapes& shapes);
//! The records of \p object with these ids.
QString recordQuestion(const QString& object, const QStringList& ids, const Shapes& shapes);
//! Rows of \p object changed since then, deleted ones included; all when \p since is invalid.
QString changesQuestion(const QString& object, const QDateTime& since, const Shapes& shapes);

//! A composite request's part that asks \p soql.
QJsonObject queryPart(const QString& reference, const QString& soql, const QString& versionPath);

} // namespace companion::salesforce
